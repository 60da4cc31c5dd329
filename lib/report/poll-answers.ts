import type { JudgedSeat } from "@/lib/domain/judgement";

/** Seats by what they have answered: a valid sign-off is a seat's answer (decision rules §9), one of another state is none. */
export function pollAnswers(seats: readonly JudgedSeat[]): { answered: JudgedSeat[]; silent: JudgedSeat[]; stale: JudgedSeat[] } {
  return {
    answered: seats.filter(({ position, stale }) => position !== null && !stale),
    silent: seats.filter(({ position }) => position === null),
    stale: seats.filter(({ position, stale }) => position !== null && stale),
  };
}

/** Their roles, one after another. */
export function rolesOf(seats: readonly JudgedSeat[]): string {
  return seats.map(({ role }) => role).join(", ");
}
