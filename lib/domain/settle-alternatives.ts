import type { Applicability, Change, Instant, Item, LaunchState } from "./state";
import { groupsOf, isAnswered, isChosen } from "./alternatives";
import { changeOf } from "./changes";
import { liveItems } from "./survey";

/** What an item reads when nothing has decided it. */
export function undecidedState(item: Item): "undecided" | "applies" {
  return item.condition !== null || item.factId !== null ? "undecided" : "applies";
}

/** When an item's applicability became what it is, once it is decided at `now`: deciding the same again, for another reason, is no new decision. */
export function decidedAt(item: Item, applicability: Applicability, now: Instant): Instant | null {
  return item.applicability === applicability ? item.applicabilityAt : now;
}

/**
 * Decision rules §2: what becomes of an item's alternatives when it changes to `next`. A chosen one makes the others not applicable
 * ("satisfied by", the reason being its text); when none is chosen any more, that is taken back.
 */
export function settleAlternatives(state: LaunchState, next: Item, now: Instant): Change[] {
  if (next.alternatives === null) return [];
  const members = groupsOf(liveItems(state)).get(next.alternatives)?.map((member) => (member.id === next.id ? next : member)) ?? [];
  if (isAnswered(members, state)) return [];
  const chosen = isChosen(next) ? next : members.find(isChosen);
  const changes: Change[] = [];
  for (const other of members) {
    if (other.id === next.id || isChosen(other)) continue;
    const satisfied = other.applicability === "not-applicable" && other.applicabilityBy === "alternative";
    let change: Change | null = null;
    if (chosen !== undefined && (satisfied || other.applicability !== "not-applicable")) {
      if (satisfied && other.applicabilityReason === chosen.text) continue;
      change = changeOf("item", other, {
        applicability: "not-applicable", applicabilityReason: chosen.text, applicabilityBy: "alternative", applicabilityAt: decidedAt(other, "not-applicable", now),
      });
    } else if (chosen === undefined && satisfied) {
      change = changeOf("item", other, {
        applicability: undecidedState(other), applicabilityReason: null, applicabilityBy: null, applicabilityAt: now,
      });
    }
    if (change !== null) changes.push(change);
  }
  return changes;
}
