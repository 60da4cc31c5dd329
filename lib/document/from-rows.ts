import { applicabilities, works, type Applicability, type Day, type Work } from "@/lib/domain/state";
import { columnName, type ColumnKind, type Mapping, type Rows } from "./columns";
import { dateIn, dateInOrder, dayOfSerial } from "./dates";
import { inPlaces, type Placed } from "./placed";
import { markdownOf, plainItem, type PlainItem, type PlainRest } from "./plain-items";
import type { EvidenceLink } from "./reading";
import { requiredIn } from "./required-words";
import { statusIn } from "./status-signs";

/** What was made of another format, or why nothing was. `notices`: what could not be read as it was meant, in words. */
export type FromRows = { ok: true; markdown: string; items: number; notices: string[] } | { ok: false; sentence: string };

/** One row: a column's text, and where to say what could not be read. */
interface Row { cell: (kind: ColumnKind) => string; all: (kind: ColumnKind) => { name: string; text: string }[]; own: boolean; mapping: Mapping; unread: (kind: ColumnKind, said: string) => void; remarks: PlainItem["remarks"] }

/**
 * Rows as Markdown, by a mapping. Rows without words are passed over; a section goes on until another is named. What a
 * cell says and no state can hold stands as a remark under its item, so that nothing is lost.
 */
export function markdownFromRows(rows: Rows, mapping: Mapping, title: string, rest?: PlainRest): FromRows {
  if (!mapping.columns.includes("text")) return { ok: false, sentence: "No column holds the items. Say which one does." };
  const { header, columns } = mapping;
  const nameOf = (at: number): string => columnName(rows, header, at);
  // Our own export marks as not applicable also what only follows from something else, and then gives no reason.
  const own = header && ["counts", "claimed", "verified"].every((name) => rows[0]?.includes(name));
  const unread = new Map<string, { kind: ColumnKind; name: string; said: string; rows: number[] }>();
  let section = "";
  const items = rows.slice(header ? 1 : 0).flatMap((cells, at): Placed[] => {
    const all = (kind: ColumnKind) => columns.flatMap((one, column) => {
      const text = (cells[column] ?? "").trim();
      return one === kind && text !== "" ? [{ name: nameOf(column), text }] : [];
    });
    const cell = (kind: ColumnKind): string => all(kind)[0]?.text ?? "";
    const text = cell("text");
    section = cell("section") || section;
    if (text === "") return [];
    const remarks: PlainItem["remarks"] = [];
    const notUnderstood = (kind: ColumnKind, said: string): void => {
      const name = all(kind)[0]?.name ?? kind;
      remarks.push({ name, text: said });
      const known = unread.get(`${kind} ${said}`) ?? { kind, name, said, rows: [] };
      known.rows.push(at + (header ? 2 : 1));
      unread.set(`${kind} ${said}`, known);
    };
    const item = itemOf({ cell, all, own, mapping, unread: notUnderstood, remarks });
    return [{ item: { ...item, section }, key: cell("key"), parent: cell("parent") }];
  });
  if (items.length === 0) return { ok: false, sentence: "No row holds an item in the column chosen. Choose another column." };
  return { ok: true, markdown: markdownOf(title, inPlaces(items), rest), items: items.length, notices: [...unread.values()].map(noticeOf) };
}

function itemOf(row: Row): PlainItem {
  const { cell, all, remarks, unread } = row;
  const status = stateIn(row);
  const applicability = applicabilityIn(row) ?? status.applicability;
  const work = status.work;
  const [reason, because] = [cell("reason"), cell("not-applicable-reason")];
  const why = applicability === "not-applicable" ? because || (row.own ? "" : reason) : "";
  const required = cell("required") === "" ? true : requiredIn(cell("required"));
  if (required === null) unread("required", cell("required"));
  // A reason for something that is not so is still somebody's words.
  if (reason !== "" && work !== "blocked" && reason !== why) remarks.push({ name: all("reason")[0]?.name ?? "Reason", text: reason });
  for (const { name, text } of all("notes")) remarks.push({ name, text });
  const derived = row.own && applicability === "not-applicable" && why === "";
  return plainItem({
    group: cell("group"), text: cell("text"), work, reason: work === "blocked" ? reason || null : null, required: required ?? true,
    applicability: derived ? null : applicability, applicabilityReason: why || null,
    owner: cell("owner") || null, due: dueIn(row), evidence: linksIn(row), remarks,
  });
}

function stateIn({ cell, unread }: Row): { work: Work; applicability: Applicability | null } {
  const said = cell("status");
  const known = works.find((one) => one === said.toLowerCase());
  const status = known === undefined ? statusIn(said) : { work: known, applicability: null };
  if (status === null) unread("status", said);
  return status ?? { work: "todo", applicability: null };
}

function applicabilityIn({ cell, unread }: Row): Applicability | null {
  const said = cell("applicability");
  if (said === "") return null;
  const known = applicabilities.find((one) => one === said.toLowerCase());
  if (known !== undefined) return known;
  const found = /^(?:yes|y|true|sí|si|x|aplica)$/iu.test(said) ? "applies" : /^(?:no|n|false|n\/a|not applicable|no aplica)$/iu.test(said) ? "not-applicable" : null;
  if (found === null) unread("applicability", said);
  return found;
}

function dueIn({ cell, mapping, unread }: Row): Day | null {
  const said = cell("due");
  if (said === "") return null;
  const found = dateIn(said) ?? (mapping.dates === null ? null : dateInOrder(said, mapping.dates)) ?? dayOfSerial(said);
  if (found === null) unread("due", said);
  return found;
}

/** The addresses among the proofs; words beside them are kept as a remark. */
function linksIn({ all, remarks }: Row): EvidenceLink[] {
  return all("proof").flatMap(({ name, text }) => {
    const links = text.match(/https?:\/\/\S+/giu) ?? [];
    const words = links.reduce((left, link) => left.replace(link, " "), text).replace(/[\s,;]+/g, " ").trim();
    if (words !== "") remarks.push({ name, text: words });
    return links.map((url) => ({ title: url, url, on: null }));
  });
}

const outcomes: Partial<Record<ColumnKind, string>> = {
  status: "no state that is known, so it is to do", applicability: "neither that it applies nor that it does not", required: "neither required nor advisory, so it is required",
  due: "no one day",
};

function noticeOf({ kind, name, said, rows }: { kind: ColumnKind; name: string; said: string; rows: number[] }): string {
  const shown = rows.slice(0, 5).join(", ");
  const where = rows.length === 1 ? `row ${shown}` : `rows ${shown}${rows.length > 5 ? ` and ${rows.length - 5} more` : ""}`;
  return `“${said.length > 60 ? `${said.slice(0, 60)}…` : said}” in “${name}” (${where}) says ${outcomes[kind] ?? "nothing that is read"}; the words are kept under the item.`;
}
