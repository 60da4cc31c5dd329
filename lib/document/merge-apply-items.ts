import { created } from "@/lib/domain/changes";
import { followFact } from "@/lib/domain/judge-applicability";
import type { Instant, Item } from "@/lib/domain/state";
import { isPlacedHere, ownerOf, placeOf, retiredQuestion } from "./merge";
import type { Draft } from "./merge-draft";
import { differencesOf, patchOf } from "./merge-fields";
import { toCome } from "./merge-places";
import type { Entry, Pair } from "./merge-plan";
import { settle } from "./note-text";

/** What the document changed of an item that is here, and nobody changed here or somebody said it holds. */
export function changeItem(draft: Draft, pair: Pair): void {
  const item = draft.state.item[pair.itemId];
  if (!item) return;
  const question = retiredQuestion(pair, item);
  if (item.retiredAt !== null && (question === null || draft.answers[question] !== "return")) return;
  if (item.retiredAt !== null) draft.patch(item.id, { retiredAt: null, ...followFact(item, draft.state.fact, draft.now) });
  const theirs = (asked: string | null) => asked === null || draft.answers[asked] === "theirs";
  const place = placeOf(pair, item, draft.places);
  if (place && theirs(place.question)) draft.patch(item.id, { groupId: groupId(draft, place.groupId) });
  const parent = pair.next.row.parentId;
  if (parent !== pair.base?.row.parentId || pair.base === null) changeParent(draft, pair, item);
  for (const { field, question: asked } of differencesOf(pair, item, draft.parents, draft.plan.inner.names, isPlacedHere(pair, item, draft.state))) {
    // Whoever reworded a condition away or in, the item's applicability is compared for itself.
    if (!theirs(asked)) continue;
    draft.patch(item.id, patchOf(field, pair.next.row, draft.now));
    if (field === "condition") draft.patch(item.id, conditionOf(draft, pair.next.row));
    if (field === "alternatives" && pair.next.row.alternatives === null) draft.patch(item.id, { alternatives: null });
    if (field === "owner") draft.patch(item.id, ownerPatch(draft, pair));
  }
  requestWaiver(draft, pair, item);
}

function ownerPatch(draft: Draft, pair: Pair): Partial<Item> {
  const name = settle(pair.next.read.owner);
  if (name === null) return { ownerId: null };
  const id = ownerOf(name, draft.plan.inner.names, draft.state);
  return id === null ? {} : { ownerId: id };
}

function groupId(draft: Draft, id: string): string {
  const row = draft.plan.inner.nextGraph.rows.group.find((one) => toCome(one.id) === id);
  return row ? draft.idOf(row.id) : id;
}

function changeParent(draft: Draft, pair: Pair, item: Item): void {
  const next = pair.next.row.parentId === null ? null : draft.idOf(pair.next.row.parentId);
  const before = pair.base?.read.parentKey ?? null;
  const was = before === null ? null : (draft.plan.inner.anchors.get(before) ?? null);
  if (next !== was && item.parentId === was && !isAbove(draft, item.id, next)) draft.patch(item.id, { parentId: next });
}

/** Whether `item` stands above (or is) `other` here: nothing can be its own ancestor. */
function isAbove(draft: Draft, item: string, other: string | null): boolean {
  const seen = new Set<string>();
  for (let at = other; at !== null && !seen.has(at); at = draft.items.get(at)?.parentId ?? draft.state.item[at]?.parentId ?? null) {
    if (at === item) return true;
    seen.add(at);
  }
  return false;
}

function conditionOf(draft: Draft, row: Item): Partial<Item> {
  return { condition: row.condition, factId: row.factId === null ? null : draft.idOf(row.factId), factAnswer: row.factAnswer };
}

/** A waiver that the document claims anew arrives as requested (decision rules §10). */
function requestWaiver(draft: Draft, pair: Pair, item: Item): void {
  const row = draft.plan.inner.nextGraph.rows.waiver.find((one) => one.itemId === pair.next.row.id);
  if (!row) return;
  const known = draft.plan.inner.baseGraph.rows.waiver.some((one) => one.itemId === pair.base?.row.id && one.reason === row.reason && one.control === row.control)
    || Object.values(draft.state.waiver).some((one) => one.itemId === item.id && settle(one.reason) === settle(row.reason) && settle(one.control) === settle(row.control));
  if (!known) draft.waivers.push(created("waiver", { ...row, id: draft.newId(), itemId: item.id, requestedAt: draft.now }));
}

export function addItem(draft: Draft, { row, read }: Entry, giveKey: (base: string) => string): void {
  const key = giveKey(read.key);
  const stamp = (at: Instant | null) => (at === null ? null : draft.now);
  const fact = row.factId === null ? undefined : draft.state.fact[draft.idOf(row.factId)];
  const item: Item = {
    ...row, ...conditionOf(draft, row), id: draft.idOf(row.id), key, groupId: draft.idOf(row.groupId), sectionId: draft.idOf(row.sectionId),
    parentId: row.parentId === null ? null : draft.idOf(row.parentId), workAt: stamp(row.workAt), applicabilityAt: stamp(row.applicabilityAt), requiredAt: stamp(row.requiredAt), createdAt: draft.now,
  };
  // The question that it hangs on may have been answered here (decision rules §2).
  if (fact && fact.answer !== null && item.applicability === "undecided") {
    const applies = fact.answer === (item.factAnswer ?? true);
    Object.assign(item, { applicability: applies ? "applies" : "not-applicable", applicabilityReason: applies ? null : fact.question, applicabilityBy: "fact" });
  }
  draft.newItems.push(item);
  const waiver = draft.plan.inner.nextGraph.rows.waiver.find((one) => one.itemId === row.id);
  if (waiver) draft.waivers.push(created("waiver", { ...waiver, id: draft.newId(), itemId: item.id, requestedAt: draft.now }));
}

/** Alternatives here keep their word; new ones get one that nobody uses. */
export function nameAlternatives(draft: Draft): void {
  const members = new Map<string, string[]>();
  for (const { row } of draft.plan.inner.nextGraph.entries) {
    if (row.alternatives !== null) members.set(row.alternatives, [...(members.get(row.alternatives) ?? []), draft.idOf(row.id)]);
  }
  const fresh = new Map(draft.newItems.map((item) => [item.id, item]));
  for (const ids of members.values()) {
    const word = ids.map((id) => draft.state.item[id]?.alternatives).find((found) => found) ?? ids[0] ?? null;
    const changed = ids.some((id) => fresh.has(id)) || draft.pairs.some((pair) => ids.includes(pair.itemId) && pair.base !== null && pair.base.row.alternatives === null);
    for (const id of changed ? ids : []) {
      const item = fresh.get(id);
      if (item) item.alternatives = word;
      else if (draft.state.item[id]?.alternatives === null) draft.patch(id, { alternatives: word });
    }
  }
}
