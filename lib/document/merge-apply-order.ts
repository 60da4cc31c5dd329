import type { Group, Section } from "@/lib/domain/state";
import { ordersOf } from "./merge";
import type { Draft } from "./merge-draft";
import { mergedOrder } from "./merge-places";

/** Where everything stands: the document's order, with what is only here kept where it stood. */
export function order(draft: Draft, itemOf: ReadonlyMap<string, string>): void {
  const orders = ordersOf(draft.plan.inner, itemOf, draft.state);
  const next = draft.plan.inner.nextGraph.entries.map((entry) => draft.idOf(entry.row.id));
  const fresh = new Map(draft.newItems.map((item) => [item.id, item]));
  for (const [position, id] of renumbered(orders.here, mergedOrder(orders.here, next, orders.base))) {
    const item = fresh.get(id);
    if (item) item.position = position;
    else draft.patch(id, { position });
  }
  orderBlocks(draft, "section", draft.newSections, draft.sections);
  orderBlocks(draft, "group", draft.newGroups, draft.groups);
}

function orderBlocks(draft: Draft, entity: "section" | "group", fresh: (Section | Group)[], patches: Map<string, Partial<Section & Group>>): void {
  const rows: (Section | Group)[] = Object.values(draft.state[entity]);
  const here = rows.sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1)).map((row) => row.id);
  const base = draft.plan.inner.baseGraph.rows[entity].flatMap((row) => draft.places.base[entity].get(row.id) ?? []);
  const known = new Set([...here, ...fresh.map((row) => row.id)]);
  const next = draft.plan.inner.nextGraph.rows[entity].map((row) => draft.idOf(row.id)).filter((id) => known.has(id));
  for (const [position, id] of renumbered(here, mergedOrder(here, next, base))) {
    const row = fresh.find((one) => one.id === id);
    if (row) row.position = position;
    else patches.set(id, { ...patches.get(id), position });
  }
}

/** New positions, where the order differs at all: from 0 in the order wanted. */
function renumbered(here: readonly string[], wanted: readonly string[]): [number, string][] {
  if (here.length === wanted.length && here.every((id, at) => id === wanted[at])) return [];
  return wanted.map((id, position) => [position, id]);
}
