import type { Judgement } from "@/lib/domain/judgement";
import type { Item, LaunchState, Seat } from "@/lib/domain/state";

/** What a seat signs for: counts over its sections, and what was taken out of them. */
export interface Scope {
  /** `null` = all. */
  sections: { id: string; key: string; title: string }[] | null;
  of: number;
  verified: number;
  claimed: number;
  inTheWay: number;
  waived: number;
  /** Proofs that will not hold on launch day. */
  stale: number;
  undecided: number;
  notApplicable: number;
  /** Made advisory, or not applicable though nothing in the document made it conditional (decision rules §2). */
  out: { item: Item; why: "advisory" | "not-applicable"; reason: string | null }[];
}

/** Adds up what was judged of the seat's sections; decides nothing itself. */
export function scopeOf(seat: Seat, state: LaunchState, judgement: Judgement): Scope {
  const within = (sectionId: string | undefined): boolean => seat.sections === null || (sectionId !== undefined && seat.sections.includes(sectionId));
  const items = Object.values(state.item).filter((item) => item.retiredAt === null && within(item.sectionId)).sort((a, b) => a.position - b.position);
  const judged = items.flatMap((item) => judgement.items[item.id] ?? []);
  const counting = judged.filter((one) => one.counts);
  const sections = judgement.sections.filter(({ id }) => within(id));
  const early = (item: Item): boolean => item.window === "before" || item.window === "final-week";
  const isOut = (item: Item): boolean => judgement.items[item.id]?.applicability === "not-applicable";
  return {
    sections: seat.sections === null ? null : sections.map(({ id, key, title }) => ({ id, key, title })),
    of: counting.length,
    verified: counting.filter((one) => one.verified).length,
    claimed: counting.filter((one) => one.claimed).length,
    inTheWay: judgement.reasons.filter(({ subjectType, subjectId }) => (subjectType === "item" || subjectType === "alternatives") && within(state.item[subjectId]?.sectionId)).length,
    waived: counting.filter(({ band }) => band === "waived").length,
    stale: counting.filter(({ standingAtGoLive }) => standingAtGoLive === "stale").length,
    undecided: counting.filter(({ applicability }) => applicability === "undecided").length,
    notApplicable: items.filter((item) => early(item) && isOut(item)).length,
    out: items.filter(early).flatMap((item): Scope["out"] => {
      if (!item.required) return [{ item, why: "advisory", reason: item.requiredReason }];
      return isOut(item) && item.condition === null && item.applicabilityBy === "person" ? [{ item, why: "not-applicable", reason: item.applicabilityReason }] : [];
    }),
  };
}
