import type { Item, LaunchState } from "@/lib/domain/state";
import type { Holds } from "./merge-plan";

/** What an item has gathered here. */
export function holdsOf(state: LaunchState, item: Item): Holds {
  return {
    work: item.work,
    proofs: Object.values(state.evidence).filter((one) => one.itemId === item.id && one.withdrawnAt === null).length,
    waivers: Object.values(state.waiver).filter((one) => one.itemId === item.id && (one.state === "active" || one.state === "requested")).length,
  };
}

/** Whether anything would be lost from sight with an item: work, proof, a waiver, an owner, a decision by a person. */
export function isTouched(state: LaunchState, itemId: string): boolean {
  const item = state.item[itemId];
  if (!item) return false;
  const { work, proofs, waivers } = holdsOf(state, item);
  return work !== "todo" || proofs > 0 || waivers > 0 || item.hadProof || item.ownerId !== null || item.due !== null || !item.required
    || item.applicabilityBy === "person" || item.link !== null;
}

/** Seats with a signature that a material change of this item would make stale (decision rules §8). */
export function signedFor(state: LaunchState, item: Pick<Item, "sectionId" | "required" | "window">): string[] {
  if (!item.required || (item.window !== "before" && item.window !== "final-week")) return [];
  const signed = new Set(Object.values(state.signOff).filter((one) => one.withdrawnAt === null).map((one) => one.seatId));
  return Object.values(state.seat)
    .filter((seat) => seat.retiredAt === null && signed.has(seat.id) && (seat.sections === null || seat.sections.includes(item.sectionId)))
    .map((seat) => seat.id);
}
