import type { Sheet } from "@/lib/document/table-shown";
import { strFromU8, unzipSync } from "fflate";
import { judgeBytes } from "@/lib/document/limits";
import { judgeTable, most, number, type ReadTable } from "./table";
import { attributeOf, tagsIn, unescapeXml } from "./xml";

/** What a workbook may unpack to at most: more is a bomb or not a checklist. */
const limits = { files: 300, bytes: 16 * 1_048_576 } as const;
const needed = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/;

class Refused extends Error {}

/**
 * The rows of one of a workbook's sheets, as text: numbers as they are, dates as days, formulas by their last result. `sheet`
 * is its place, from 0; `null` = the first that holds anything. Only the parts needed are unpacked, and no more than the limit.
 */
export function readXlsx(bytes: Uint8Array, sheet: number | null = null): ReadTable {
  const tooLarge = judgeBytes(bytes);
  if (tooLarge) return tooLarge;
  try {
    return tableOf(unpack(bytes), sheet);
  } catch (error) {
    if (error instanceof Refused) return { ok: false, sentence: error.message };
    return { ok: false, sentence: "This is no XLSX workbook that can be read. Save it as XLSX or CSV again." };
  }
}

type Part = (name: string) => string;

function unpack(bytes: Uint8Array): Part {
  judgeZip(bytes);
  const parts = unzipSync(bytes, { filter: ({ name }) => needed.test(name) });
  const texts = new Map(Object.entries(parts).map(([name, part]) => [name, strFromU8(part)]));
  return (name) => texts.get(name) ?? "";
}

/** Looks through the whole directory before anything is unpacked, and says what it found. */
function judgeZip(bytes: Uint8Array): void {
  let [files, size, workbook, other] = [0, 0, false, ""];
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      files += 1;
      if (needed.test(name)) size += originalSize;
      if (name === "xl/workbook.bin") other = "a binary workbook (XLSB)";
      if (name === "content.xml") other = "an OpenDocument file";
      if (name.startsWith("word/")) other = "a Word document";
      if (name.startsWith("Index/") || name.endsWith(".iwa")) other = "a Numbers or Pages file";
      workbook ||= name.startsWith("xl/worksheets/");
      return false;
    },
  });
  if (files > limits.files) throw new Refused(`This workbook holds ${number(files)} files; at most ${limits.files} are read. Save the one sheet as CSV.`);
  if (size > limits.bytes) throw new Refused(`This workbook unpacks to ${number(size)} bytes; at most ${number(limits.bytes)} are read. Save the one sheet as CSV.`);
  if (!workbook) throw new Refused(`This is ${other || "a ZIP archive"} and no XLSX workbook. ${other === "" || other.startsWith("a Word") ? "Choose an XLSX, CSV or Markdown file." : "Save it as XLSX or CSV."}`);
}

function tableOf(part: Part, wanted: number | null): ReadTable {
  const paths = sheetsOf(part);
  const sheets: Sheet[] = paths.map(({ name, path }) => ({ name, empty: !/<(?:\w+:)?(?:v|t)[ >]/.test(part(path)) }));
  const sheet = wanted ?? sheets.findIndex(({ empty }) => !empty);
  const path = paths[sheet]?.path;
  if (path === undefined) throw new Refused(wanted === null ? "No sheet of this workbook holds anything. Choose a file that holds a checklist." : `This workbook has no sheet ${wanted + 1}; it has ${sheets.length}.`);
  if (part(path) === "") throw new Error("no sheet");
  const { rows, unknown } = rowsOf(part, path);
  if (rows.length === 0) throw new Refused(`The sheet “${sheets[sheet]?.name ?? ""}” is empty. Choose another sheet or file.`);
  const notices = unknown === 0 ? [] : [`${unknown === 1 ? "One cell holds a formula" : `${number(unknown)} cells hold formulas`} without a result, so ${unknown === 1 ? "it is" : "they are"} read as empty. Open and save the workbook in a spreadsheet once.`];
  return judgeTable({ sheets, sheet, rows, notices });
}

function rowsOf(part: Part, path: string): { rows: string[][]; unknown: number } {
  const shared = sharedStrings(part("xl/sharedStrings.xml"));
  const dated = dateStyles(part("xl/styles.xml"));
  const from1904 = [...tagsIn(part("xl/workbook.xml"))].some(({ name, attributes }) => name === "workbookPr" && /^(?:1|true)$/.test(attributeOf(attributes, "date1904") ?? ""));
  const rows: string[][] = [];
  let row: string[] = [];
  let [column, type, style, value, inside, formula, unknown] = [0, "", 0, "", false, false, 0];
  for (const { name, attributes, text, closing } of tagsIn(part(path))) {
    if (name === "row" && !closing) {
      if (row.every((cell) => cell.trim() === "")) rows.pop();
      rows.push((row = []));
    }
    if (name === "c" && !closing) {
      column = columnOf(attributeOf(attributes, "r")) ?? row.length;
      if (column >= most.columns) throw new Refused(`This sheet has ${number(column + 1)} columns or more; at most ${most.columns} are read. Keep the ones that matter.`);
      [type, style, value, inside, formula] = [attributeOf(attributes, "t") ?? "n", Number(attributeOf(attributes, "s") ?? 0), "", false, false];
    }
    if (name === "f" && !closing) formula = true;
    if ((name === "v" || name === "t") && !closing) inside = true;
    if (inside && !closing) value += text;
    if ((name === "v" || name === "t") && closing) inside = false;
    if (name === "c" && closing) {
      if (formula && value === "") unknown += 1;
      while (row.length < column) row.push("");
      row[column] = cellText(type, unescapeXml(value), shared, dated.has(style), from1904);
    }
  }
  return { rows: rows.filter((cells) => cells.some((cell) => cell.trim() !== "")), unknown };
}

function cellText(type: string, value: string, shared: readonly string[], dated: boolean, from1904: boolean): string {
  if (type === "s") return shared[Number(value)] ?? "";
  if (type === "b") return value === "1" ? "yes" : "no";
  return type === "n" && dated && value !== "" ? dayOf(Number(value), from1904) : value;
}

/** Days since the last day of 1899, as spreadsheets count them (1900 is a leap year to them), or since 1904 began. */
function dayOf(serial: number, from1904: boolean): string {
  const at = Date.UTC(1899, 11, 30) + Math.floor(serial + (from1904 ? 1462 : 0)) * 86_400_000;
  return Number.isFinite(at) && Math.abs(at) < 8.64e15 ? new Date(at).toISOString().slice(0, 10) : String(serial);
}

/** "B7" → 1. */
function columnOf(reference: string | null): number | null {
  const letters = /^([A-Z]{1,3})\d/.exec(reference ?? "")?.[1];
  return letters === undefined ? null : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The sheets in the workbook's order, without those that are hidden; a workbook that names none has one. */
function sheetsOf(part: Part): { name: string; path: string }[] {
  const targets = new Map([...tagsIn(part("xl/_rels/workbook.xml.rels"))].flatMap(({ name, attributes }) =>
    name === "Relationship" ? [[attributeOf(attributes, "Id"), attributeOf(attributes, "Target")] as const] : []));
  const found = [...tagsIn(part("xl/workbook.xml"))].filter(({ name, closing }) => name === "sheet" && !closing).flatMap(({ attributes }, at) => {
    if (/hidden/i.test(attributeOf(attributes, "state") ?? "")) return [];
    const target = targets.get(attributeOf(attributes, "r:id")) ?? `worksheets/sheet${at + 1}.xml`;
    return [{ name: attributeOf(attributes, "name") ?? "", path: target.startsWith("/") ? target.slice(1) : `xl/${target}` }];
  });
  return found.length > 0 ? found : [{ name: "Sheet 1", path: "xl/worksheets/sheet1.xml" }];
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

/** Styles (by their place) whose numbers are days. */
function dateStyles(xml: string): Set<number> {
  const custom = new Set<string>();
  const found = new Set<number>();
  let [within, at] = [false, 0];
  for (const { name, attributes, closing } of tagsIn(xml)) {
    const format = attributeOf(attributes, "numFmtId") ?? "";
    if (name === "numFmt" && /[dy]/i.test((attributeOf(attributes, "formatCode") ?? "").replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""))) custom.add(format);
    if (name === "cellXfs") within = !closing;
    if (name !== "xf" || !within || closing) continue;
    // 18 to 21 are times of day; from 27 on are days as East Asian spreadsheets write them (ECMA-376, 18.8.30).
    const built = Number(format);
    if (custom.has(format) || (built >= 14 && built <= 17) || built === 22 || (built >= 27 && built <= 36) || (built >= 50 && built <= 58)) found.add(at);
    at += 1;
  }
  return found;
}
