import type { Evidence, Item, LaunchState, Seat, Waiver } from "./state";
import { canonical } from "./canonical";
import { type Survey, survey } from "./survey";
import { proofRequired, validDays } from "./standing";
import { timelessOutcome } from "./threshold";

/** What a signature is bound to (decision rules §8): only what is decided by people, never what time makes of it. */
export interface Material {
  rule: number;
  goLive: string | null;
  /** The sections the seat answers for; `null` = all. */
  sections: string[] | null;
  facts: Record<string, MaterialFact>;
  items: Record<string, MaterialItem>;
}
export interface MaterialFact { question: string; answer: boolean | null }
export type MaterialItem = Record<ItemField, unknown>;

/** What each counting item is signed with, and how it is read. The one list: digest, difference and tests walk it. */
export const itemFields = {
  text: (item) => item.text,
  required: (item) => item.required,
  window: (item) => item.window,
  applicability: (item, s) => s.applied.applicability.get(item.id) ?? item.applicability,
  work: (item) => item.work,
  proof: (item, s) => (proofRequired(item, s.state) ? "required" : "optional"),
  validDays: (item, s) => validDays(item, s.state),
  threshold: (item) => item.threshold,
  outcome: (item, s) => timelessOutcome(item.threshold, s.proof.get(item.id) ?? []),
  evidence: (item, s) => evidenceOf(s.proof.get(item.id)),
  waivers: (item, s) => waiversOf(s.waivers.get(item.id)),
} as const satisfies Record<string, (item: Item, s: Survey) => unknown>;
export type ItemField = keyof typeof itemFields;
// Object.keys of a literal: exactly its keys, which the type does not say.
export const itemFieldNames = Object.keys(itemFields) as ItemField[];

const empty: readonly never[] = [];
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

/** Content and true-at of proof. Measurements and checks count by their outcome alone, not by each value. */
function evidenceOf(evidence: readonly Evidence[] | undefined): unknown {
  if (evidence === undefined) return empty;
  return evidence.filter((one) => one.kind !== "measurement" && one.kind !== "check").sort(byId).map(
    ({ fileHash, id, kind, title, trueAt, url, validDays: days }) => ({ fileHash, id, kind, title, trueAt, url, validDays: days }));
}

/** Waivers in force by decision; that one has run out is time's doing (§8). */
function waiversOf(waivers: readonly Waiver[] | undefined): unknown {
  if (waivers === undefined) return empty;
  return waivers.filter((waiver) => waiver.state === "active").sort(byId).map(
    ({ control, endsAt, id, reason }) => ({ control, endsAt, id, reason }));
}

/** §1's counting items as far as time does not matter. */
export function isMaterial(item: Item, s: Survey): boolean {
  return item.required && (item.window === "before" || item.window === "final-week") && !s.children.has(item.id)
    && itemFields.applicability(item, s) !== "not-applicable";
}

/** All of `itemFields`, with their names in order, which spares the canonical form the sorting. */
function readItem(item: Item, s: Survey): MaterialItem {
  return {
    applicability: itemFields.applicability(item, s), evidence: itemFields.evidence(item, s), outcome: itemFields.outcome(item, s),
    proof: itemFields.proof(item, s), required: item.required, text: item.text, threshold: item.threshold,
    validDays: itemFields.validDays(item, s), waivers: itemFields.waivers(item, s), window: item.window, work: item.work,
  };
}

/** The material state of the given sections (`null` = all). */
export function materialOf(s: Survey, sections: readonly string[] | null): Material {
  const within = sections === null ? null : new Set(sections);
  const items: Record<string, MaterialItem> = {};
  const facts: Record<string, MaterialFact> = {};
  const counting: Item[] = [];
  for (const item of s.items) {
    if (within !== null && !within.has(item.sectionId)) continue;
    const fact = item.factId === null ? undefined : s.state.fact[item.factId];
    if (fact !== undefined) facts[fact.id] = { answer: fact.answer, question: fact.question };
    if (!isMaterial(item, s)) continue;
    counting.push(item);
  }
  for (const item of counting.sort(byId)) items[item.id] = readItem(item, s);
  return {
    facts, goLive: s.goLive, items, rule: s.state.launch.rule, sections: sections === null ? null : [...new Set(sections)].sort(),
  };
}

/** What the holder of `seat` would sign now, with its canonical form (RFC 8785) for the digest. */
export function materialOfSeat(state: LaunchState, seat: Seat): { material: Material; canonical: string } {
  // The moment does not matter: nothing in a material state depends on it.
  const material = materialOf(survey(state, state.launch.createdAt), seat.sections);
  return { material, canonical: canonical(material) };
}
