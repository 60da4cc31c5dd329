import type { Evidence, Instant, Item, LaunchState, Section, Waiver } from "./state";
import { type Applied, applyAlternatives } from "./alternatives";
import { byPosition, inDocumentOrder } from "./document-order";
import { type Moments, momentsOf } from "./moments";

/** A state prepared for judging: every lookup a rule needs, built in one pass so that no rule scans. */
export interface Survey extends Moments {
  state: LaunchState;
  sections: Section[];
  /** Not retired, in the document's order. */
  items: Item[];
  children: ReadonlyMap<string, Item[]>;
  /** Proof that is not withdrawn, by item, with what linked items share (§3). */
  proof: ReadonlyMap<string, Evidence[]>;
  /** Proof that was withdrawn, likewise: it tells since when something holds. */
  withdrawn: ReadonlyMap<string, Evidence[]>;
  /** Waivers on the item itself or a parent that covers it, newest first. */
  waivers: ReadonlyMap<string, Waiver[]>;
  applied: Applied;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Decision rules §1: not retired, nor in a section or group that is. In the document's order. */
export function liveItems(state: LaunchState): Item[] {
  const live = (item: Item) => item.retiredAt === null
    && (state.section[item.sectionId]?.retiredAt ?? null) === null && (state.group[item.groupId]?.retiredAt ?? null) === null;
  return inDocumentOrder(state, Object.values(state.item).filter(live));
}

/** Sections that are not retired, in order. */
export function liveSections(state: LaunchState): Section[] {
  return Object.values(state.section).filter((section) => section.retiredAt === null).sort(byPosition);
}

/** Proof by item. The members of a link share one list. */
function shareProof(state: LaunchState, items: readonly Item[]): { proof: Map<string, Evidence[]>; withdrawn: Map<string, Evidence[]> } {
  const proof = new Map<string, Evidence[]>();
  const withdrawn = new Map<string, Evidence[]>();
  const place = new Map<string, string>();
  for (const item of items) place.set(item.id, item.link === null ? item.id : `link ${item.link}`);
  for (const evidence of Object.values(state.evidence)) {
    const at = place.get(evidence.itemId);
    if (at === undefined) continue;
    push(evidence.withdrawnAt === null ? proof : withdrawn, at, evidence);
  }
  for (const item of items) {
    if (item.link === null) continue;
    const shared = proof.get(`link ${item.link}`);
    const gone = withdrawn.get(`link ${item.link}`);
    if (shared !== undefined) proof.set(item.id, shared);
    if (gone !== undefined) withdrawn.set(item.id, gone);
  }
  return { proof, withdrawn };
}

/** By id where two were asked for at one moment, so that two servers agree. */
const newestFirst = (a: Waiver, b: Waiver): number =>
  (a.requestedAt === b.requestedAt ? (a.id < b.id ? 1 : -1) : a.requestedAt < b.requestedAt ? 1 : -1);

/** Waivers by item; a parent's cover its children (§1). `items` come parents first or not: each climbs by itself. */
function coverWaivers(state: LaunchState, items: readonly Item[]): Map<string, Waiver[]> {
  const own = new Map<string, Waiver[]>();
  for (const waiver of Object.values(state.waiver)) push(own, waiver.itemId, waiver);
  if (own.size === 0) return own;
  const covered = new Map<string, Waiver[]>();
  for (const item of items) {
    let found: Waiver[] | undefined;
    const seen = new Set<string>();
    for (let at: Item | undefined = item; at !== undefined && !seen.has(at.id); at = at.parentId === null ? undefined : state.item[at.parentId]) {
      seen.add(at.id);
      // What is never to be waived is not let through by a waiver of what stands over it, however it came there (mend 42).
      const here = at.id !== item.id && item.neverWaive ? undefined : own.get(at.id);
      if (here !== undefined) found = found === undefined ? here : [...found, ...here];
    }
    if (found !== undefined) covered.set(item.id, [...found].sort(newestFirst));
  }
  return covered;
}

/** Prepares `state` for judging at `now`. Linear in the number of rows. */
export function survey(state: LaunchState, now: Instant): Survey {
  const items = liveItems(state);
  const children = new Map<string, Item[]>();
  const ids = new Set(items.map((item) => item.id));
  for (const item of items) if (item.parentId !== null && ids.has(item.parentId)) push(children, item.parentId, item);
  return {
    ...momentsOf(state, now), state, items, children, sections: liveSections(state),
    ...shareProof(state, items), waivers: coverWaivers(state, items), applied: applyAlternatives(state, items, children),
  };
}
