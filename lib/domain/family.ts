import type { Item, LaunchState } from "./state";
import { inDocumentOrder } from "./document-order";

/** An item and everything nested in it at any depth, retired ones too, in the order in which they stand. */
export function familyOf(state: LaunchState, root: Item): Item[] {
  const children = new Map<string, Item[]>();
  for (const item of Object.values(state.item)) if (item.parentId !== null) children.set(item.parentId, [...(children.get(item.parentId) ?? []), item]);
  const found = new Map([[root.id, root]]);
  for (const item of found.values()) for (const child of children.get(item.id) ?? []) found.set(child.id, found.get(child.id) ?? child);
  found.delete(root.id);
  return [root, ...inDocumentOrder(state, [...found.values()])];
}

/** How many items stand above one; 0 for one that stands by itself. */
export function depthOf(state: LaunchState, item: Item): number {
  let depth = 0;
  const seen = new Set<string>([item.id]);
  for (let at = item.parentId; at !== null && !seen.has(at); at = state.item[at]?.parentId ?? null) {
    seen.add(at);
    depth += 1;
  }
  return depth;
}
