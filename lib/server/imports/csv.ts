import Papa from "papaparse";
import { decode } from "@/lib/document/decode";
import { judgeBytes } from "@/lib/document/limits";
import { largestOf } from "@/lib/document/own-export";
import { cp1252 } from "@/lib/document/mojibake";
import { stripNeutral } from "../exports/cells";
import { judgeTable, type ReadTable } from "./table";

/**
 * The rows of a CSV file: commas, semicolons or tabs; UTF-8, UTF-16 with its mark, else Windows-1252, which is said. What our
 * own export put before a formula's sign is taken off again (trust 8).
 */
export function readCsv(bytes: Uint8Array): ReadTable {
  const tooLarge = judgeBytes(bytes, largestOf(bytes));
  if (tooLarge) return tooLarge;
  const text = textOf(bytes);
  return text.ok ? readCells(text.text, { notices: text.notices }) : text;
}

/** The same from text: what was copied from a spreadsheet has tabs between its cells. */
export function readCells(text: string, { notices = [], delimiter }: { notices?: string[]; delimiter?: string } = {}): ReadTable {
  // Spreadsheets write the separator into the first line for each other.
  const said = /^sep=(.)\r?\n/i.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  const given = delimiter ?? said?.[1];
  const parsed = parse(body, given ?? guessed(body));
  const open = parsed.errors.find(({ code }) => code === "MissingQuotes");
  if (open) return { ok: false, sentence: `Row ${(open.row ?? 0) + 1} opens a quotation mark that is never closed. Close it, or write it twice ("") where it is meant as such.` };
  const [first = []] = parsed.data;
  // One name and commas in what stands below it: the commas are in the words.
  const single = given === undefined && first.length === 1 && parsed.data.some((row) => row.length > 1);
  const rows = single ? parse(body, "\u001f").data : parsed.data;
  return judgeTable({
    sheets: [], sheet: 0, rows: rows.map((row) => row.map(stripNeutral)).filter((row) => row.some((cell) => cell.trim() !== "")),
    notices: single ? [...notices, "The first row has one cell, so each line was read as one cell, with its commas and semicolons."] : notices,
  });
}

function parse(text: string, delimiter: string, preview = 0): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(text, { skipEmptyLines: "greedy", delimiter, preview });
}

/**
 * What stands between the cells: the sign with which quotation marks come out even, and most of the first rows have the same
 * number of cells. Papa's own guess takes a sign inside a quoted cell for one.
 */
function guessed(text: string): string {
  const tried = [",", ";", "\t"].map((delimiter) => {
    const { data, errors } = parse(text, delimiter, 100);
    const widths = new Map<number, number>();
    for (const { length } of data) widths.set(length, (widths.get(length) ?? 0) + 1);
    const [width = 1, rows = 0] = [...widths].filter(([length]) => length > 1).sort((one, other) => other[1] - one[1])[0] ?? [];
    return { delimiter, odd: errors.filter(({ type }) => type === "Quotes").length, share: rows / Math.max(1, data.length), width };
  });
  return tried.sort((one, other) => one.odd - other.odd || other.share - one.share || other.width - one.width)[0]?.delimiter ?? ",";
}

function textOf(bytes: Uint8Array): { ok: true; text: string; notices: string[] } | { ok: false; sentence: string } {
  const decoded = decode(bytes);
  if (decoded.ok) return { ok: true, text: decoded.text, notices: [] };
  if (decoded.why === "empty") return { ok: false, sentence: "This file is empty. Choose a CSV file that holds a checklist." };
  const text = decoded.why === "encoding" ? western(bytes) : "";
  // Control characters that no text has: an image, a program, another kind of file.
  if (text === "" || /[\0-\u0008\u000e-\u001a\u001c-\u001f]/.test(text)) return { ok: false, sentence: "This is no CSV file: it holds bytes that no text has. Save the sheet as CSV (UTF-8) or XLSX again." };
  return { ok: true, text, notices: ["The file is not UTF-8, so it was read as Windows-1252. Look whether accents are right below; if not, save it as CSV UTF-8."] };
}

/** Windows-1252 as text, also in versions of Node whose decoder leaves 0x80 to 0x9F as the controls they are in Latin-1. */
function western(bytes: Uint8Array): string {
  const signs = [...cp1252];
  return new TextDecoder("latin1").decode(bytes).replace(/[\u0080-\u009f]/g, (sign) => signs[sign.charCodeAt(0) - 0x80] ?? sign);
}
