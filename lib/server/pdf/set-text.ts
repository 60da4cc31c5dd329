import LineBreaker from "linebreak";
import { flip, levelsIn, levelsOf, mirrored, type Levels } from "./direction";
import type { Face } from "./faces";
import { isShapeless, type Fonts, type Opened } from "./fonts";
import { clustersOf, mayRunLeft, settable, substitute } from "./letters";

/** A stretch of a line in one font and one direction, as it stands from left to right. */
export interface Run { text: string; font: Opened; rightToLeft: boolean; width: number }
/** One line; `width` in points. `rightToLeft`: it begins at the right edge. */
export interface Line {
  runs: Run[];
  width: number;
  rightToLeft: boolean;
  /** As it is read, where the runs do not stand in that order. */
  said: string | null;
}

/** A stretch of a paragraph in one font. */
interface Span { start: number; end: number; font: Opened }

/** Sets texts into lines. Widths in points. */
export class Setter {
  private readonly clusters = new Map<string, { text: string; font: Opened }>();
  /** Names, days and words of states stand in every row. */
  private readonly kept = new Map<string, Line[]>();

  constructor(private readonly fonts: Fonts) {}

  /** The lines of a text in a column of `width`; a word that is longer is cut where a letter ends. */
  linesOf(text: string, face: Face, size: number, width: number): Line[] {
    const key = `${face} ${size} ${width} ${text}`;
    const known = this.kept.get(key);
    if (known) return known;
    const lines = settable(text).split("\n").flatMap((paragraph) => this.paragraph(paragraph, face, size, width));
    if (text.length <= 80) this.kept.set(key, lines);
    return lines;
  }

  /** Width of the longest line of a text that is not wrapped. */
  widthOf(text: string, face: Face, size: number): number {
    return Math.max(0, ...this.linesOf(text, face, size, Infinity).map(({ width }) => width));
  }

  private paragraph(given: string, face: Face, size: number, width: number): Line[] {
    const { text, spans } = this.spans(given, face);
    const levels = mayRunLeft(text) ? levelsOf(text) : null;
    const rightToLeft = (levels?.paragraphs[0]?.level ?? 0) % 2 === 1;
    return this.broken(text, spans, size, width).map(([start, end]) => {
      const runs = this.runs(text, spans, levels, start, end, size);
      return { runs, width: runs.reduce((sum, run) => sum + run.width, 0), rightToLeft, said: levels ? text.slice(start, end) : null };
    });
  }

  /** The text as its fonts can show it, and which font sets what. */
  private spans(given: string, face: Face): { text: string; spans: Span[] } {
    const spans: Span[] = [];
    let text = "";
    for (const cluster of clustersOf(given)) {
      const key = `${face} ${cluster}`;
      let found = this.clusters.get(key);
      if (!found) this.clusters.set(key, (found = this.shown(cluster, face)));
      const last = spans.at(-1);
      const start = text.length;
      text += found.text;
      if (last?.font === found.font) last.end = text.length;
      else spans.push({ start, end: text.length, font: found.font });
    }
    return { text, spans };
  }

  private shown(cluster: string, face: Face): { text: string; font: Opened } {
    const font = this.fonts.fontOf(cluster, face);
    if (font) return { text: cluster, font };
    const stand = this.fonts.fontOf(substitute, face);
    if (!stand) throw new Error("No font has the letter that stands for what no font has.");
    return { text: substitute, font: stand };
  }

  /** Where the paragraph breaks into lines: from and to, without the spaces at their ends. */
  private broken(text: string, spans: readonly Span[], size: number, width: number): [number, number][] {
    if (text === "") return [[0, 0]];
    const lines: [number, number][] = [];
    let start = 0;
    let end = 0;
    let used = 0;
    const close = (): void => void lines.push([start, end]);
    for (const chunk of chunksOf(text)) {
      const { own, gap } = this.measured(text, spans, chunk, size);
      if (used > 0 && used + own > width) {
        close();
        [start, used] = [chunk.start, 0];
      }
      if (own > width) {
        for (const [from, to, piece] of this.cut(text, spans, chunk, size, width)) {
          if (used > 0 && used + piece > width) {
            close();
            [start, used] = [from, 0];
          }
          end = to;
          used += piece;
        }
        used += gap;
        continue;
      }
      end = chunk.end;
      used += own + gap;
    }
    close();
    return lines;
  }

  private measured(text: string, spans: readonly Span[], { start, end, next }: Piece, size: number): { own: number; gap: number } {
    return { own: this.width(text, spans, start, end, size), gap: this.width(text, spans, end, next, size) };
  }

  private *cut(text: string, spans: readonly Span[], { start, end }: Piece, size: number, width: number): Generator<[number, number, number]> {
    let from = start;
    let used = 0;
    let at = start;
    for (const cluster of clustersOf(text.slice(start, end))) {
      const wide = this.width(text, spans, at, at + cluster.length, size);
      if (at > from && used + wide > width) {
        yield [from, at, used];
        [from, used] = [at, 0];
      }
      at += cluster.length;
      used += wide;
    }
    yield [from, end, used];
  }

  private width(text: string, spans: readonly Span[], from: number, to: number, size: number): number {
    let sum = 0;
    for (const span of within(spans, from, to)) sum += span.font.widthOf(bare(text.slice(span.start, span.end)), false);
    return (sum * size) / 1000;
  }

  /** The runs of a line as they stand from left to right (UAX 9, L1 and L2). */
  private runs(text: string, spans: readonly Span[], levels: Levels | null, start: number, end: number, size: number): Run[] {
    const runs: (Run & { level: number })[] = [];
    for (const span of within(spans, start, end)) {
      for (const { from, to, level } of levelsIn(levels, span.start, span.end)) {
        const rightToLeft = level % 2 === 1;
        const said = bare(rightToLeft ? mirrored(text.slice(from, to)) : text.slice(from, to));
        if (said !== "") runs.push({ text: said, font: span.font, rightToLeft, level, width: (span.font.widthOf(said, rightToLeft) * size) / 1000 });
      }
    }
    if (!levels) return runs;
    for (let level = Math.max(0, ...runs.map((run) => run.level)); level >= 1; level -= 1) flip(runs, level);
    return runs;
  }
}

interface Piece { start: number; end: number; next: number }

/** What stays together, by the rules of line breaking (UAX 14); `next` is where the following piece begins. */
function* chunksOf(text: string): Generator<Piece> {
  const breaker = new LineBreaker(text);
  let start = 0;
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) {
    const piece = text.slice(start, found.position);
    yield { start, end: start + piece.trimEnd().length, next: found.position };
    start = found.position;
  }
}

function within(spans: readonly Span[], from: number, to: number): Span[] {
  if (from >= to) return [];
  return spans.flatMap((span) => (span.end <= from || span.start >= to ? [] : [{ font: span.font, start: Math.max(from, span.start), end: Math.min(to, span.end) }]));
}

/** Without direction marks and what else has no shape, but for joiners and selectors, which shape their neighbours. */
const bare = (text: string): string => (/^[ -~]*$/.test(text) ? text : Array.from(text).filter((letter) => /[\u200c\u200d\ufe00-\ufe0f]/u.test(letter) || !isShapeless(letter.codePointAt(0) ?? 0)).join(""));
