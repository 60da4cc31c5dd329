import type { Judgement, ReasonKind, Share } from "./judgement";
import { reasonKinds } from "./judgement";
import type { Phase, Verdict } from "./state";

/** What the sentence beside the verdict says; its words are the catalogue's. */
export interface VerdictSentence {
  verdict: Verdict;
  phase: Phase;
  /** How many reasons there are of each kind, in the rules' order; kinds without any are left out. */
  inTheWay: { kind: ReasonKind; count: number }[];
  reasons: number;
  /** Always told (decision rules §7): "118 of 192 verified, 192 claimed". */
  verified: Share;
  claimed: Share;
  waived: number;
  openConditions: number;
  /** Nobody signs this launch. */
  noSeats: boolean;
  followUps: number;
}

export function sentenceOf(judgement: Judgement): VerdictSentence {
  const counts = new Map<ReasonKind, number>();
  for (const { kind } of judgement.reasons) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return {
    verdict: judgement.verdict, phase: judgement.phase,
    inTheWay: reasonKinds.flatMap((kind) => (counts.has(kind) ? [{ kind, count: counts.get(kind) ?? 0 }] : [])),
    reasons: judgement.reasons.length, verified: judgement.numbers.verified, claimed: judgement.numbers.claimed,
    waived: judgement.numbers.waived, openConditions: judgement.conditions.filter(({ state }) => state === "open").length,
    noSeats: judgement.seats.length === 0, followUps: judgement.followUps.length,
  };
}
