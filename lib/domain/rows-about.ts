import type { Evidence, Group, Item, LaunchState, Waiver } from "./state";

/** Ids of the rows in which some items' story is told: the items, their proof and their waivers, withdrawn and ended ones too. */
export function rowsOfItems(state: LaunchState, items: ReadonlySet<string>): string[] {
  const about = ({ itemId }: { itemId: string }): boolean => items.has(itemId);
  const told = [...Object.values<Evidence>(state.evidence).filter(about), ...Object.values<Waiver>(state.waiver).filter(about)];
  return [...items, ...told.map(({ id }) => id)];
}

/** The same of a section: itself, its groups, and every item that stands in it, retired ones too. */
export function rowsOfSection(state: LaunchState, sectionId: string): string[] {
  const within = (row: { sectionId: string }): boolean => row.sectionId === sectionId;
  const groups = Object.values<Group>(state.group).filter(within).map(({ id }) => id);
  return [sectionId, ...groups, ...rowsOfItems(state, new Set(Object.values<Item>(state.item).filter(within).map(({ id }) => id)))];
}
