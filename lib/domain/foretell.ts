import type { Judgement } from "./judgement";
import type { Change, Instant, LaunchState, Verdict } from "./state";
import { applyChanges } from "./changes";
import { freedOfProof } from "./freed-of-proof";
import { judge } from "./judge";
import { reasonKey } from "./what-if";

/** What a change would do to a launch, in numbers: said before it is made. */
export interface Foretold {
  verdict: { before: Verdict; after: Verdict };
  /** How many reasons would come, and how many would go; seats that would only have to confirm are counted apart. */
  arisen: number;
  cleared: number;
  verified: { before: number; after: number; of: number };
  /** Counting items that would need no proof any more. */
  freed: number;
  /** Seats whose signature would no longer cover the state. */
  confirm: number;
}

/** Judges a launch with some changes and without, at the same moment. Nothing is written. */
export function foretell(state: LaunchState, changes: readonly Change[], now: Instant, digestOf: (canonical: string) => string): Foretold {
  const next = applyChanges(state, changes, state.revision + 1);
  const before = judge(state, now, digestOf);
  const after = judge(next, now, digestOf);
  const stale = new Set(before.seats.filter((seat) => seat.stale).map(({ id }) => id));
  const newer = (these: Judgement, those: Judgement): number => {
    const known = new Set(those.reasons.map(reasonKey));
    return these.reasons.filter((reason) => reason.kind !== "seat-stale" && !known.has(reasonKey(reason))).length;
  };
  return {
    verdict: { before: before.verdict, after: after.verdict }, arisen: newer(after, before), cleared: newer(before, after),
    verified: { before: before.numbers.verified.done, after: after.numbers.verified.done, of: after.numbers.verified.of },
    freed: freedOfProof(state, next),
    confirm: after.seats.filter((seat) => seat.stale && !stale.has(seat.id)).length,
  };
}
