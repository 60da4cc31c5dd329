import { strFromU8, unzipSync } from "fflate";
import { judgeBytes } from "@/lib/document/limits";
import { judgeRows, type Rows } from "./csv";
import { attributeOf, tagsIn, unescapeXml } from "./xml";

/** What a workbook may unpack to at most: more is a bomb or not a checklist. */
const most = { files: 300, file: 16 * 1_048_576, columns: 200 } as const;
const needed = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/;

class TooLarge extends Error {}

/**
 * The rows of a workbook's first sheet, as text: numbers as they are, dates as days, formulas by their last result. Only
 * the parts needed are unpacked, each no larger than it says and than the limit.
 */
export function readXlsx(bytes: Uint8Array): Rows {
  const tooLarge = judgeBytes(bytes);
  if (tooLarge) return tooLarge;
  try {
    return judgeRows(rowsOf(unpack(bytes)));
  } catch (error) {
    if (error instanceof TooLarge) return { ok: false, sentence: error.message };
    return { ok: false, sentence: "This is no XLSX workbook that can be read. Save it as XLSX or CSV again." };
  }
}

function unpack(bytes: Uint8Array): (name: string) => string {
  let [files, size] = [0, 0];
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      files += 1;
      if (files > most.files) throw new TooLarge(`This workbook holds more than ${most.files} files. Save it as CSV.`);
      if (!needed.test(name)) return false;
      size += originalSize;
      if (size > most.file) throw new TooLarge(`This workbook unpacks to more than ${most.file / 1_048_576} MiB. Save the one sheet as CSV.`);
      return true;
    },
  });
  return (name) => (parts[name] ? strFromU8(parts[name]) : "");
}

function rowsOf(part: (name: string) => string): string[][] {
  const sheet = part(firstSheet(part));
  if (sheet === "") throw new Error("no sheet");
  const shared = sharedStrings(part("xl/sharedStrings.xml"));
  const dated = dateStyles(part("xl/styles.xml"));
  const rows: string[][] = [];
  let row: string[] = [];
  let [column, type, style, value, inside] = [0, "", 0, "", false];
  for (const { name, attributes, text, closing } of tagsIn(sheet)) {
    if (name === "row" && !closing) rows.push((row = []));
    if (name === "c" && !closing) {
      column = columnOf(attributeOf(attributes, "r")) ?? row.length;
      if (column >= most.columns) throw new TooLarge(`This sheet has more than ${most.columns} columns. Keep the ones that matter.`);
      [type, style, value, inside] = [attributeOf(attributes, "t") ?? "n", Number(attributeOf(attributes, "s") ?? 0), "", false];
    }
    if ((name === "v" || name === "t") && !closing) inside = true;
    if (inside && !closing) value += text;
    if ((name === "v" || name === "t") && closing) inside = false;
    if (name === "c" && closing) {
      while (row.length < column) row.push("");
      row[column] = cellText(type, unescapeXml(value), shared, dated.has(style));
    }
  }
  return rows.filter((cells) => cells.some((cell) => cell.trim() !== ""));
}

function cellText(type: string, value: string, shared: readonly string[], dated: boolean): string {
  if (type === "s") return shared[Number(value)] ?? "";
  if (type === "b") return value === "1" ? "yes" : "no";
  return type === "n" && dated && value !== "" ? dayOfSerial(Number(value)) : value;
}

/** Days since the last day of 1899, as spreadsheets count them (1900 is a leap year to them). */
function dayOfSerial(serial: number): string {
  const at = Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000;
  return Number.isFinite(at) && Math.abs(at) < 8.64e15 ? new Date(at).toISOString().slice(0, 10) : String(serial);
}

/** "B7" → 1. */
function columnOf(reference: string | null): number | null {
  const letters = /^([A-Z]{1,3})\d/.exec(reference ?? "")?.[1];
  return letters === undefined ? null : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function firstSheet(part: (name: string) => string): string {
  const sheet = [...tagsIn(part("xl/workbook.xml"))].find(({ name, closing }) => name === "sheet" && !closing);
  const id = sheet && attributeOf(sheet.attributes, "r:id");
  const target = [...tagsIn(part("xl/_rels/workbook.xml.rels"))].find(({ name, attributes }) => name === "Relationship" && attributeOf(attributes, "Id") === id);
  const path = target && attributeOf(target.attributes, "Target");
  return path ? (path.startsWith("/") ? path.slice(1) : `xl/${path}`) : "xl/worksheets/sheet1.xml";
}

function sharedStrings(xml: string): string[] {
  const found: string[] = [];
  let [inside, phonetic] = [false, false];
  for (const { name, text, closing } of tagsIn(xml)) {
    if (name === "si" && !closing) found.push("");
    // How a word is read aloud is no part of it.
    if (name === "rPh") phonetic = !closing;
    if (name === "t") inside = !closing && !phonetic;
    if (name === "t" && inside) found[found.length - 1] = `${found.at(-1) ?? ""}${unescapeXml(text)}`;
  }
  return found;
}

/** Styles (by their place) whose numbers are dates. */
function dateStyles(xml: string): Set<number> {
  const custom = new Set<string>();
  const found = new Set<number>();
  let [within, at] = [false, 0];
  for (const { name, attributes, closing } of tagsIn(xml)) {
    const format = attributeOf(attributes, "numFmtId") ?? "";
    if (name === "numFmt" && /[dmy]/i.test((attributeOf(attributes, "formatCode") ?? "").replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""))) custom.add(format);
    if (name === "cellXfs") within = !closing;
    if (name !== "xf" || !within || closing) continue;
    if (custom.has(format) || (Number(format) >= 14 && Number(format) <= 22)) found.add(at);
    at += 1;
  }
  return found;
}
