import { comparators } from "@/lib/domain/judge-target";
import { applicabilities, windows, works, type Day, type Threshold } from "@/lib/domain/state";
import { dayOf as dayIn } from "@/lib/domain/zone";
import { dayOf } from "./day";
import { inPlaces, type Placed } from "./placed";
import { markdownOf, plainItem, type PlainItem, type PlainRest } from "./plain-items";
import type { ClaimedWaiver, EvidenceLink } from "./reading";
import type { FromRows } from "./from-rows";

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
const rowsOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/**
 * Our own JSON export ("readiness/1") as Markdown: items with their work, applicability, owners, dates, links and waivers;
 * seats, notes and dates. What it says of verdicts, signatures and approvals is not taken over: a document cannot approve
 * anything (decision rules §10). Names on places to sign, which it does not hold, are as in the document it is a newer one of.
 */
export function markdownFromExport(json: string, before: Pick<PlainRest, "seats"> = { seats: [] }): FromRows {
  let said: unknown;
  try {
    said = JSON.parse(json);
  } catch {
    return { ok: false, sentence: "This is no valid JSON. Choose a file that Readiness exported." };
  }
  if (!isObject(said) || said.format !== "readiness/1" || !Array.isArray(said.items)) {
    return { ok: false, sentence: "This JSON is no export of Readiness: it lacks \"format\": \"readiness/1\" and items. Bring its rows as CSV, where you say what each column is." };
  }
  const status = isObject(said.status) ? said.status : {};
  const zone = textOf(status.zone) || "UTC";
  const items = rowsOf(said.items).filter((row) => textOf(row.text).trim() !== "").map((row): Placed => ({ item: itemOf(row, zone), key: textOf(row.key), parent: textOf(row.parent) }));
  if (items.length === 0) return { ok: false, sentence: "This export holds no items." };
  const rest: PlainRest = {
    seats: rowsOf(status.seats).map((seat) => ({ team: textOf(seat.team), role: textOf(seat.role) })).filter(({ role }) => role !== "")
      .map((seat) => ({ ...before.seats.find(({ team, role }) => team === seat.team && role === seat.role) ?? { name: null, date: null }, ...seat })),
    notes: rowsOf(said.notes).map(({ kind, text }) => ({ kind: (["risk", "exception", "consideration"] as const).find((one) => one === kind) ?? null, text: textOf(text) })),
    goLive: dayAt(status.goLive, zone), nextReview: dayOf(textOf(said.nextReview)),
  };
  return { ok: true, markdown: markdownOf(textOf(status.name) || textOf(status.launch), inPlaces(items), rest), items: items.length, notices: [] };
}

function itemOf(row: Json, zone: string): PlainItem {
  const work = works.find((one) => one === row.work) ?? "todo";
  const applicability = applicabilities.find((one) => one === row.applicability) ?? null;
  const why = applicability === "not-applicable" ? textOf(row.applicabilityReason) || null : null;
  return plainItem({
    section: textOf(row.section), group: textOf(row.group), text: textOf(row.text), work, reason: work === "blocked" ? textOf(row.workReason) || null : null,
    required: row.required !== false, requiredReason: textOf(row.requiredReason) || null,
    window: windows.find((one) => one === row.window) ?? null, threshold: isObject(row.threshold) ? thresholdIn(row.threshold) : null,
    // Not applicable without a reason follows from something else here, and will again.
    applicability: applicability === "not-applicable" && why === null ? null : applicability, applicabilityReason: why,
    waiver: isObject(row.waiver) ? waiverOf(row.waiver, zone) : null, owner: textOf(row.owner) || null, due: dayOf(textOf(row.due)),
    evidence: rowsOf(row.evidence).filter((one) => one.kind === "link").map((one): EvidenceLink => ({ title: textOf(one.title), url: textOf(one.url), on: dayAt(one.trueAt, zone) })),
  });
}

function thresholdIn({ metric, comparator, limit, unit }: Json): Threshold | null {
  const sign = comparators.find((one) => one === comparator);
  if (sign === undefined || textOf(metric) === "") return null;
  return { metric: textOf(metric), comparator: sign, limit: typeof limit === "number" && Number.isFinite(limit) ? limit : null, unit: textOf(unit) };
}

function waiverOf({ state, endsAt, reason, control }: Json, zone: string): ClaimedWaiver | null {
  if (state !== "active" && state !== "requested") return null;
  return { state, until: dayAt(endsAt, zone), reason: textOf(reason) || null, control: textOf(control) || null };
}

/** The day of a moment, there where the launch is. */
function dayAt(instant: unknown, zone: string): Day | null {
  const at = textOf(instant);
  if (Number.isNaN(Date.parse(at))) return null;
  try {
    return dayIn(new Date(at).toISOString(), zone);
  } catch {
    return dayOf(at.slice(0, 10));
  }
}
