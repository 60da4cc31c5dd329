import type { Day, Instant, LaunchState } from "./state";
import { changeOf } from "./changes";
import { type OfItem, findItem } from "./find-item";
import type { Person } from "./permissions";
import { type Outcome, allow, refuse } from "./refusal";
import { isRefusal } from "./text-input";
import { dayOf, isDay } from "./zone";

/** Gives an item to a member of the launch, or to nobody. */
export function judgeAssign(state: LaunchState, actor: Person, input: OfItem & { ownerId: string | null }): Outcome {
  const found = findItem(state, actor, "assign", input);
  if (isRefusal(found)) return found;
  if (input.ownerId !== null && !Object.hasOwn(state.member, input.ownerId)) return refuse("not-a-member", { field: "ownerId" });
  return allow("item.assigned", changeOf("item", found.item, { ownerId: input.ownerId }));
}

/** Sets the day by which an item is due, in the launch's zone: a day that exists, today or later; or none. */
export function judgeSetDue(state: LaunchState, actor: Person, input: OfItem & { due: Day | null }, now: Instant): Outcome {
  const found = findItem(state, actor, "set-due", input);
  if (isRefusal(found)) return found;
  const { due } = input;
  if (due !== null && !isDay(due)) return refuse("bad-day", { field: "due" });
  if (due !== null && due !== found.item.due && due < dayOf(now, state.launch.zone)) return refuse("in-the-past", { field: "due" });
  return allow("item.due", changeOf("item", found.item, { due }));
}
