import type { Item } from "@/lib/domain/state";
import { plain } from "./plain";
import type { Reading } from "./reading";

/** Items that say the same, exactly or nearly, and could share their proof (decision rules §3): linked only when somebody says so. */
export interface LinkOffer {
  /** The kind and the line of the second one, where the repeat is seen. */
  id: string;
  kind: "repeat" | "near-repeat";
  items: { key: string; text: string; line: number; section: string }[];
}

/** What could be linked, by line. Of exact repeats only the first stands among near ones. */
export function linkOffers(reading: Pick<Reading, "sections" | "findings">): LinkOffer[] {
  const places = new Map(reading.sections.flatMap(({ title, groups }) =>
    groups.flatMap(({ items }) => items.map(({ key, text, line }) => [key, { key, text: plain(text), line, section: title }] as const))));
  return reading.findings.flatMap(({ kind, line, items: keys }): LinkOffer[] => {
    if (kind !== "repeat" && kind !== "near-repeat") return [];
    const items = keys.flatMap((key) => places.get(key) ?? []);
    return items.length > 1 ? [{ id: `${kind}:${line}`, kind, items }] : [];
  }).sort((one, other) => (one.items[0]?.line ?? 0) - (other.items[0]?.line ?? 0));
}

/**
 * Gives the items of the offers taken a word in common each; offers that share an item become one link. `items`: the rows a
 * document becomes, which are new, so that none has proof yet.
 */
export function linkTaken(reading: Pick<Reading, "sections" | "findings">, taken: readonly string[], items: readonly Item[], newWord: () => string): void {
  const rows = new Map(items.map((item) => [item.key, item]));
  for (const offer of linkOffers(reading).filter(({ id }) => taken.includes(id))) {
    const linked = offer.items.flatMap(({ key }) => rows.get(key) ?? []);
    // Offers stand in the order of their first items, so one that joins others comes before all but the first of them.
    const word = linked.find(({ link }) => link !== null)?.link ?? newWord();
    for (const item of linked) item.link = word;
  }
}
