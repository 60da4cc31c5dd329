import type { Reason } from "./judgement";
import type { LaunchState } from "./state";
import { liveItems } from "./survey";

/**
 * The reasons about items that stand in the way of a go for these sections (`null` = all; decision rules §8). A choice between items
 * of several sections is open in each of them, though it is told once, where its first item stands.
 */
export function reasonsWithin(state: LaunchState, sections: readonly string[] | null, reasons: readonly Reason[]): Reason[] {
  const within = (sectionId: string | undefined): boolean => sections === null || (sectionId !== undefined && sections.includes(sectionId));
  return reasons.filter(({ subjectType, subjectId }) => {
    const item = state.item[subjectId];
    if (subjectType === "item") return within(item?.sectionId);
    return subjectType === "alternatives" && liveItems(state).some((one) => one.alternatives === item?.alternatives && within(one.sectionId));
  });
}
