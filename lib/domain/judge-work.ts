import type { Change, Instant, Item, LaunchState, Work } from "./state";
import { changeOf } from "./changes";
import { type OfItem, findItem, hasChildren } from "./find-item";
import type { Person } from "./permissions";
import { type Outcome, allow, refuse } from "./refusal";
import { decidedAt, settleAlternatives, undecidedState } from "./settle-alternatives";
import { isRefusal, readReason } from "./text-input";

/** Decision rules §2: a tick decides that an undecided item applies; in a group of alternatives only while it lasts. */
function applicabilityFor(item: Item, work: Work, now: Instant): Partial<Item> {
  if (work === "done" && item.applicability !== "applies") {
    return {
      applicability: "applies", applicabilityReason: null, applicabilityAt: now,
      applicabilityBy: item.alternatives === null ? "person" : "alternative",
    };
  }
  if (work !== "done" && item.work === "done" && item.applicability === "applies" && item.applicabilityBy === "alternative") {
    const applicability = undecidedState(item);
    return { applicability, applicabilityReason: null, applicabilityBy: null, applicabilityAt: decidedAt(item, applicability, now) };
  }
  return {};
}

/** §4: closing an item ends its waivers, those asked for too. */
export function endWaivers(state: LaunchState, itemId: string): (Change | null)[] {
  return Object.values(state.waiver)
    .filter((waiver) => waiver.itemId === itemId && (waiver.state === "active" || waiver.state === "requested"))
    .map((waiver) => changeOf("waiver", waiver, { state: "ended" }));
}

/**
 * Sets an item's work. Blocked needs a reason; every other work clears it. A parent's work is its children's. An item that is not
 * applicable has no work to set, except that an alternative may be done beside the one that satisfied it.
 */
export function judgeSetWork(state: LaunchState, actor: Person, input: OfItem & { work: Work; reason: string | null }, now: Instant): Outcome {
  const found = findItem(state, actor, "set-work", input);
  if (isRefusal(found)) return found;
  const { item } = found;
  const { work } = input;
  if (hasChildren(state, item.id)) return refuse("has-children");
  const satisfied = item.applicabilityBy === "alternative";
  if (item.applicability === "not-applicable" && !(satisfied && work === "done")) return refuse("not-applicable-item");
  const reason = work === "blocked" ? readReason(input.reason) : { text: null };
  if (isRefusal(reason)) return reason;
  if (item.work === work && item.workReason === reason.text) return allow("item.work");
  // Other words for the same block are no new one: it has stood since it was first said.
  const patch: Partial<Item> = { work, workReason: reason.text, workBy: actor.id, workAt: item.work === work ? item.workAt : now, ...applicabilityFor(item, work, now) };
  return allow("item.work", changeOf("item", item, patch), ...settleAlternatives(state, { ...item, ...patch }, now),
    ...(work === "done" ? endWaivers(state, item.id) : []));
}
