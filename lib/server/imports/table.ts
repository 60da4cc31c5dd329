import type { Rows } from "@/lib/document/columns";
import { limits } from "@/lib/document/limits";
import type { Sheet } from "@/lib/document/table-shown";

/** A file of rows: its sheets (none for CSV), the one that was read, and what a person should know of the reading. */
export interface Table { sheets: Sheet[]; sheet: number; rows: Rows; notices: string[] }
export type ReadTable = { ok: true; table: Table } | { ok: false; sentence: string };

/** What rows may hold at most: the checklist's own limits (trust 9), columns, and text in all cells together. */
export const most = { rows: limits.items + 1, columns: 200, characters: 8 * 1_048_576 } as const;

export const number = (value: number): string => value.toLocaleString("en-US");

/** The same limits as for Markdown (trust 9), with one row more for the names of the columns. */
export function judgeTable(table: Table): ReadTable {
  const { rows } = table;
  const refused = (sentence: string): ReadTable => ({ ok: false, sentence });
  if (rows.length === 0) return refused("This file has no rows. Choose one that holds a checklist.");
  if (rows.length > most.rows) return refused(`This file has ${number(rows.length)} rows; at most ${number(limits.items)} items can be imported. Split it.`);
  const wide = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (wide > most.columns) return refused(`This file has ${number(wide)} columns; at most ${most.columns} are read. Keep the ones that matter.`);
  let characters = 0;
  for (const [at, row] of rows.entries()) {
    const long = row.find((cell) => cell.length > limits.lineLength);
    if (long !== undefined) return refused(`Row ${number(at + 1)} has a cell of ${number(long.length)} characters; at most ${number(limits.lineLength)} are read. Shorten it.`);
    characters += row.reduce((sum, cell) => sum + cell.length, 0);
  }
  if (characters > most.characters) return refused(`The cells hold ${number(characters)} characters together; at most ${number(most.characters)} are read. Split the file.`);
  return { ok: true, table };
}
