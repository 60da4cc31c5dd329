import { isRule, widthOf } from "./limits";
import type { Line } from "./lines";

/** A run of whole lines that can be parsed by itself. */
export interface Chunk { from: number; to: number; firstLine: number }

/** Lines per chunk aimed at: small enough for the parser's super-linear cost, large enough for its overhead. */
export const usualAim = 40;
/** Lines of one root paragraph after which it is cut: none holds a task, and their cost grows with the square. */
const longParagraph = 200;
const rootMarker = /^([-*+]|\d{1,9}[.)])([ \t]+)[^ \t]/;
const fenceOpen = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})/;
const htmlOpen: [RegExp, RegExp][] = [
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
  [/^ {0,3}<![A-Za-z]/, />/],
  [/^ {0,3}<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
];

/**
 * Cuts a document into chunks whose parses, put side by side, hold the same tasks and headings as the parse of the
 * whole. Cuts only before a line in the first column that certainly begins a list item or an ATX heading there: not
 * inside a root fence or HTML block, and after a blank line or inside a list whose lines are all accounted for.
 * Where that is not certain nothing is cut: slower, never different. `aim` is in lines; `Infinity` cuts nothing.
 */
export function split(text: string, lines: Line[], start: number, aim: number): Chunk[] {
  const chunks: Chunk[] = [];
  let first = start;
  const cut = (before: number) => {
    const from = lines[first]?.from;
    if (from !== undefined && before > first) chunks.push({ from, to: lines[before]?.from ?? text.length, firstLine: first + 1 });
    first = before;
  };
  const state: State = { inside: null, indent: 0, item: null, blank: true, paragraph: 0, hopeless: false };
  for (let index = start; index < lines.length && !state.hopeless; index += 1) {
    const { from, to } = lines[index] ?? { from: 0, to: 0 };
    const line = text.slice(from, to);
    if (inLongParagraph(line, state)) cut(index);
    // After indented code the parser takes "7." for text, which GitHub does not: a cut there puts it right.
    if (begins(line, state) && (index - first >= aim || /^(?!0*1[.)])\d/.test(line))) cut(index);
  }
  cut(lines.length);
  return chunks;
}

interface State {
  /** What ends the root fence or HTML block that is open. */
  inside: RegExp | null;
  /** The open fence's or block's indentation. */
  indent: number;
  /** Content column of the open root list item, while every line since is surely inside it. */
  item: number | null;
  blank: boolean;
  /** Lines since a blank one that each begin with a letter in the first column: certainly one root paragraph. */
  paragraph: number;
  hopeless: boolean;
}

function inLongParagraph(line: string, state: State): boolean {
  const goesOn = !state.inside && /^\p{L}/u.test(line) && (state.blank || state.paragraph > 0);
  state.paragraph = goesOn ? state.paragraph + 1 : 0;
  return state.paragraph > 0 && state.paragraph % longParagraph === 0;
}

/** Whether a chunk may begin at this line; moves the state past it. */
function begins(line: string, state: State): boolean {
  const blanks = line.length - line.trimStart().length;
  const isBlank = /^[ \t]*$/.test(line);
  if (state.inside) {
    const indent = widthOf(line.slice(0, blanks));
    // An indented block may belong to a list item that this line ends: where it stops is then not certain.
    if (!isBlank && state.indent > 0 && indent < state.indent) state.hopeless = true;
    if (state.inside.test(line)) state.inside = null;
    state.blank = false;
    return false;
  }
  if (isBlank) {
    state.blank = true;
    return false;
  }
  const certain = state.blank || state.item !== null;
  state.blank = false;
  const marker = isRule(line) ? null : rootMarker.exec(line);
  if (marker) return beginsItem(marker, state, certain);
  if (state.item !== null && widthOf(/^[ \t]*/.exec(line)?.[0] ?? "") >= state.item) return false;
  state.item = null;
  openBlock(line, state);
  return certain && /^#{1,6}(?:[ \t]|$)/.test(line);
}

function beginsItem(marker: RegExpExecArray, state: State, certain: boolean): boolean {
  const [, sign = "", gap = ""] = marker;
  const width = widthOf(`${sign}${gap}`) - sign.length;
  const column = sign.length + (width > 4 ? 1 : width);
  state.item = certain ? column : null;
  return certain;
}

function openBlock(line: string, state: State): void {
  const fence = fenceOpen.exec(line);
  if (fence) {
    const [, blanks = "", run = ""] = fence;
    state.inside = new RegExp(`^ {0,3}${run.charAt(0)}{${run.length},}[ \\t]*$`);
    state.indent = blanks.length;
    return;
  }
  const html = htmlOpen.find(([open]) => open.test(line));
  if (!html) return;
  const [, close] = html;
  state.indent = line.length - line.trimStart().length;
  const opener = /^ {0,3}<!--/.test(line) ? line.replace("<!--", "") : line;
  if (!close.test(opener)) state.inside = close;
}
