import { linesOf } from "./lines";
import type { Reading } from "./reading";

/** One line of a document, with its ending and its number in the text it comes from; `null` for one put in. */
export interface LineRow { text: string; end: string; line: number | null }

/** A document's lines as rows that can be put into another order. */
export function lineRows(original: string): LineRow[] {
  const lines = linesOf(original);
  return lines.map(({ from, to }, at) => ({ text: original.slice(from, to), end: original.slice(to, lines[at + 1]?.from ?? original.length), line: at + 1 }));
}

/** The rows as text. The file ends as it did, with a line ending or without, whichever row is last now. */
export function textOf(rows: readonly LineRow[], { original, newline }: Pick<Reading, "original" | "newline">): string {
  const closed = original === "" || /[\r\n]$/.test(original);
  return rows.map((row, at) => {
    if (at < rows.length - 1) return row.text + (row.end === "" ? newline : row.end);
    // A closed file's last row is the empty one behind its last line ending.
    return row.text + (closed && row.text !== "" ? row.end || newline : "");
  }).join("");
}

export const isBlank = (row: LineRow | undefined): boolean => row === undefined || /^[ \t]*$/.test(row.text);
