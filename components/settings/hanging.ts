import type { LaunchState } from "@/lib/domain/state";

/** An item that hangs on a question, with what its answer makes of it. */
export interface Hanging {
  id: string;
  key: string;
  text: string;
  /** The answer under which it applies. */
  appliesOn: boolean;
  applicability: "applies" | "undecided" | "not-applicable";
  /** A person has decided it, whatever the answer says. */
  byHand: boolean;
  /** The other of two items of which one will do. */
  alternative: boolean;
}

/** What hangs on a question, in the document's order (decision rules §2); alternatives follow the answer as well. */
export function hangingOn(factId: string, { item }: Pick<LaunchState, "item">): Hanging[] {
  const live = Object.values(item).filter(({ retiredAt }) => retiredAt === null);
  const own = live.filter((one) => one.factId === factId);
  const words = new Set(own.flatMap(({ alternatives }) => alternatives ?? []));
  const others = live.filter((one) => one.factId !== factId && one.alternatives !== null && words.has(one.alternatives));
  const answerOf = (alternatives: string | null): boolean => own.find((one) => one.alternatives === alternatives)?.factAnswer ?? true;
  return [
    ...own.map((one) => ({ one, appliesOn: one.factAnswer ?? true, alternative: false })),
    ...others.map((one) => ({ one, appliesOn: !answerOf(one.alternatives), alternative: true })),
  ].sort((a, b) => a.one.position - b.one.position).map(({ one, appliesOn, alternative }) => ({
    id: one.id, key: one.key, text: one.text, appliesOn, applicability: one.applicability, byHand: one.applicabilityBy === "person", alternative,
  }));
}
