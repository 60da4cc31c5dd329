import { statusIn } from "./status-signs";

/** What a column of a spreadsheet can be. */
export const columnKinds = [
  "text", "section", "group", "status", "reason", "applicability", "not-applicable-reason", "required", "owner", "due", "proof", "notes", "key", "parent",
] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** In which order "01/02/2027" is meant; `null` = such a date is left out. */
export type DateOrder = "day-first" | "month-first";

/** What each column is; shown before anything is read, and changed by hand where the proposal is wrong. */
export interface Mapping {
  /** Whether the first row names the columns. */
  header: boolean;
  /** By the column's place, from 0. `null` = not read. */
  columns: readonly (ColumnKind | null)[];
  dates: DateOrder | null;
}

export type Rows = readonly (readonly string[])[];

const names: [ColumnKind, RegExp][] = [
  ["text", /^(?:item|text|task|check|checklist item|requirement|criteri(?:on|a)|action|summary|subject|description|title|name|tarea|elemento|requisito|comprobación|acción|descripción|título|resumen)$/iu],
  ["section", /^(?:section|category|area|phase|domain|epic|sección|categoría|área|fase)$/iu],
  ["group", /^(?:group|sub-?section|sub-?category|topic|component|grupo|subsección|subcategoría|tema|componente)$/iu],
  ["status", /^(?:status|state|work|done|complete[d?]?|progress|estado|hecho|avance)$/iu],
  ["applicability", /^(?:applicability|applies|applicable|aplicabilidad|aplica)\??$/iu],
  ["reason", /^(?:reason|blocked because|blocker|motivo|razón|bloqueado por)$/iu],
  ["not-applicable-reason", /^(?:applicability reason|n\/a reason|motivo de no aplicar)$/iu],
  ["required", /^(?:required|mandatory|must[- ]have|requirement level|moscow|obligatorio|requerido)\??$/iu],
  ["owner", /^(?:owner|assignee|assigned to|responsible|responsable|asignado a)$/iu],
  ["due", /^(?:due|due date|deadline|target date|vence|fecha límite|fecha|vencimiento)$/iu],
  ["proof", /^(?:proof|evidence|link|links|url|evidencia|enlace|prueba)$/iu],
  ["notes", /^(?:notes?|comments?|remarks?|details|notas?|comentarios?|observaciones)$/iu],
  ["key", /^(?:key|id|issue key|clave)$/iu],
  ["parent", /^(?:parent|parent key|part of|parent id)$/iu],
];
/** Of these a sheet may have several, all of which are read. */
const several = new Set<ColumnKind>(["notes", "proof"]);

/**
 * Proposes what each column is, by its name; without names, the column with the most words is the item and one that
 * holds nothing but statuses is the status. No column is the item where nothing looks like one.
 */
export function proposeMapping(rows: Rows): Mapping {
  const [first = []] = rows;
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns: (ColumnKind | null)[] = Array.from({ length: width }, (_, at) => {
    const name = (first[at] ?? "").trim();
    return names.find(([, shape]) => shape.test(name))?.[0] ?? null;
  });
  for (const [at, kind] of columns.entries()) if (kind !== null && !several.has(kind) && columns.indexOf(kind) < at) columns[at] = null;
  if (columns.includes("text")) return { header: true, columns, dates: null };
  const header = columns.some((kind) => kind !== null);
  const body = rows.slice(header ? 1 : 0);
  const filled = (at: number): string[] => body.map((row) => (row[at] ?? "").trim());
  const lengths = columns.map((kind, at) => (kind === null ? filled(at).join("").length : 0));
  const longest = Math.max(0, ...lengths);
  if (longest > 0) columns[lengths.indexOf(longest)] = "text";
  const status = columns.findIndex((kind, at) => kind === null && filled(at).some((cell) => cell !== "") && filled(at).every((cell) => statusIn(cell) !== null));
  if (status >= 0 && !columns.includes("status")) columns[status] = "status";
  return { header, columns, dates: null };
}

/** The mapping with one column being something else; another one that was it is no longer read. */
export function withColumn(mapping: Mapping, column: number, kind: ColumnKind | null): Mapping {
  const columns = mapping.columns.map((one, at) => (at === column ? kind : one === kind && kind !== null && !several.has(kind) ? null : one));
  return { ...mapping, columns };
}

/** What a column is called: by the first row, else by its letters, as spreadsheets do. */
export function columnName(rows: Rows, header: boolean, at: number): string {
  const named = header ? (rows[0]?.[at] ?? "").replace(/\s+/g, " ").trim() : "";
  return named === "" ? columnLetters(at) : named;
}

/** 0 → A, 26 → AA. */
export function columnLetters(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : `${columnLetters(Math.floor(at / 26) - 1)}${columnLetters(at % 26)}`;
}
