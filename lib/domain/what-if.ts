import type { JudgedSeat, Judgement, Numbers, Reason } from "./judgement";
import type { Item, LaunchState, Seat, Verdict } from "./state";
import { liveItems } from "./survey";
import { isConditional, isLastAlternative } from "./judge-applicability";
import { verdictOf } from "./verdict";

/** How a reason is named in a "what if": its kind and subject; there is one of each. */
export const reasonKey = ({ kind, subjectId }: Pick<Reason, "kind" | "subjectId">): string => `${kind} ${subjectId}`;

export interface WhatIf {
  verdict: Verdict;
  remaining: Reason[];
  /** Seats whose signature would not cover the state any more: they would have to confirm. By id. */
  confirm: string[];
}

/** The part of a launch that "what if" asks about: small enough to travel to a page. */
export interface WhatStands {
  state: { seat: Readonly<Record<string, Pick<Seat, "sections">>> };
  judgement: Pick<Judgement, "reasons"> & { seats: readonly Pick<JudgedSeat, "id" | "position" | "stale">[]; conditions: readonly Pick<Judgement["conditions"][number], "state" | "seatId">[]; numbers: Pick<Numbers, "waived"> };
}

/** Decision rules §6: what would remain if the named reasons were cleared, signatures held fixed, and who would have to confirm. */
export function whatIf(state: WhatStands["state"], judgement: WhatStands["judgement"], cleared: ReadonlySet<string>): WhatIf {
  const remaining = judgement.reasons.filter((reason) => !cleared.has(reasonKey(reason)));
  const gone = judgement.reasons.filter((reason) => cleared.has(reasonKey(reason)));
  // Another date, or the first item that counts, is material to every seat; taking a launch back to preparing is to none (§8).
  const everywhere = gone.some(({ kind }) => kind === "go-live-passed" || kind === "nothing-to-judge");
  const sections = new Set(gone.flatMap(({ sectionId }) => (sectionId === null ? [] : [sectionId])));
  const signed = judgement.seats.filter(({ position, stale, id }) => position !== null && !stale && !gone.some(({ subjectId }) => subjectId === id));
  const confirm = signed.filter(({ id }) => {
    const own = state.seat[id]?.sections ?? null;
    return everywhere || (own === null ? sections.size > 0 : own.some((section) => sections.has(section)));
  });
  // What a seat asked for of another state went with that signature: its next one brings its own.
  const lapsed = new Set(judgement.seats.flatMap(({ id, stale }) => (stale ? [id] : [])));
  const open = judgement.numbers.waived > 0 || judgement.conditions.some(({ state: at, seatId }) => at === "open" && !lapsed.has(seatId));
  return { verdict: verdictOf(remaining, open), remaining, confirm: confirm.map(({ id }) => id) };
}

/** Decision rules §2: what was taken out of scope by hand, as seats see it: advisory, or not applicable though nothing asks whether it is. */
export function outOfScope(state: LaunchState, sections: readonly string[] | null): Item[] {
  return liveItems(state).filter((item) => (sections === null || sections.includes(item.sectionId))
    && (!item.required || (item.applicability === "not-applicable" && (!isConditional(item) || (item.applicabilityBy === "person" && isLastAlternative(state, item))))));
}
