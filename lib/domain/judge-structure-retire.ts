import type { Change, Instant, Item, LaunchState } from "./state";
import { changeOf } from "./changes";
import { familyOf } from "./family";
import { findPart, livePart, type OfPart } from "./find-part";
import { followFact } from "./judge-applicability";
import { checklistLimits } from "./limits";
import type { Person } from "./permissions";
import { allow, refuse, type Outcome } from "./refusal";
import { liveItems } from "./survey";
import { isRefusal } from "./text-input";

/** An item as it was; what its fact decides, as that is answered now: while it was out of sight nothing decided it (decision rules §2). */
const returned = (state: LaunchState, item: Item, now: Instant): Change | null => changeOf("item", item, { retiredAt: null, ...followFact(item, state.fact, now) });

/** What a section or a group takes along, or brings back: groups and items that stand in it, of those taken out at `retiredAt`; `null` = that are there. */
function within(state: LaunchState, of: { sectionId: string } | { groupId: string }, retiredAt: Instant | null, now: Instant): (Change | null)[] {
  const isIn = (item: Item) => ("groupId" in of ? item.groupId === of.groupId : item.sectionId === of.sectionId) && item.retiredAt === retiredAt;
  const groups = "groupId" in of ? [] : Object.values(state.group).filter((group) => group.sectionId === of.sectionId && group.retiredAt === retiredAt);
  return [
    ...groups.map((group) => changeOf("group", group, { retiredAt: retiredAt === null ? now : null })),
    ...Object.values(state.item).filter(isIn).map((item) => (retiredAt === null ? changeOf("item", item, { retiredAt: now }) : returned(state, item, now))),
  ];
}

/** Takes an item out, with everything nested in it. State, proof and history stay with it, out of sight. */
export function judgeRetireItem(state: LaunchState, actor: Person, input: OfPart, now: Instant): Outcome {
  const found = findPart(state, actor, "item", input);
  if (isRefusal(found)) return found;
  const live = familyOf(state, found.row).filter((item) => item.retiredAt === null);
  return allow("item.retired", ...live.map((item) => changeOf("item", item, { retiredAt: now })));
}

/** Takes a group out with its living items. */
export function judgeRetireGroup(state: LaunchState, actor: Person, input: OfPart, now: Instant): Outcome {
  const found = findPart(state, actor, "group", input);
  if (isRefusal(found)) return found;
  return allow("group.retired", changeOf("group", found.row, { retiredAt: now }), ...within(state, { groupId: input.id }, null, now));
}

/** Takes a section out with its living groups and items; the last one stays. */
export function judgeRetireSection(state: LaunchState, actor: Person, input: OfPart, now: Instant): Outcome {
  const found = findPart(state, actor, "section", input);
  if (isRefusal(found)) return found;
  if (Object.values(state.section).filter((section) => section.retiredAt === null).length === 1) return refuse("last-section");
  return allow("section.retired", changeOf("section", found.row, { retiredAt: now }), ...within(state, { sectionId: input.id }, null, now));
}

/** Whether the checklist has room for what comes back. */
function hasRoom(state: LaunchState, changes: readonly (Change | null)[]): boolean {
  return liveItems(state).length + changes.filter((change) => change?.entity === "item").length <= checklistLimits.items;
}

/** Brings an item back to its place, with what went together with it (the same moment), as it was. */
export function judgeReturnItem(state: LaunchState, actor: Person, input: OfPart, now: Instant): Outcome {
  const found = findPart(state, actor, "item", input, "retired");
  if (isRefusal(found)) return found;
  const { row } = found;
  const placed = livePart(state, "group", row.groupId) !== null && livePart(state, "section", row.sectionId) !== null;
  if (!placed || (row.parentId !== null && livePart(state, "item", row.parentId) === null)) return refuse("place-retired");
  const changes = familyOf(state, row).filter((item) => item.retiredAt === row.retiredAt).map((item) => returned(state, item, now));
  return hasRoom(state, changes) ? allow("item.returned", ...changes) : refuse("too-many-items", { limit: checklistLimits.items });
}

/** Brings a group back with the items that went with it; what was retired before stays so. */
export function judgeReturnGroup(state: LaunchState, actor: Person, input: OfPart, now: Instant): Outcome {
  const found = findPart(state, actor, "group", input, "retired");
  if (isRefusal(found)) return found;
  if (livePart(state, "section", found.row.sectionId) === null) return refuse("place-retired");
  const items = within(state, { groupId: input.id }, found.row.retiredAt, now);
  return hasRoom(state, items) ? allow("group.returned", changeOf("group", found.row, { retiredAt: null }), ...items) : refuse("too-many-items", { limit: checklistLimits.items });
}

/** Brings a section back with the groups and items that went with it. */
export function judgeReturnSection(state: LaunchState, actor: Person, input: OfPart, now: Instant): Outcome {
  const found = findPart(state, actor, "section", input, "retired");
  if (isRefusal(found)) return found;
  if (Object.values(state.section).filter((section) => section.retiredAt === null).length >= checklistLimits.sections) return refuse("too-many-sections", { limit: checklistLimits.sections });
  const all = within(state, { sectionId: input.id }, found.row.retiredAt, now);
  return hasRoom(state, all) ? allow("section.returned", changeOf("section", found.row, { retiredAt: null }), ...all) : refuse("too-many-items", { limit: checklistLimits.items });
}
