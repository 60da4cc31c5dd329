import type { LaunchState, Seat } from "./state";
import { isOver } from "./find-item";
import { type About, type Act, type Person, may } from "./permissions";
import { type Refusal, refuse } from "./refusal";

/** What every change of a seat says: which, and the version that was seen. */
export interface OfSeat { seatId: string; version: number }

/** The seat, if the actor may do this with it and saw the version that stands. */
export function findSeat(state: LaunchState, actor: Person, act: Act, { seatId, version }: OfSeat, about: (seat: Seat) => About | null = () => null): { seat: Seat } | Refusal {
  if (!may(actor, "view")) return refuse("unknown-launch");
  const seat = Object.hasOwn(state.seat, seatId) ? state.seat[seatId] : undefined;
  if (seat === undefined || seat.retiredAt !== null) return refuse("unknown-seat");
  if (!may(actor, act, about(seat))) return refuse("not-permitted");
  if (isOver(state)) return refuse("launch-over");
  if (seat.version !== version) return refuse("stale-version", { seen: version, present: seat.version });
  return { seat };
}
