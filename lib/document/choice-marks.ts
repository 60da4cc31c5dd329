import type { Line } from "./lines";
import type { LocatedTask } from "./locate";
import type { Span } from "./reading";
import { statusOf, statusSigns } from "./status-signs";

interface Row extends Span { line: number }

export const unclearBoxes = /^([ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+)(\[(?:~|-|\?|\/|>|<|!|n\/a|)\])(?=[ \t]+\S)/id;
/** Lines of a paragraph that begin with a box or a symbol, without a bullet. */
export const looseBoxes = /^([ \t>]*)(\[(?:[ xX~?/><!-]|n\/a|)\])(?=[ \t]+\S)/id;
export const usualBoxes = /^([ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+)(\[[ xX]\])(?=[ \t]+\S)/d;
const signed = new RegExp(String.raw`^([ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+)(${statusSigns})(?=[ \t]+\S)`, "du");

/** A line as an item, by a box of one shape; none when it has no such box. */
export function markedIn(text: string, at: Row, shape: RegExp): LocatedTask[] {
  const row = text.slice(at.from, at.to);
  const box = shape.exec(row)?.indices?.[2];
  return box ? [chosen(text, at.line, { from: at.from + box[0], to: at.from + box[1] }, at, statusOf(row.slice(...box)), { done: "[x]", open: "[ ]" })] : [];
}

const looseSign = new RegExp(String.raw`^([ \t>]*)(${statusSigns})(?=[ \t]+\S)`, "du");

/** A line that begins with a status symbol, as an item; `loose`: without a bullet. */
export function signedIn(text: string, at: Row, loose = false): LocatedTask[] {
  const row = text.slice(at.from, at.to);
  const box = (loose ? looseSign : signed).exec(row)?.indices?.[2];
  return box ? [chosen(text, at.line, { from: at.from + box[0], to: at.from + box[1] }, at, statusOf(row.slice(...box)), { done: "✅", open: "☐" })] : [];
}

/** A heading with a box, as an item. */
export function headingTask(text: string, line: number, words: Span, lines: Line[]): LocatedTask[] {
  const found = /^\[[ xX]\](?=[ \t]+\S)/.exec(text.slice(words.from, words.to));
  const at = lines[line - 1];
  // A heading over two lines has no end at which notes could stand.
  if (!found || !at || words.to > at.to) return [];
  const task = chosen(text, line, { from: words.from, to: words.from + 3 }, { from: at.from, to: words.to }, statusOf(found[0]), { done: "[x]", open: "[ ]" });
  return [{ ...task, end: words.to, heading: true }];
}

function chosen(text: string, line: number, box: Span, row: Span, status: ReturnType<typeof statusOf>, marks: { done: string; open: string }): LocatedTask {
  const extent = { from: row.from, to: row.to };
  // The sign for a hard break stays behind the notes.
  const end = row.to - (/[ \t]*\\$/.exec(text.slice(row.from, row.to))?.[0].length ?? 0);
  return {
    ...(end < row.to ? { end } : {}), line, checked: status.work === "done", box, words: { from: box.to, to: row.to }, closed: [], extent, parent: null, marks,
    claims: status.work === "todo" || status.work === "done" ? { applicability: status.applicability } : status,
  };
}
