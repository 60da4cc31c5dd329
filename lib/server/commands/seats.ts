import type { z } from "zod";
import { judgeAssignSeat, judgeSeatSections } from "@/lib/domain/judge-seat";
import type { Refusal } from "@/lib/domain/refusal";
import { change, type Done } from "../change";
import type * as input from "../input/launch";
import type { Actor } from "../sessions";

/** Puts a member on a seat, or empties it; a new holder signs anew (rules §8). */
export function assignSeat(actor: Actor, { launch, seat, holder, version }: z.infer<typeof input.assignSeat>): Promise<Done | Refusal> {
  return change(actor, launch, ({ state, person, now }) => judgeAssignSeat(state, person, { seatId: seat, holderId: holder, version }, now));
}

/** Says which sections a seat answers for; `null` = all. */
export function setSeatSections(actor: Actor, { launch, seat, sections, version }: z.infer<typeof input.setSeatSections>): Promise<Done | Refusal> {
  return change(actor, launch, ({ state, person }) => judgeSeatSections(state, person, { seatId: seat, sections, version }));
}
