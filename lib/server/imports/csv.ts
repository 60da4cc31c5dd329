import Papa from "papaparse";
import { decode } from "@/lib/document/decode";
import { judgeBytes, limits } from "@/lib/document/limits";
import { stripNeutral } from "../exports/cells";

export type Rows = { ok: true; rows: string[][] } | { ok: false; sentence: string };

/** The rows of a CSV file: commas, semicolons or tabs. What our own export put before a formula's sign is taken off again. */
export function readCsv(bytes: Uint8Array): Rows {
  const tooLarge = judgeBytes(bytes);
  if (tooLarge) return tooLarge;
  const decoded = decode(bytes);
  if (!decoded.ok) return { ok: false, sentence: decoded.sentence.replace("a Markdown file", "a CSV file").replace("a checklist in Markdown", "a CSV file") };
  const { data } = Papa.parse<string[]>(decoded.text, { skipEmptyLines: "greedy", delimitersToGuess: [",", ";", "\t"] });
  return judgeRows(data.map((row) => row.map(stripNeutral)));
}

/** The same limits as for Markdown (trust 9), with one row more for the names of the columns. */
export function judgeRows(rows: string[][]): Rows {
  if (rows.length > limits.items + 1) return { ok: false, sentence: `This file has ${rows.length} rows; at most ${limits.items} items can be imported. Split it.` };
  const long = rows.findIndex((row) => row.some((cell) => cell.length > limits.lineLength));
  if (long >= 0) return { ok: false, sentence: `Row ${long + 1} has a cell of more than ${limits.lineLength} characters. Shorten it.` };
  return rows.length === 0 ? { ok: false, sentence: "This file has no rows." } : { ok: true, rows };
}
