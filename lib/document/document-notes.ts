import type { Line } from "./lines";
import type { LocatedBlock } from "./locate";
import type { Heading } from "./outline";
import { numbered } from "./plain";
import { languages, type ReadNote, type Span } from "./reading";
import { words } from "./words";

const heading = /^(?:additional )?(?:notes?|comments?|exceptions|risks|notas?|observaciones|excepciones|riesgos)(?!\p{L})/iu;
const placeholder = /^\s*(?:\[[^\]]*\]|<[^>]*>|_+|…|\.{3}|tbd)\s*$/i;
const kinds = ["risk", "exception", "consideration"] as const;

/** "Risk (2026-01-05, ops): text" → the kind and the text. */
function kindOf(line: string): { kind: ReadNote["kind"]; text: string } {
  for (const language of languages) {
    for (const kind of kinds) {
      const found = new RegExp(`^(?:[-*+] )?${words[language].note[kind]}(?: \\([^)]*\\))?: (.*)$`, "i").exec(line);
      if (found) return { kind, text: found[1] ?? "" };
    }
  }
  return { kind: null, text: line };
}

export interface DocumentNotes { notes: ReadNote[]; place: Span | null }

/** Notes stand in a fence or a quote under a "Notes" heading; a placeholder is none, nor is the sentence above it. */
export function readNotes(text: string, lines: Line[], headings: Heading[], blocks: LocatedBlock[], mended: (words: string) => string): DocumentNotes {
  const notes: ReadNote[] = [];
  let place: Span | null = null;
  for (const block of blocks) {
    if (!(block.kind === "quote" || block.fenced)) continue;
    const above = headings.findLast((one) => one.line < block.line);
    if (!above || !heading.test(numbered(above.words).title)) continue;
    const last = block.line + countLines(text, block.span) - 1;
    const fence = block.fenced ? fenceInside(text, lines, block.line, last) : null;
    if (block.fenced && !fence) continue;
    const [from, to] = fence ? [block.line + 1, last - 1] : [block.line, last];
    if (fence && place === null) place = fence;
    for (let at = from; at <= to; at += 1) {
      const line = lines[at - 1];
      const raw = line ? mended(text.slice(line.from, line.to)).replace(fence ? /$^/ : /^[ \t]*>[ \t]?/, "") : "";
      take(raw, at, notes, at > from);
    }
  }
  return { notes: notes.map((note) => ({ ...note, text: note.text.trim() })).filter((note) => note.text !== ""), place };
}

function take(raw: string, line: number, notes: ReadNote[], follows: boolean): void {
  const last = notes.at(-1);
  if (raw.trim() === "" || placeholder.test(raw)) {
    if (raw.trim() === "" && last?.kind === null) notes.push({ kind: null, text: "", line });
    return;
  }
  const { kind, text } = kindOf(raw);
  const continues = follows && last !== undefined && kind === null && (raw.startsWith("  ") || last.kind === null);
  if (!continues) notes.push({ kind, text, line });
  else if (last) last.text += `${last.text === "" ? "" : "\n"}${raw.replace(/^ {2}/, "")}`;
}

function countLines(text: string, span: Span): number {
  return text.slice(span.from, span.to).split(/\r\n|\n|\r/).length;
}

/** What lies between a fence's first and last line; `null` when it is never closed. */
function fenceInside(text: string, lines: Line[], first: number, last: number): Span | null {
  const [open, inner, close] = [lines[first - 1], lines[first], lines[last - 1]];
  if (!open || !inner || !close || last <= first || !/^ {0,3}(?:`{3,}|~{3,})[ \t]*$/.test(text.slice(close.from, close.to))) return null;
  return { from: inner.from, to: close.from };
}
