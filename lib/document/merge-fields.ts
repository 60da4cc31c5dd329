import type { Item, LaunchState } from "@/lib/domain/state";
import { sameJson } from "@/lib/domain/same-json";
import type { Names, Pair } from "./merge-plan";
import { settle } from "./note-text";

/** What of an item a document can say, compared one by one: as imported, as it is here, as the new document has it. */
export const fieldNames = ["text", "window", "condition", "threshold", "cadence", "alternatives", "required", "applicability", "work", "due", "owner"] as const;
export type FieldName = (typeof fieldNames)[number];

type Side = Pick<Item, "text" | "window" | "condition" | "threshold" | "cadence" | "alternatives" | "required" | "applicability" | "applicabilityReason" | "work" | "workReason" | "due"> & { owner: string | null };

const valueOf: Record<FieldName, (item: Side) => unknown> = {
  text: (item) => item.text, window: (item) => item.window, condition: (item) => item.condition, threshold: (item) => item.threshold,
  cadence: (item) => item.cadence, alternatives: (item) => item.alternatives !== null, required: (item) => item.required,
  applicability: (item) => [item.applicability, item.applicability === "not-applicable" ? settle(item.applicabilityReason) : null],
  work: (item) => [item.work, item.work === "blocked" ? settle(item.workReason) : null], due: (item) => item.due, owner: (item) => settle(item.owner),
};
const shown: Record<FieldName, (item: Side) => string | null> = {
  text: (item) => item.text, window: (item) => item.window, condition: (item) => item.condition, cadence: (item) => item.cadence,
  threshold: ({ threshold }) => threshold && `${threshold.metric} ${threshold.comparator} ${threshold.limit ?? "?"} ${threshold.unit}`.trim(),
  alternatives: (item) => (item.alternatives === null ? null : "one of several"), required: (item) => (item.required ? "required" : "advisory"), due: (item) => item.due, owner: (item) => item.owner,
  applicability: (item) => `${item.applicability}${item.applicability === "not-applicable" ? `: ${item.applicabilityReason ?? ""}` : ""}`,
  work: (item) => `${item.work}${item.work === "blocked" ? `: ${item.workReason ?? ""}` : ""}`,
};
/** These follow from the item's words: whoever's words stand, theirs stand. */
const fromWords = new Set<FieldName>(["condition", "threshold", "cadence"]);
/** These follow from the words or from the headings above them. */
const fromPlace = new Set<FieldName>([...fromWords, "window", "required"]);
/** A change of these makes signatures stale (decision rules §8). */
export const material = new Set<FieldName>(["text", "window", "threshold", "required", "applicability", "work"]);

/** One field of one item that differs: taken from the document, or a question between both. */
export interface Difference { field: FieldName; before: string | null; after: string | null; question: string | null }

/**
 * Everything about a pair that the new document changes, or wants to change against a change made here.
 * @param placedHere the item was added or moved here, and the document has it just there
 */
export function differencesOf(pair: Pair, item: Item, parents: ReadonlySet<string>, names: Names, placedHere = false): Difference[] {
  const next: Side = { ...pair.next.row, owner: pair.next.read.owner };
  const here: Side = { ...item, owner: item.ownerId === null ? null : (names[item.ownerId] ?? null) };
  const base: Side = pair.base ? { ...pair.base.row, owner: pair.base.read.owner } : untouched(next, here);
  const parent = parents.has(item.id);
  const found: Difference[] = [];
  let words: string | null = null;
  for (const field of fieldNames) {
    // What children are done decides what a parent is (decision rules §1).
    if (parent && field === "work") continue;
    // Words that were put here, or moved here, come back from our own export: what follows from them was settled here as well.
    // Unless a note on the line says so itself.
    if (fromPlace.has(field) && pair.next.read.held === undefined && next.text === here.text && (base.text !== next.text || placedHere)) continue;
    const [was, is, wanted] = [base, here, next].map(valueOf[field]);
    if (sameJson(was, wanted) || sameJson(is, wanted)) continue;
    const clash = !sameJson(was, is);
    const question: string | null = words !== null && fromWords.has(field) ? words : clash ? `field:${field}:${item.key}` : null;
    if (field === "text") words = question;
    found.push({ field, before: shown[field](here), after: shown[field](next), question });
  }
  return found;
}

/** Items here that have living children. */
export function parentsIn(state: LaunchState): Set<string> {
  return new Set(Object.values(state.item).flatMap((item) => (item.retiredAt === null ? (item.parentId ?? []) : [])));
}

/** An item of the page that the document now has: it was never imported, so only what somebody noted on its line is new. */
function untouched(next: Side, here: Side): Side {
  const applicability = next.condition === null ? "applies" : "undecided";
  return { ...next, text: here.text, work: "todo", workReason: null, applicability, applicabilityReason: null, due: null, owner: null, required: here.required, window: here.window };
}

/** Field values of a new document's row as a patch of the item here; ids and moments are the caller's. */
export function patchOf(field: FieldName, next: Item, now: string): Partial<Item> {
  switch (field) {
    case "text": return { text: next.text };
    case "window": return { window: next.window };
    case "threshold": return { threshold: next.threshold };
    case "cadence": return { cadence: next.cadence };
    case "due": return { due: next.due };
    case "required": return { required: next.required, requiredReason: next.requiredReason, requiredAt: now };
    case "work": return { work: next.work, workReason: next.workReason, workBy: null, workAt: next.work === "todo" ? null : now };
    case "applicability": return {
      applicability: next.applicability, applicabilityReason: next.applicabilityReason, applicabilityBy: next.applicability === "undecided" ? null : "document", applicabilityAt: now,
    };
    // These name other rows, which the caller knows.
    case "condition": case "alternatives": case "owner": return {};
  }
}
