import { applicabilities, works } from "@/lib/domain/state";
import { dayOf } from "./day";
import { markdownOf, type PlainItem } from "./plain-items";
import type { FromRows } from "./from-rows";

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/**
 * Our own JSON export ("readiness/1") as Markdown: items with their work, applicability, owners, dates and links. What it
 * says of verdicts, signatures and waivers is not taken over: a document cannot approve anything (decision rules §10).
 */
export function markdownFromExport(json: string): FromRows {
  let said: unknown;
  try {
    said = JSON.parse(json);
  } catch {
    return { ok: false, sentence: "This is no valid JSON. Choose a file that readiness exported." };
  }
  if (!isObject(said) || said.format !== "readiness/1" || !Array.isArray(said.items)) {
    return { ok: false, sentence: "This JSON is no export of readiness: it lacks \"format\": \"readiness/1\" and items." };
  }
  const items = said.items.flatMap((row: unknown): PlainItem[] => (isObject(row) && textOf(row.text).trim() !== "" ? [itemOf(row)] : []));
  if (items.length === 0) return { ok: false, sentence: "This export holds no items." };
  const launch = isObject(said.status) ? textOf(said.status.launch) : "";
  return { ok: true, markdown: markdownOf(launch, items), items: items.length };
}

function itemOf(row: Json): PlainItem {
  const links = Array.isArray(row.evidence) ? row.evidence.filter(isObject).filter((one) => one.kind === "link") : [];
  const work = works.find((one) => one === row.work) ?? "todo";
  const applicability = applicabilities.find((one) => one === row.applicability) ?? null;
  return {
    section: textOf(row.section), group: textOf(row.group), text: textOf(row.text), work, reason: work === "blocked" ? textOf(row.workReason) || null : null,
    applicability, applicabilityReason: applicability === "not-applicable" ? textOf(row.applicabilityReason) || null : null,
    owner: textOf(row.owner) || null, due: textOf(row.due) || null,
    evidence: links.map((one) => ({ title: textOf(one.title), url: textOf(one.url), on: dayOf(textOf(one.trueAt).slice(0, 10)) })),
  };
}
