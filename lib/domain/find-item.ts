import type { Item, LaunchState } from "./state";
import { type Act, type Person, may } from "./permissions";
import { type Refusal, refuse } from "./refusal";

/** What every change of an item says: which, and the version that was seen. */
export interface OfItem { itemId: string; version: number }

/** Whether a launch still takes changes. */
export function isOver(state: LaunchState): boolean {
  return state.launch.phase === "archived";
}

/** The item, if the actor may do this with it and saw the version that stands. Unknown and retired are one answer. */
export function findItem(state: LaunchState, actor: Person, act: Act, { itemId, version }: OfItem): { item: Item } | Refusal {
  if (!may(actor, "view")) return refuse("unknown-launch");
  const item = Object.hasOwn(state.item, itemId) ? state.item[itemId] : undefined;
  if (item === undefined || item.retiredAt !== null) return refuse("unknown-item");
  if (!may(actor, act)) return refuse("not-permitted");
  if (isOver(state)) return refuse("launch-over");
  if (item.version !== version) return refuse("stale-version", { seen: version, present: item.version });
  return { item };
}

/** Whether an item has task children that are not retired: then its work is theirs (decision rules §1). */
export function hasChildren(state: LaunchState, itemId: string): boolean {
  return Object.values(state.item).some((item) => item.parentId === itemId && item.retiredAt === null);
}
