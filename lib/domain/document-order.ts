import type { Item, LaunchState } from "./state";

interface Placed { id: string; position: number }

/** By position; of two in one place the smaller id comes first, so that every reader sees one order. */
export function byPosition(a: Placed, b: Placed): number {
  return a.position - b.position || (a.id < b.id ? -1 : 1);
}

/** Items as they stand in the checklist: by section, group, and place within the group, which is all that a position orders. */
export function inDocumentOrder(state: Pick<LaunchState, "section" | "group">, items: readonly Item[]): Item[] {
  const sections = new Map(Object.values(state.section).sort(byPosition).map(({ id }, at) => [id, at]));
  const groups = new Map(Object.values(state.group).sort(byPosition).map(({ id }, at) => [id, at]));
  const placed = items.map((item) => ({ item, section: sections.get(item.sectionId) ?? 0, group: groups.get(item.groupId) ?? 0 }));
  placed.sort((a, b) => a.section - b.section || a.group - b.group || byPosition(a.item, b.item));
  return placed.map(({ item }) => item);
}
