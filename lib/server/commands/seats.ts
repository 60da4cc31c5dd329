import type { z } from "zod";
import { judgeAssignSeat, judgeDelegate, judgeMustAnswer, judgeSeatSections } from "@/lib/domain/judge-seat";
import { refuse, type Refusal } from "@/lib/domain/refusal";
import { change, type Done } from "../change";
import type * as decision from "../input/decision";
import type * as input from "../input/launch";
import { momentOf } from "../moment-of";
import type { Actor } from "../sessions";

/** Puts a member on a seat, or empties it; a new holder signs anew (rules §8). */
export function assignSeat(actor: Actor, { launch, seat, holder, version }: z.infer<typeof input.assignSeat>): Promise<Done | Refusal> {
  return change(actor, launch, ({ state, person, now }) => judgeAssignSeat(state, person, { seatId: seat, holderId: holder, version }, now));
}

/** Says which sections a seat answers for; `null` = all. */
export function setSeatSections(actor: Actor, { launch, seat, sections, version }: z.infer<typeof input.setSeatSections>): Promise<Done | Refusal> {
  return change(actor, launch, ({ state, person }) => judgeSeatSections(state, person, { seatId: seat, sections, version }));
}

/** Appoints who signs for the holder, from and until when (rules §8); a last day counts to its end. `delegate` null ends it. */
export function setDelegate(actor: Actor, { launch, seat, delegate, from, to, version }: z.infer<typeof decision.setDelegate>): Promise<Done | Refusal> {
  return change(actor, launch, ({ state, person, now }) => {
    const { zone } = state.launch;
    const begins = from === null ? null : momentOf(from, zone, "start");
    const ends = to === null ? null : momentOf(to, zone, "end");
    if (from !== null && begins === null) return refuse("bad-instant", { field: "from" });
    if (to !== null && ends === null) return refuse("bad-instant", { field: "to" });
    return judgeDelegate(state, person, { seatId: seat, delegateId: delegate, from: begins, to: ends, version }, now);
  });
}

/** Says whether a quorum needs this very seat's answer (rules §9). */
export function setMustAnswer(actor: Actor, { launch, seat, mustAnswer, version }: z.infer<typeof decision.setMustAnswer>): Promise<Done | Refusal> {
  return change(actor, launch, ({ state, person }) => judgeMustAnswer(state, person, { seatId: seat, mustAnswer, version }));
}
