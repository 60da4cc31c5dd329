import { applyChanges, created, emptyState } from "@/lib/domain/changes";
import type { Item, LaunchState } from "@/lib/domain/state";
import { launchRows } from "../launch-rows";
import type { Reading } from "../reading";

export const began = "2026-01-04T09:00:00.000Z";

/** Ids that count up, for rows made in tests. */
export function counting(prefix = "id"): () => string {
  let next = 0;
  return () => `${prefix}-${(next += 1)}`;
}

/** The launch a document becomes. */
export function livingFrom(reading: Reading): LaunchState {
  const rows = launchRows(reading, began, counting("row"));
  const launch = {
    ...emptyState.launch, id: "launch", slug: "demo", name: reading.title, createdAt: began, phaseAt: began, version: 1,
    goLive: reading.meta.targetGoLive ? `${reading.meta.targetGoLive}T09:00` : null, nextReview: reading.meta.nextReview,
  };
  const changes = (["section", "group", "fact", "item", "waiver", "seat", "note"] as const).flatMap((kind) => rows[kind].map((row) => created(kind, row)));
  return applyChanges({ ...emptyState, launch, member: { ann: { id: "ann", role: "contributor", version: 1 } } }, changes, 1);
}

/** The state with some items changed, found by how their words begin. */
export function withItems(state: LaunchState, patches: Record<string, Partial<Item>>): LaunchState {
  const item = { ...state.item };
  for (const [start, patch] of Object.entries(patches)) {
    const found = Object.values(state.item).find((one) => one.text.startsWith(start));
    if (!found) throw new Error(`no item begins with "${start}"`);
    item[found.id] = { ...found, ...patch };
  }
  return { ...state, item };
}

export function itemNamed(state: LaunchState, start: string): Item {
  const found = Object.values(state.item).find((one) => one.text.startsWith(start));
  if (!found) throw new Error(`no item begins with "${start}"`);
  return found;
}
