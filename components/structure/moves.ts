import type { GroupPart, ItemPart, StructureView } from "@/lib/domain/structure-view";

/** Where an item would go: as `moveItem` takes it. */
export interface ItemMove { group: string; parent: string | null; before: string | null }
export const directions = ["up", "down", "in", "out"] as const;
export type Direction = (typeof directions)[number];

interface Row { id: string }
/** Before which neighbour a row goes to stand one place up or down; `undefined` where it cannot. `null` = behind all. */
export function beside(rows: readonly Row[], id: string, direction: "up" | "down"): string | null | undefined {
  const at = rows.findIndex((row) => row.id === id);
  if (at < 0 || (direction === "up" ? at === 0 : at === rows.length - 1)) return undefined;
  return direction === "up" ? rows[at - 1]?.id : (rows[at + 2]?.id ?? null);
}

/** One step of an item among its siblings, under the one above it, or out of what it stands under; `null` where there is none. */
export function stepOf(group: GroupPart, item: ItemPart, direction: Direction): ItemMove | null {
  const siblings = group.items.filter((one) => one.parentId === item.parentId);
  const at = siblings.indexOf(item);
  if (direction === "in") {
    const above = siblings[at - 1];
    return above ? { group: group.id, parent: above.id, before: null } : null;
  }
  if (direction === "out") {
    const parent = group.items.find((one) => one.id === item.parentId);
    if (!parent) return null;
    const uncles = group.items.filter((one) => one.parentId === parent.parentId);
    return { group: group.id, parent: parent.parentId, before: uncles[uncles.indexOf(parent) + 1]?.id ?? null };
  }
  const before = beside(siblings, item.id, direction);
  return before === undefined ? null : { group: group.id, parent: item.parentId, before };
}

/** A group's name among all: its section's, and its own where it has one. */
export function placeName(section: { key: string; title: string }, group: { title: string } | null): string {
  return [section.title || section.key, group?.title ?? ""].filter((part) => part !== "").join(" › ");
}

/** All groups with their names, to choose a place from. */
export function placesIn(view: StructureView): { id: string; name: string }[] {
  return view.sections.flatMap((section) => section.groups.map((group) => ({ id: group.id, name: placeName(section, group) })));
}
