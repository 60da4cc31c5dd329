import type { Instant, LaunchState } from "./state";
import { changeOf } from "./changes";
import { type OfSeat, findSeat } from "./find-seat";
import type { Person } from "./permissions";
import { openPoll } from "./poll";
import { type Outcome, allow, refuse } from "./refusal";
import { isRefusal } from "./text-input";
import { isInstant } from "./zone";

/** Puts a member on a seat, or nobody. A new holder signs anew, and a delegate of the old one goes with them (decision rules §8). */
export function judgeAssignSeat(state: LaunchState, actor: Person, input: OfSeat & { holderId: string | null }, now: Instant): Outcome {
  const found = findSeat(state, actor, "manage-seats", input);
  if (isRefusal(found)) return found;
  const { holderId } = input;
  if (holderId !== null && !Object.hasOwn(state.member, holderId)) return refuse("not-a-member", { field: "holderId" });
  if (found.seat.holderId === holderId) return allow("seat.assigned");
  return allow("seat.assigned", changeOf("seat", found.seat, { holderId, holderAt: now, delegateId: null, delegateFrom: null, delegateTo: null }));
}

/** Says which sections a seat answers for; `null` = all. Material for its signature. */
export function judgeSeatSections(state: LaunchState, actor: Person, input: OfSeat & { sections: readonly string[] | null }): Outcome {
  const found = findSeat(state, actor, "manage-seats", input);
  if (isRefusal(found)) return found;
  if (input.sections === null) return allow("seat.sections", changeOf("seat", found.seat, { sections: null }));
  const sections = [...new Set(input.sections)].sort();
  if (sections.length === 0) return refuse("text-needed", { field: "sections" });
  const known = (id: string) => Object.hasOwn(state.section, id) && state.section[id]?.retiredAt === null;
  if (!sections.every(known)) return refuse("unknown-section", { field: "sections" });
  return allow("seat.sections", changeOf("seat", found.seat, { sections }));
}

/** Says whether a quorum needs this very seat's answer; declared before a poll opens, as its rule is (decision rules §9). */
export function judgeMustAnswer(state: LaunchState, actor: Person, input: OfSeat & { mustAnswer: boolean }): Outcome {
  const found = findSeat(state, actor, "manage-seats", input);
  if (isRefusal(found)) return found;
  return openPoll(state) === null ? allow("seat.must-answer", changeOf("seat", found.seat, { mustAnswer: input.mustAnswer })) : refuse("poll-open");
}

/** Appoints who signs for the holder, from (inclusive) to (exclusive); by the holder or a manager. `delegateId` null ends it. */
export function judgeDelegate(state: LaunchState, actor: Person, input: OfSeat & { delegateId: string | null; from: Instant | null; to: Instant | null }, now: Instant): Outcome {
  const holder = state.seat[input.seatId]?.holderId;
  // A delegate cannot pass the seat on: only the holder counts here.
  const found = findSeat(state, actor, "appoint-delegate", input, (seat) => (holder === actor.id ? { seats: [seat], now } : null));
  if (isRefusal(found)) return found;
  const { delegateId, from, to } = input;
  if (delegateId === null) return allow("seat.delegate", changeOf("seat", found.seat, { delegateId: null, delegateFrom: null, delegateTo: null }));
  if (holder === null || holder === delegateId) return refuse("needs-two-people", { field: "delegateId" });
  if (!Object.hasOwn(state.member, delegateId)) return refuse("not-a-member", { field: "delegateId" });
  for (const [field, at] of [["from", from], ["to", to]] as const) if (at !== null && !isInstant(at)) return refuse("bad-instant", { field });
  if (from !== null && to !== null && to <= from) return refuse("ends-before-it-begins", { field: "to" });
  if (to !== null && to <= now) return refuse("in-the-past", { field: "to" });
  return allow("seat.delegate", changeOf("seat", found.seat, { delegateId, delegateFrom: from, delegateTo: to }));
}
