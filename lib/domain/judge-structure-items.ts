import type { Change, Group, Instant, Item, LaunchState } from "./state";
import { changeOf, created } from "./changes";
import { byPosition } from "./document-order";
import { depthOf, familyOf } from "./family";
import { findPart, livePart, type OfPart, refusedStructure } from "./find-part";
import { checklistLimits } from "./limits";
import { readLine } from "./one-line";
import { onceEach } from "./once-each";
import type { Person } from "./permissions";
import { placeAmong } from "./place-among";
import { allow, refuse, type Outcome, type Refusal } from "./refusal";
import type { Said } from "./said";
import { liveItems } from "./survey";
import { isRefusal } from "./text-input";

/** Where an item goes: a group, under another item of it or none, and before which one; `before` null = behind all others there. */
export interface ItemPlace { groupId: string; parentId: string | null; before: string | null }

/** Adds an item. `key` is what its words would be called; the item gets it or, where it is taken, the next free one, once and for all. */
export function judgeAddItem(
  state: LaunchState, actor: Person, input: ItemPlace & { text: string; key: string; window: Said["window"] }, now: Instant, newId: () => string,
): Outcome {
  const refused = refusedStructure(state, actor);
  if (refused) return refused;
  const text = readLine(input.text, "text", checklistLimits.words);
  if (isRefusal(text)) return text;
  if (liveItems(state).length >= checklistLimits.items) return refuse("too-many-items", { limit: checklistLimits.items });
  const place = placeFor(state, input, []);
  if (isRefusal(place)) return place;
  const key = onceEach(Object.values(state.item).map((item) => item.key))(input.key);
  const item: Item = {
    id: newId(), sectionId: place.group.sectionId, groupId: place.group.id, parentId: input.parentId, key, text: text.text, position: place.given[0] ?? 0, line: null,
    required: true, requiredReason: null, requiredAt: null, window: input.window, condition: null, factId: null, factAnswer: null, alternatives: null,
    applicability: "applies", applicabilityReason: null, applicabilityBy: null, applicabilityAt: null, inScopeAt: null, work: "todo", workReason: null, workBy: null,
    workAt: null, workSince: null, ownerId: null, due: null, proof: null, proofReason: null, proofAt: null, validDays: null, hadProof: false, neverWaive: false, cadence: null, threshold: null, link: null,
    createdAt: now, retiredAt: null, version: 1,
  };
  return allow("item.added", created("item", item), ...place.shifts);
}

/** Gives an item other words. Material where it counts (decision rules §11); its key and all it has gathered stay. */
export function judgeRewordItem(state: LaunchState, actor: Person, input: OfPart & { text: string }): Outcome {
  const found = findPart(state, actor, "item", input);
  if (isRefusal(found)) return found;
  const text = readLine(input.text, "text", checklistLimits.words);
  if (isRefusal(text)) return text;
  return allow("item.reworded", changeOf("item", found.row, { text: text.text }));
}

/** Moves an item with everything nested in it. Not material: words, window, state and key stay as they are. */
export function judgeMoveItem(state: LaunchState, actor: Person, input: OfPart & ItemPlace): Outcome {
  const found = findPart(state, actor, "item", input);
  if (isRefusal(found)) return found;
  const { row } = found;
  const family = familyOf(state, row);
  if (family.some((item) => item.id === input.parentId || item.id === input.before)) return refuse("under-itself");
  const place = placeFor(state, input, family);
  if (isRefusal(place)) return place;
  const { group, given, shifts } = place;
  return allow("item.moved", ...family.map((item, at) => changeOf("item", item, {
    groupId: group.id, sectionId: group.sectionId, position: given[at] ?? item.position, ...(item.id === row.id ? { parentId: input.parentId } : {}),
  })), ...shifts);
}

interface Place { group: Group; given: number[]; shifts: (Change | null)[] }

/** Positions for `moving` (or for one new item), and who has to make room. */
function placeFor(state: LaunchState, { groupId, parentId, before }: ItemPlace, moving: readonly Item[]): Place | Refusal {
  const group = livePart(state, "group", groupId);
  if (group === null || livePart(state, "section", group.sectionId) === null) return refuse("unknown-group", { field: "group" });
  const parent = parentId === null ? null : livePart(state, "item", parentId);
  if (parentId !== null && parent?.groupId !== groupId) return refuse("unknown-item", { field: "parent" });
  const own = moving[0];
  const deepest = own === undefined ? 0 : Math.max(...moving.map((item) => depthOf(state, item))) - depthOf(state, own);
  if ((parent === null ? 0 : depthOf(state, parent) + 1) + deepest + 1 > checklistLimits.nesting) return refuse("nested-too-deep", { limit: checklistLimits.nesting });
  const gone = new Set(moving.map((item) => item.id));
  const rows = Object.values(state.item).filter((item) => item.groupId === groupId && !gone.has(item.id)).sort(byPosition);
  const at = indexFor(state, rows, parent, before);
  if (at === null) return refuse("unknown-item", { field: "before" });
  const { given, shifted } = placeAmong(rows, at, Math.max(1, moving.length));
  return { group, given, shifts: rows.flatMap((row) => (shifted.has(row.id) ? [changeOf("item", row, { position: shifted.get(row.id) ?? row.position })] : [])) };
}

/** The place among a group's items: before a sibling, else behind the last of the family above, else at the group's end. */
function indexFor(state: LaunchState, rows: readonly Item[], parent: Item | null, before: string | null): number | null {
  if (before !== null) {
    const at = rows.findIndex((item) => item.id === before && item.retiredAt === null && item.parentId === (parent?.id ?? null));
    return at < 0 ? null : at;
  }
  if (parent === null) return rows.length;
  const family = new Set(familyOf(state, parent).map((item) => item.id));
  return rows.findLastIndex((item) => family.has(item.id)) + 1;
}
