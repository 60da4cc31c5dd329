import type { Item, LaunchState } from "@/lib/domain/state";
import { linkOffers, type LinkOffer } from "./links";
import type { Draft } from "./merge-draft";
import type { MergePlan, MergeQuestion } from "./merge-plan";

type Inner = Pick<MergePlan["inner"], "next" | "pairs">;

/**
 * Repeats of the new text that could share their proof (decision rules §3), as questions that may stay without an answer. Only those in
 * which something is new or worded anew: the others were offered when they came in. What is linked here already is not asked about.
 */
export function linkQuestions(inner: Inner, state: LaunchState): MergeQuestion[] {
  const pairs = new Map(inner.pairs.map((pair) => [pair.next.read.key, pair]));
  return linkOffers(inner.next).flatMap((offer): MergeQuestion[] => {
    const isNew = offer.items.some(({ key }) => {
      const pair = pairs.get(key);
      const words = pair?.next.row.text;
      return pair === undefined || (pair.base?.row.text !== words && state.item[pair.itemId]?.text !== words);
    });
    const words = new Set(offer.items.map(({ key }) => state.item[pairs.get(key)?.itemId ?? ""]?.link ?? null));
    if (!isNew || (words.size === 1 && !words.has(null))) return [];
    const said = [...new Set(offer.items.map(({ text }) => `"${text}"`))].join(", ");
    return [{
      id: idOf(offer), kind: "link", itemId: null, line: offer.items[1]?.line ?? null,
      ask: `${said} (lines ${offer.items.map(({ line }) => line).join(", ")}) ${offer.kind === "repeat" ? "stands more than once" : "look like the same thing in other words"}. Do they share their proof?`,
      options: [{ id: "link", says: "Link them: they share their proof, never their state" }, { id: "leave", says: "Leave them apart" }],
    }];
  });
}

function idOf({ items }: LinkOffer): string {
  return `link:${items[1]?.key ?? ""}`;
}

/** Gives the items of the offers taken a word in common; those linked before bring their partners along, as when they are linked on the page. */
export function linkRepeats(draft: Draft): void {
  const pairs = new Map(draft.pairs.map((pair) => [pair.next.read.key, pair.itemId]));
  const rows = new Map(draft.plan.inner.nextGraph.entries.map(({ read, row }) => [read.key, row.id]));
  const fresh = new Map(draft.newItems.map((item) => [item.id, item]));
  const linkOf = (item: Item) => fresh.get(item.id)?.link ?? draft.items.get(item.id)?.link ?? item.link;
  for (const offer of linkOffers(draft.plan.inner.next).filter((one) => draft.answers[idOf(one)] === "link")) {
    const ids = offer.items.flatMap(({ key }) => pairs.get(key) ?? draft.idOf(rows.get(key) ?? ""));
    const named = ids.flatMap((id) => fresh.get(id) ?? draft.state.item[id] ?? []);
    if (named.length < 2) continue;
    const words = new Set(named.flatMap((item) => linkOf(item) ?? []));
    const all = [...Object.values(draft.state.item).filter((item) => item.retiredAt === null), ...fresh.values()];
    const together = new Set([...named, ...all.filter((item) => { const word = linkOf(item); return word !== null && words.has(word); })]);
    const link = [...words][0] ?? draft.newId();
    // Proof that one of them ever had is from then on demanded of all.
    const hadProof = [...together].some((item) => item.hadProof);
    for (const item of together) {
      if (fresh.has(item.id)) Object.assign(item, { link, hadProof });
      else draft.patch(item.id, { link, ...(hadProof ? { hadProof } : {}) });
    }
  }
}
