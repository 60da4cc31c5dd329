import { applicabilities, works, type Applicability } from "@/lib/domain/state";
import { dateIn } from "./dates";
import { markdownOf, type PlainItem } from "./plain-items";
import { statusIn } from "./status-signs";

/** What a column of a spreadsheet can be. */
export const columnKinds = ["item", "section", "group", "status", "applicability", "reason", "not-applicable-reason", "owner", "due"] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** Which column is what, from 0; shown before anything is read, and changed by hand where the proposal is wrong. */
export interface Mapping {
  /** Whether the first row names the columns. */
  header: boolean;
  columns: Partial<Record<ColumnKind, number>>;
}

const names: [ColumnKind, RegExp][] = [
  ["item", /^(?:item|task|check|checklist item|requirement|criteri(?:on|a)|action|description|title|name|tarea|elemento|requisito|comprobación|acción|descripción|título)$/iu],
  ["section", /^(?:section|category|area|phase|domain|sección|categoría|área|fase)$/iu],
  ["group", /^(?:group|sub-?section|sub-?category|topic|component|grupo|subsección|subcategoría|tema|componente)$/iu],
  ["status", /^(?:status|state|work|done|complete[d?]?|progress|estado|hecho|avance)$/iu],
  ["applicability", /^(?:applicability|applies|aplicabilidad|aplica)$/iu],
  ["reason", /^(?:reason|blocked because|blocker|comment|motivo|razón|bloqueado por)$/iu],
  ["not-applicable-reason", /^(?:applicability reason|n\/a reason|motivo de no aplicar)$/iu],
  ["owner", /^(?:owner|assignee|assigned to|responsible|responsable|asignado a)$/iu],
  ["due", /^(?:due|due date|deadline|target date|vence|fecha límite|fecha|vencimiento)$/iu],
];

/**
 * Proposes what each column is, by its name; without names, the column with the most words is the item and one that
 * holds nothing but statuses is the status. `item` is missing where nothing looks like one.
 */
export function proposeMapping(rows: readonly (readonly string[])[]): Mapping {
  const [first = []] = rows;
  const columns: Mapping["columns"] = {};
  for (const [at, name] of first.entries()) {
    const kind = names.find(([, shape]) => shape.test(name.trim()))?.[0];
    if (kind !== undefined && columns[kind] === undefined) columns[kind] = at;
  }
  if (columns.item !== undefined) return { header: true, columns };
  const header = Object.keys(columns).length > 0;
  const body = rows.slice(header ? 1 : 0);
  const width = Math.max(0, ...body.map((row) => row.length));
  const lengths = Array.from({ length: width }, (_, at) => (Object.values(columns).includes(at) ? 0 : body.reduce((sum, row) => sum + (row[at] ?? "").length, 0)));
  const longest = Math.max(0, ...lengths);
  if (longest > 0) columns.item = lengths.indexOf(longest);
  const status = lengths.findIndex((_, at) => at !== columns.item && body.every((row) => statusIn(row[at] ?? "") !== null) && body.some((row) => (row[at] ?? "").trim() !== ""));
  if (columns.status === undefined && status >= 0) columns.status = status;
  return { header, columns };
}

export type FromRows = { ok: true; markdown: string; items: number } | { ok: false; sentence: string };

/** Rows as Markdown, by a mapping. Rows without words are passed over; a section goes on until another is named. */
export function markdownFromRows(rows: readonly (readonly string[])[], { header, columns }: Mapping, title: string): FromRows {
  if (columns.item === undefined) return { ok: false, sentence: "No column holds the items. Say which one does." };
  let section = "";
  const items = rows.slice(header ? 1 : 0).flatMap((row): PlainItem[] => {
    const cell = (kind: ColumnKind) => (columns[kind] === undefined ? "" : (row[columns[kind]] ?? "").trim());
    const text = cell("item");
    section = cell("section") || section;
    return text === "" ? [] : [itemOf(text, section, cell)];
  });
  if (items.length === 0) return { ok: false, sentence: "No row holds an item in the column chosen. Choose another column." };
  return { ok: true, markdown: markdownOf(title, items), items: items.length };
}

function itemOf(text: string, section: string, cell: (kind: ColumnKind) => string): PlainItem {
  const said = cell("status").toLowerCase();
  const status = statusIn(cell("status"));
  const work = works.find((one) => one === said) ?? status?.work ?? "todo";
  const applicability: Applicability | null = applicabilities.find((one) => one === cell("applicability").toLowerCase()) ?? status?.applicability ?? null;
  return {
    section, group: cell("group"), text, work, applicability, reason: work === "blocked" ? cell("reason") || null : null,
    applicabilityReason: applicability === "not-applicable" ? cell("not-applicable-reason") || cell("reason") || null : null,
    owner: cell("owner") || null, due: dateIn(cell("due")), evidence: [],
  };
}
