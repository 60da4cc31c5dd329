import { columnKinds, columnLetters, columnName, type ColumnKind, type Mapping } from "@/lib/document/columns";
import type { TableShown } from "@/lib/document/table-shown";
import type { Refusal } from "@/lib/domain/refusal";
import { sentenceOf } from "../sentences";
import type { GivenDocument, GivenTable, How } from "../imports/to-document";
import { Failure, usage } from "./failure";

/** What the command line may say of a file that is a table. */
export const tableOptions = {
  columns: { type: "string" }, sheet: { type: "string" }, dates: { type: "string" }, "no-header": { type: "boolean" },
} as const;
export interface TableSaid { columns?: string | undefined; sheet?: string | undefined; dates?: string | undefined; "no-header"?: boolean | undefined }

/**
 * A file as a document. Of a table the columns have to be said with `--columns text=Name,section=Area` or, as they are
 * proposed, `--columns proposed`; without it the failure shows what was found.
 */
export async function documentOf(file: string, said: TableSaid, give: (how: How) => Promise<GivenDocument | GivenTable | Refusal>): Promise<GivenDocument> {
  const ask = async (how: How): Promise<GivenDocument | GivenTable> => {
    const given = await give(how);
    if ("allowed" in given) throw new Failure(3, sentenceOf(given));
    return given;
  };
  const first = await ask({});
  if (first.kind === "document") return first;
  const sheet = said.sheet === undefined ? first.table.sheet : sheetIn(first.table, said.sheet);
  const chosen = sheet === first.table.sheet ? first : await ask({ sheet });
  if (chosen.kind === "document") return chosen;
  if (said.columns === undefined) throw new Failure(3, proposal(file, chosen.table));
  const mapping = said.columns === "proposed" ? chosen.table.mapping : mappingIn(chosen.table, said);
  const given = await ask({ mapping: { ...mapping, dates: datesIn(said.dates) }, sheet });
  if (given.kind === "document") return given;
  throw new Error("A table with a mapping is a document.");
}

function sheetIn({ sheets }: TableShown, wanted: string): number {
  const found = sheets.findIndex(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  if (found >= 0) return found;
  if (sheets.length === 0) throw new Failure(3, "This file has no sheets. Leave --sheet out.");
  throw new Failure(3, `There is no sheet "${wanted}". This workbook has: ${sheets.map(({ name }) => name).join(", ")}.`);
}

function datesIn(wanted: string | undefined): Mapping["dates"] {
  if (wanted === undefined || wanted === "day-first" || wanted === "month-first") return wanted ?? null;
  throw usage("Say --dates day-first or --dates month-first.");
}

/** "text=Name,section=Area": kinds by the columns' names or letters. What is not named is not read. */
function mappingIn(table: TableShown, said: TableSaid): Mapping {
  const header = !(said["no-header"] ?? false);
  const columns: (ColumnKind | null)[] = table.mapping.columns.map(() => null);
  // A name may hold a comma: a new part begins only with a kind.
  for (const part of (said.columns ?? "").split(/,(?=\s*[a-z-]+\s*=)/)) {
    const [, word = "", name = ""] = /^\s*([a-z-]+)\s*=\s*(.*?)\s*$/.exec(part) ?? [];
    const kind = columnKinds.find((one) => one === word);
    if (kind === undefined) throw usage(`"${part.trim()}" says no column. Write KIND=COLUMN; the kinds are ${columnKinds.join(", ")}.`);
    const at = columns.findIndex((_, column) => columnName(table.first, header, column).toLowerCase() === name.toLowerCase());
    const place = at >= 0 ? at : columns.findIndex((_, column) => columnLetters(column) === name.toUpperCase());
    if (place < 0) throw new Failure(3, `There is no column "${name}". This file has: ${columns.map((_, column) => columnName(table.first, header, column)).join(", ")}.`);
    columns[place] = kind;
  }
  return { header, columns, dates: null };
}

function proposal(file: string, { rows, first, mapping, sheets, sheet, notices }: TableShown): string {
  const names = mapping.columns.map((_, at) => columnName(first, mapping.header, at));
  const body = first.slice(mapping.header ? 1 : 0);
  const lines = mapping.columns.map((kind, at) => {
    const sample = body.map((row) => row[at] ?? "").find((cell) => cell.trim() !== "")?.replace(/\s+/g, " ").slice(0, 50);
    return `  ${columnLetters(at).padEnd(3)} ${(names[at] ?? "").padEnd(24)} ${(kind ?? "not read").padEnd(22)} ${sample ?? ""}`.trimEnd();
  });
  const parts = mapping.columns.flatMap((kind, at) => (kind === null ? [] : [`${kind}=${names[at] ?? columnLetters(at)}`]));
  return [
    `${file} is a table of ${rows - (mapping.header ? 1 : 0)} rows. Nothing was read: say first which column is what. Proposed is`,
    ...lines, ...notices,
    ...(sheets.length > 1 ? [`This is the sheet "${sheets[sheet]?.name ?? ""}" of ${sheets.map(({ name }) => name).join(", ")}; --sheet NAME takes another one.`] : []),
    `Take it with --columns proposed, or say it yourself: --columns "${parts.length > 0 ? parts.join(",") : "text=A"}"${mapping.header ? "" : " --no-header"}.`,
  ].join("\n");
}
