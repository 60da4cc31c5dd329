import { gathered } from "./likeness";
import type { PlainItem } from "./plain-items";

/** An item of a flat list, with its own key and that of the item it belongs to; "" where it has none. */
export interface Placed { item: PlainItem; key: string; parent: string }

/** As deep as items are put under each other; those below stand beside each other. */
const deepest = 8;

/**
 * A flat list as a document has it: what is of one section stands together, of one group too, each where the first of
 * them stands (items of no group before all groups, or they would read as the group above them), and items right under
 * the one they belong to, if that is of the same group.
 */
export function inPlaces(rows: readonly Placed[]): PlainItem[] {
  const sections = gathered([...rows], ({ item }) => item.section);
  return [...sections.values()].flatMap((section) => {
    const ungrouped = section.filter(({ item }) => item.group === "");
    return [...gathered([...ungrouped, ...section.filter(({ item }) => item.group !== "")], ({ item }) => item.group).values()].flatMap(nested);
  });
}

function nested(rows: Placed[]): PlainItem[] {
  const owners = new Map<string, Placed>();
  for (const row of rows) if (row.key !== "" && !owners.has(row.key)) owners.set(row.key, row);
  const ownerOf = (row: Placed): Placed | undefined => (row.parent === "" ? undefined : owners.get(row.parent));
  const children = gathered(rows, ownerOf);
  const done = new Set<Placed>();
  const found: PlainItem[] = [];
  const put = (row: Placed, depth: number): void => {
    if (done.has(row)) return;
    done.add(row);
    found.push({ ...row.item, depth });
    for (const child of children.get(row) ?? []) put(child, Math.min(depth + 1, deepest));
  };
  for (const row of children.get(undefined) ?? []) put(row, 0);
  // Rows that belong to each other in a circle.
  for (const row of rows) put(row, 0);
  return found;
}
