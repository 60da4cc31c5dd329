import { onceEach } from "@/lib/domain/once-each";
import type { LaunchState } from "@/lib/domain/state";
import { sameness } from "./likeness";
import type { Graph, Pair } from "./merge-plan";

/** A section or group of a document or of the launch, with the items here that stand in it. */
interface Block { id: string; title: string; parent: string; items: ReadonlySet<string> }
interface Standing extends Block { retired: boolean }

/** Which section and group here each of a document's is; one that is none is new. By the ids of the document's rows. */
export interface Places { section: Map<string, string>; group: Map<string, string> }

/** Ids of rows that do not exist yet, until they are given one. */
export const toCome = (id: string) => `new ${id}`;

/**
 * Matches headings by their words and by the items under them: same words first, then where most of the items are.
 * `known`: the imported document's own places; a heading that stands there word for word is where it was.
 */
export function placesOf(graph: Graph, itemOf: ReadonlyMap<string, string>, state: LaunchState, known: { graph: Graph; places: Places } | null): Places {
  const items = Object.values(state.item);
  const standing = (rows: { id: string; title: string; retiredAt: string | null; sectionId?: string }[], of: "sectionId" | "groupId"): Standing[] => {
    const within = new Map<string, Set<string>>();
    for (const item of items) within.set(item[of], (within.get(item[of]) ?? new Set()).add(item.id));
    return rows.map((row) => ({ id: row.id, title: row.title, parent: row.sectionId ?? "", retired: row.retiredAt !== null, items: within.get(row.id) ?? new Set() }));
  };
  const blocks = (rows: { id: string; title: string }[], of: "sectionId" | "groupId", parentOf: (id: string) => string): Block[] => {
    const within = new Map<string, Set<string>>();
    for (const { read, row } of graph.entries) {
      const id = itemOf.get(read.key);
      if (id !== undefined) within.set(row[of], (within.get(row[of]) ?? new Set()).add(id));
    }
    return rows.map((row) => ({ id: row.id, title: row.title, parent: parentOf(row.id), items: within.get(row.id) ?? new Set() }));
  };
  const loose = known === null;
  const seedOf = (entity: "section" | "group") => {
    const seed = new Map<string, string>();
    if (known === null) return seed;
    const before = pathsOf(known.graph, entity);
    const byPath = new Map([...before].map(([id, path]) => [path, known.places[entity].get(id)]));
    for (const [id, path] of pathsOf(graph, entity)) {
      const here = byPath.get(path);
      if (here !== undefined) seed.set(id, here);
    }
    return seed;
  };
  const section = matchBlocks(blocks(graph.rows.section, "sectionId", () => ""), standing(Object.values(state.section), "sectionId"), seedOf("section"), loose);
  const sectionOf = new Map(graph.rows.group.map((group) => [group.id, section.get(group.sectionId) ?? toCome(group.sectionId)]));
  const group = matchBlocks(blocks(graph.rows.group, "groupId", (id) => sectionOf.get(id) ?? ""), standing(Object.values(state.group), "groupId"), seedOf("group"), loose);
  return { section, group };
}

/** Every heading's own words under its section's; the second of the same gets its number. */
function pathsOf(graph: Graph, entity: "section" | "group"): Map<string, string> {
  const titles = new Map(graph.rows.section.map((row) => [row.id, sameness(row.title)]));
  const once = onceEach();
  return new Map(graph.rows[entity].map((row) => [row.id, once("sectionId" in row ? `${titles.get(row.sectionId) ?? ""}\n${sameness(row.title)}` : sameness(row.title))]));
}

/** By next item key: the item here. */
export function itemsOfPairs(pairs: readonly Pair[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const pair of pairs) if (!found.has(pair.next.read.key)) found.set(pair.next.read.key, pair.itemId);
  return found;
}

/** `loose`: a heading of the same words in another section will do as well, so that every imported one is found again. */
function matchBlocks(blocks: readonly Block[], standing: readonly Standing[], seed: ReadonlyMap<string, string>, loose: boolean): Map<string, string> {
  const scored: { block: string; at: string; score: number }[] = [];
  for (const block of blocks) {
    for (const one of standing) {
      const votes = [...block.items].filter((id) => one.items.has(id)).length;
      const titled = sameness(block.title) === sameness(one.title);
      const most = votes > 0 && votes * 2 >= Math.min(block.items.size, one.items.size);
      if (!(titled && (loose || one.parent === block.parent)) && !most) continue;
      scored.push({ block: block.id, at: one.id, score: votes + (titled ? 1e6 : 0) + (one.parent === block.parent ? 1e5 : 0) - (one.retired ? 0.5 : 0) });
    }
  }
  scored.sort((one, other) => other.score - one.score);
  const found = new Map(seed);
  const taken = new Set(seed.values());
  for (const { block, at } of scored) {
    if (found.has(block) || taken.has(at)) continue;
    taken.add(at);
    found.set(block, at);
  }
  return found;
}

/**
 * The order after a merge. Where the document's own order did not change, what is here keeps its order and what is new
 * comes behind what stands before it in the document; else the document's order, with what only is here behind its neighbour.
 */
export function mergedOrder(here: readonly string[], document: readonly string[], base: readonly string[]): string[] {
  const [isHere, inDocument, inBase] = [new Set(here), new Set(document), new Set(base)];
  const equal = (one: readonly string[], other: readonly string[]) => one.length === other.length && one.every((id, at) => id === other[at]);
  const unmoved = equal(base.filter((id) => inDocument.has(id)), document.filter((id) => inBase.has(id)))
    || equal(here.filter((id) => inDocument.has(id)), document.filter((id) => isHere.has(id)));
  return unmoved ? laid(here, document) : laid(document, here);
}

/** All of `first` in its order; what only `second` has, behind what stands before it there. */
function laid(first: readonly string[], second: readonly string[]): string[] {
  const known = new Set(first);
  const behind = new Map<string, string[]>();
  let last = "";
  for (const id of second) {
    if (known.has(id)) last = id;
    else behind.set(last, [...(behind.get(last) ?? []), id]);
  }
  return [...(behind.get("") ?? []), ...first.flatMap((id) => [id, ...(behind.get(id) ?? [])])];
}

/** The ids that have to be moved to bring `here` into the order of `wanted`: as few as possible. */
export function movedAmong(here: readonly string[], wanted: readonly string[]): Set<string> {
  const at = new Map(here.map((id, index) => [id, index]));
  const sequence = wanted.filter((id) => at.has(id));
  const tails: number[] = [];
  const before: number[] = [];
  for (const [index, id] of sequence.entries()) {
    const value = at.get(id) ?? 0;
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((at.get(sequence[tails[middle] ?? 0] ?? "") ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  }
  const stay = new Set<string>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) stay.add(sequence[index] ?? "");
  return new Set(sequence.filter((id) => !stay.has(id)));
}
