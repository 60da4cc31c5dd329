import type { Judgement, Reason } from "@/lib/domain/judgement";
import { reasonsWithin } from "@/lib/domain/concerns";
import { inDocumentOrder } from "@/lib/domain/document-order";
import type { Item, LaunchState, Seat, Waiver } from "@/lib/domain/state";
import { outOfScope } from "@/lib/domain/what-if";

/** What a seat signs for: counts over its sections, and what was taken out of them. */
export interface Scope {
  /** `null` = all. */
  sections: { id: string; key: string; title: string }[] | null;
  of: number;
  verified: number;
  claimed: number;
  /** Items, and choices between items, that stand in the way. */
  inTheWay: Reason[];
  /** Items gone without, with the waiver that covers each. */
  waived: { item: Item; waiver: Waiver | undefined }[];
  /** Items whose proof will not hold on launch day. */
  stale: Item[];
  undecided: number;
  notApplicable: number;
  /** Made advisory, or not applicable though nothing in the document made it conditional (decision rules §2). */
  out: { item: Item; why: "advisory" | "not-applicable"; reason: string | null }[];
}

/** Adds up what was judged of the seat's sections; decides nothing itself. */
export function scopeOf(seat: Seat, state: LaunchState, judgement: Judgement): Scope {
  const within = (sectionId: string | undefined): boolean => seat.sections === null || (sectionId !== undefined && seat.sections.includes(sectionId));
  const items = inDocumentOrder(state, Object.values(state.item).filter((item) => item.retiredAt === null && within(item.sectionId)));
  const judged = items.flatMap((item) => judgement.items[item.id] ?? []);
  const counting = judged.filter((one) => one.counts);
  const sections = judgement.sections.filter(({ id }) => within(id));
  const early = (item: Item): boolean => item.window === "before" || item.window === "final-week";
  const isOut = (item: Item): boolean => judgement.items[item.id]?.applicability === "not-applicable";
  const itemsOf = (some: readonly { id: string }[]): Item[] => some.flatMap(({ id }) => state.item[id] ?? []);
  return {
    sections: seat.sections === null ? null : sections.map(({ id, key, title }) => ({ id, key, title })),
    of: counting.length,
    verified: counting.filter((one) => one.verified).length,
    claimed: counting.filter((one) => one.claimed).length,
    inTheWay: reasonsWithin(state, seat.sections, judgement.reasons),
    waived: itemsOf(counting.filter(({ band }) => band === "waived")).map((item) => ({ item, waiver: state.waiver[judgement.items[item.id]?.waiver?.id ?? ""] })),
    stale: itemsOf(counting.filter(({ standingAtGoLive }) => standingAtGoLive === "stale")),
    undecided: counting.filter(({ applicability }) => applicability === "undecided").length,
    notApplicable: items.filter((item) => early(item) && isOut(item)).length,
    out: outOfScope(state, seat.sections).filter(early).map((item): Scope["out"][number] => item.required
      ? { item, why: "not-applicable", reason: item.applicabilityReason } : { item, why: "advisory", reason: item.requiredReason }),
  };
}
