import { strToU8, zipSync } from "fflate";
import { liveItems } from "@/lib/domain/survey";
import { decisionReason } from "@/lib/report/decision-reason";
import { texts } from "@/lib/texts/texts";
import { escapeXml } from "../imports/xml";
import { neutral } from "./cells";
import { columns, type Cell, type Exported } from "./csv";
import { reportSheets } from "./xlsx-sheets";
import { fixedParts, styles } from "./xlsx-parts";

/** Columns that hold a day, and those that hold a moment (in UTC, as their names say). */
const days = new Set(["due", "next review"]);
/** Columns of sentences, which want more room than the others. */
const wide = new Set(["item", "what", "note", "condition", "because", "blocked because", "applicability reason", "metric", "section", "compensating control", "waiver because", "roll back when", "decided because"]);
const widths = { words: 60, usual: 18 } as const;
const moments = new Set(["work since", "since", "signed", "deadline", "ends", "measured", "written", "waiver ends", "measured at"]);
/** A spreadsheet holds no more characters in a cell. */
const longest = 32_767;

/** The launch's items as an XLSX workbook, in the document's order: numbers as numbers, dates as dates, texts as texts. */
export function exportXlsx(launch: Exported): Uint8Array {
  const items = liveItems(launch.state);
  const rows = items.map((item) => columns.map(({ name, of }) => cellOf(name, of(item, launch))));
  const rest = reportSheets(launch).map(({ name, head, rows: told }) => ({ name, head, rows: [headOf(head), ...told.map((cells) => cells.map((cell, at) => cellOf(head[at] ?? "", cell)))], table: true }));
  const head = columns.map(({ name }) => name);
  return workbook([{ name: "items", head, rows: [headOf(head), ...rows], table: true }, { name: "status", head: ["", "what"], rows: statusRows(launch), table: false }, ...rest]);
}

function headOf(names: readonly string[]): Written[] {
  return names.map((name) => textCell(moments.has(name) ? `${name} (UTC)` : name, styles.head));
}

/** What the items add up to, when, and by which rules: a sheet by itself, so that the first one stays a plain table. */
function statusRows({ state, judgement, people, asOf }: Exported): Written[][] {
  const { claimed, verified, waived, undecided, blocked, notApplicable } = judgement.numbers;
  const { launch } = state;
  const { decision } = judgement;
  const t = texts("report");
  const facts: [string, Cell, "moment"?][] = [
    ["launch", launch.name], [asOf ? "as it stood at (UTC)" : "made (UTC)", judgement.at, "moment"], ["event", judgement.revision], ["rule version", judgement.rule],
    ["go-live (UTC)", judgement.goLive, "moment"], ["verdict", judgement.verdict], ["verified", verified.done], ["claimed", claimed.done], ["of", verified.of],
    ["waived", waived], ["undecided", undecided], ["blocked", blocked], ["not applicable", notApplicable], ["in the way", judgement.reasons.length],
    ["decision", decision === null ? null : [t(`outcome.${decision.outcome}`), ...(decision.againstVerdict ? [t("against")] : []), ...(decision.stands ? [] : [t("earlier")])].join(", ")],
    ["decided (UTC)", decision?.at ?? null, "moment"], ["decided by", decision && (people[decision.by]?.name ?? null)], ["decided because", decisionReason(state, judgement)], ["next review", launch.nextReview],
  ];
  return facts.map(([name, value, moment]) => [textCell(name, styles.head), cellOf(moment ? "work since" : name, value)]);
}

/** A cell without its address; `null` for an empty one. */
type Written = ((address: string) => string) | null;

function cellOf(column: string, value: Cell): Written {
  if (value === null || value === "") return null;
  if (typeof value === "number") return (address) => `<c r="${address}"><v>${value}</v></c>`;
  if (typeof value === "boolean") return (address) => `<c r="${address}" t="b"><v>${value ? 1 : 0}</v></c>`;
  const serial = days.has(column) ? serialOf(`${value}T00:00:00.000Z`) : moments.has(column) ? serialOf(value) : null;
  if (serial !== null) return (address) => `<c r="${address}" s="${days.has(column) ? styles.day : styles.moment}"><v>${serial}</v></c>`;
  // A text is never a formula in its cell; marked as quoted, it stays none when somebody edits or saves it as CSV.
  return textCell(value, neutral(value) === value ? styles.text : styles.quoted);
}

function textCell(value: string, style: number): Written {
  const text = value.length > longest ? `${value.slice(0, longest - 6)}… cut` : value;
  return (address) => `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

/** Days since the last day of 1899, with the time as a fraction; `null` for what is no moment or before 1900-03-01. */
function serialOf(instant: string): number | null {
  const serial = (Date.parse(instant) - Date.UTC(1899, 11, 30)) / 86_400_000;
  return Number.isFinite(serial) && serial >= 61 ? Math.round(serial * 1e11) / 1e11 : null;
}

interface WrittenSheet { name: string; /** Names of its columns, for their widths. */ head: readonly string[]; rows: readonly (readonly Written[])[]; table: boolean }

function sheetOf({ head, rows, table }: WrittenSheet): string {
  const body = rows.map((cells, row) => `<row r="${row + 1}">${cells.map((cell, at) => cell?.(`${letters(at)}${row + 1}`) ?? "").join("")}</row>`).join("");
  const last = `${letters(Math.max(0, (rows[0]?.length ?? 1) - 1))}${Math.max(1, rows.length)}`;
  const pane = `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:${last}"/>`
    + `<sheetViews><sheetView workbookViewId="0">${table ? pane : ""}</sheetView></sheetViews>`
    + `<cols>${head.map((name, at) => `<col min="${at + 1}" max="${at + 1}" width="${wide.has(name) ? widths.words : widths.usual}" customWidth="1"/>`).join("")}</cols>`
    + `<sheetData>${body}</sheetData>${table ? `<autoFilter ref="A1:${last}"/>` : ""}</worksheet>`;
}

function workbook(sheets: readonly WrittenSheet[]): Uint8Array {
  const written = Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetOf(sheet)]));
  const parts = { ...fixedParts(sheets.map(({ name }) => name)), ...written };
  // One moment for all files, so that the same state gives the same bytes.
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])), { mtime: new Date(1980, 0, 1), level: 6 });
}

/** 0 → A, 26 → AA. */
function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : `${letters(Math.floor(column / 26) - 1)}${letters(column % 26)}`;
}
