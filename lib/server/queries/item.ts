import type { JudgedItem, Judgement } from "@/lib/domain/judgement";
import type { HistoryEntry } from "@/lib/domain/history-entry";
import type { Evidence, Item, LaunchState, ProofPolicy, Waiver, Work } from "@/lib/domain/state";
import { proofRequired, validDays } from "@/lib/domain/standing";
import { readWaiver, type WaiverReads } from "@/lib/domain/waivers";
import { likeness, roles } from "@/lib/document/likeness";
import { readHistory, withActors } from "./history";
import type { LaunchView } from "./launch";
import type { People } from "./launch-state";

/** Another item, as much as is needed to name it and to link it. */
export interface OtherItem { id: string; key: string; text: string; version: number; work: Work }

export interface ItemDetail {
  item: Item;
  judged: JudgedItem;
  /** Newest first, withdrawn ones included; linked items' proof is shared, so it is among them. */
  evidence: Evidence[];
  /** Newest first, with how each reads now; `null` = ended before its time. */
  waivers: (Waiver & { reads: WaiverReads | null })[];
  /** Items that share proof with it. */
  linked: OtherItem[];
  /** Items that say nearly the same: offered for linking, never linked by themselves (product.md). */
  alike: OtherItem[];
  /** What holds for its proof when the item itself says nothing. */
  inherits: { proof: ProofPolicy; validDays: number | null };
  history: HistoryEntry[];
  people: People;
}

/** One item of a launch, by id or key, with everything its own page shows; `null` when the launch has no such item. */
export async function readItem(view: LaunchView, idOrKey: string): Promise<ItemDetail | null> {
  const { state, judgement } = view;
  const item = state.item[idOrKey] ?? Object.values(state.item).find((one) => one.key === idOrKey);
  const judged = item && judgement.items[item.id];
  if (!item || !judged) return null;
  const live = Object.values(state.item).filter(({ id, retiredAt }) => id !== item.id && retiredAt === null);
  const linked = item.link === null ? [] : live.filter(({ link }) => link === item.link);
  const sharing = new Set([item.id, ...linked.map(({ id }) => id)]);
  const evidence = Object.values(state.evidence).filter((proof) => sharing.has(proof.itemId)).sort((a, b) => (a.addedAt < b.addedAt ? 1 : -1));
  const waivers = Object.values(state.waiver).filter((waiver) => waiver.itemId === item.id)
    .sort((a, b) => (a.requestedAt < b.requestedAt ? 1 : -1)).map((waiver) => ({ ...waiver, reads: readWaiver(waiver, view.now) }));
  const own = new Set([item.id, ...waivers.map(({ id }) => id), ...evidence.map(({ id }) => id)]);
  const { events: history } = await readHistory(state.launch.id, { subjects: [...own], limit: 50 });
  // An import changes every item: its story is told by this item's part alone.
  for (const event of history) event.changes = event.changes.filter((change) => own.has(change.id));
  return {
    item, judged, evidence, waivers, linked: linked.map(named(judgement)), alike: alikeTo(item, live.filter(({ id }) => !sharing.has(id))).map(named(judgement)),
    inherits: inheritedBy(item, state), history, people: await withActors(view.people, history),
  };
}

/** With its work as judged: a parent's is its parts'. */
export const named = ({ items }: Pick<Judgement, "items">) => ({ id, key, text, version, work }: Item): OtherItem => ({ id, key, text, version, work: items[id]?.work ?? work });

/** What would hold for the item's proof if it said nothing of its own. */
function inheritedBy(item: Item, state: LaunchState): ItemDetail["inherits"] {
  const plain = { ...item, proof: null, validDays: null };
  return { proof: proofRequired(plain, state) ? "required" : "optional", validDays: validDays(plain, state) };
}

/** Near repeats by their words, or the very same ones; a swap of places is none. */
function alikeTo(item: Item, others: readonly Item[]): Item[] {
  const words = likeness(item.text);
  return words === null ? [] : others.filter((one) => likeness(one.text) === words && (roles(one.text) !== roles(item.text) || one.text === item.text)).slice(0, 10);
}
