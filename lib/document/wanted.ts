import type { OutlineGroup, OutlineItem, OutlineSection } from "./view";

/** An item where it shall stand. */
export interface Wanted extends OutlineItem { id: string; group: OutlineGroup; above: Wanted | null }

/** All items of an outline, in their order. */
export function wantedOf(outline: readonly OutlineSection[]): Wanted[] {
  return outline.flatMap((section) => section.groups).flatMap((group, at) => wantedIn(group, at));
}

function wantedIn(group: OutlineGroup, at: number): Wanted[] {
  const found: Wanted[] = [];
  for (const [index, item] of group.items.entries()) {
    found.push({ ...item, id: item.from ?? `new ${at} ${index}`, group, above: item.parent === null ? null : (found[item.parent] ?? null) });
  }
  return found;
}
