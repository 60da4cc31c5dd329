import { proposeMapping, type Mapping } from "@/lib/document/columns";
import { dateIn, dateInOrder } from "@/lib/document/dates";
import { decode } from "@/lib/document/decode";
import { markdownFromExport } from "@/lib/document/from-export-json";
import { markdownFromPaste, pastedKind } from "@/lib/document/from-paste";
import { markdownFromRows, type FromRows } from "@/lib/document/from-rows";
import { judgeBytes, limits } from "@/lib/document/limits";
import { largestOf } from "@/lib/document/own-export";
import type { PlainRest } from "@/lib/document/plain-items";
import type { MadeFrom, TableShown } from "@/lib/document/table-shown";
import { readCells, readCsv } from "./csv";
import { kindOf } from "./sniff";
import { number, type ReadTable, type Table } from "./table";
import { readXlsx } from "./xlsx";

/** A checklist as somebody gave it: a file, or what was pasted. */
export interface Brought { name: string; bytes: Uint8Array; pasted?: boolean }

/** What was said about it so far. */
export interface How {
  /** Which column is what; `null` = nobody has said yet. */
  mapping?: Mapping | null;
  /** Which sheet of a workbook, from 0; `null` = the first that holds anything. */
  sheet?: number | null;
  /** What a format that cannot say it shall say besides its items. */
  rest?: PlainRest;
  /** What rows and lists, which have no title, are called; else it is made of the file's name. */
  title?: string;
}

/** A checklist in Markdown: the name and bytes that are read, shown and kept with the launch. */
export interface GivenDocument {
  kind: "document";
  name: string;
  bytes: Uint8Array;
  from: MadeFrom;
  /** What a person should know of how it was made. */
  notices: string[];
}
export interface GivenTable { kind: "table"; table: TableShown }
export interface Refused { kind: "refused"; sentence: string }
export type Given = GivenDocument | GivenTable | Refused;

const shown = { rows: 8, characters: 160 } as const;

/**
 * Any file that can be imported, as the Markdown that is then read: Markdown as it is; rows, our own JSON and plain lists as
 * the Markdown made from them. Rows without a mapping are given back with what is proposed. Never throws; no clock, no
 * random, plain data in and out, so it can run in another thread.
 */
export function toDocument(source: Brought, how: How = {}): Given {
  const tooLarge = judgeBytes(source.bytes, largestOf(source.bytes));
  if (tooLarge) return refused(tooLarge.sentence);
  const kind = kindOf(source.name, source.bytes);
  if (typeof kind !== "string") return kind;
  if (kind === "zip") return fromTable(source, readXlsx(source.bytes, how.sheet ?? null), how);
  if (kind === "csv") return fromTable(source, readCsv(source.bytes), how);
  const decoded = kind === "json" || kind === "plain" || source.pasted ? decode(source.bytes) : null;
  if (kind === "json" || (source.pasted && decoded?.ok && decoded.text.trimStart().startsWith("{"))) {
    return decoded?.ok ? made(source, "export", markdownFromExport(decoded.text, how.rest)) : refused(decoded?.sentence ?? "");
  }
  const looks = decoded?.ok ? pastedKind(decoded.text) : "tasks";
  if (decoded?.ok && looks === "cells") return fromTable(source, readCells(decoded.text, { delimiter: "\t" }), how);
  if (decoded?.ok && looks === "list") return made(source, "list", listed(decoded.text, source, how));
  return { kind: "document", name: source.name, bytes: source.bytes, from: null, notices: [] };
}

function fromTable(source: Brought, read: ReadTable, how: How): Given {
  if (!read.ok) return refused(read.sentence);
  const { table } = read;
  if (!how.mapping) return { kind: "table", table: shownOf(table) };
  const from = markdownFromRows(table.rows, how.mapping, how.title ?? titleOf(source, table), how.rest);
  return made(source, "table", from.ok ? { ...from, notices: [...table.notices, ...from.notices] } : from);
}

function shownOf({ sheets, sheet, rows, notices }: Table): TableShown {
  const first = rows.slice(0, shown.rows).map((row) => row.map((cell) => (cell.length > shown.characters ? `${cell.slice(0, shown.characters)}…` : cell)));
  const mapping = proposeMapping(rows);
  const isUnclear = (cell = ""): boolean => cell.length < 20 && dateIn(cell) === null && dateInOrder(cell, "day-first") !== null;
  const unclearDates = mapping.columns.flatMap((_, at) => (rows.some((row) => isUnclear(row[at])) ? [at] : []));
  return { sheets, sheet, rows: rows.length, first, notices, mapping, unclearDates };
}

/** A sheet among several has a name of its own; else the file's says what it is. */
function titleOf(source: Brought, table?: Table): string {
  if (table && table.sheets.filter(({ empty }) => !empty).length > 1) return table.sheets[table.sheet]?.name ?? "";
  return source.pasted ? "Pasted list" : source.name.replace(/\.[^.]+$/, "").replace(/_/g, " ");
}

function listed(text: string, source: Brought, how: How): FromRows {
  const { markdown, items } = markdownFromPaste(text, how.title ?? titleOf(source), how.rest);
  const notice = `No line has a task box, so each line was read as one item (${number(items)}). Lines that end in a colon or begin with # are headings.`;
  return { ok: true, markdown, items, notices: [notice] };
}

function made(source: Brought, from: MadeFrom, outcome: FromRows): Given {
  if (!outcome.ok) return refused(outcome.sentence);
  const bytes = new TextEncoder().encode(outcome.markdown);
  if (bytes.length > limits.bytes) return refused(`The Markdown made from this file would have ${number(bytes.length)} bytes; at most ${number(limits.bytes)} can be imported. Split the file.`);
  const name = `${source.name.replace(/\.[^.]+$/, "") || "checklist"}.md`;
  return { kind: "document", name, bytes, from, notices: outcome.notices };
}

function refused(sentence: string): Refused {
  return { kind: "refused", sentence };
}
