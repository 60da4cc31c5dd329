import type { JudgedItem } from "@/lib/domain/judgement";
import type { Evidence, Item } from "@/lib/domain/state";
import { readHistory, withActors, type HistoryEntry } from "./history";
import type { LaunchView } from "./launch";
import type { People } from "./launch-state";

export interface ItemDetail {
  item: Item;
  judged: JudgedItem;
  /** Newest first, withdrawn ones included. */
  evidence: Evidence[];
  history: HistoryEntry[];
  people: People;
}

/** One item of a launch, by id or key, with everything its own page shows; `null` when the launch has no such item. */
export async function readItem(view: LaunchView, idOrKey: string): Promise<ItemDetail | null> {
  const { state, judgement } = view;
  const item = state.item[idOrKey] ?? Object.values(state.item).find((one) => one.key === idOrKey);
  const judged = item && judgement.items[item.id];
  if (!item || !judged) return null;
  const evidence = Object.values(state.evidence).filter((proof) => proof.itemId === item.id).sort((a, b) => (a.addedAt < b.addedAt ? 1 : -1));
  const stories = await Promise.all([item.id, ...evidence.map((proof) => proof.id)].map((subject) => readHistory(state.launch.id, { subject, limit: 50 })));
  const bySeq = new Map(stories.flatMap(({ events }) => events).map((event) => [event.seq, event]));
  const history = [...bySeq.values()].sort((a, b) => b.seq - a.seq).slice(0, 50);
  // An import changes every item: its story is told by this item's part alone.
  const own = new Set([item.id, ...evidence.map((proof) => proof.id)]);
  for (const event of history) event.changes = event.changes.filter((change) => own.has(change.id));
  return { item, judged, evidence, history, people: await withActors(view.people, history) };
}
