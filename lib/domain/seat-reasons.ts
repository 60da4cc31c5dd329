import type { Reason } from "./judgement";
import type { Instant, LaunchState, SignOff } from "./state";
import { type Missing, missingSeats, ruleInForce } from "./poll";
import type { Position } from "./positions";
import { latest } from "./latest";
import { goLivesOf } from "./go-lives";
import type { Survey } from "./survey";
import type { Who } from "./who";

/** The moments a row of the state carries at which it changed in a way that can be material. */
function momentsOfItem(id: string, state: LaunchState): (Instant | null | undefined)[] {
  const item = state.item[id];
  if (item === undefined) return [];
  const section = state.section[item.sectionId];
  return [item.createdAt, item.retiredAt, item.workSince, item.workAt, item.inScopeAt, item.applicabilityAt, item.requiredAt, item.proofAt, section?.proofAt, state.launch.proofAt];
}

/** When a sign-off went stale: the first moment after it that a changed row carries; its own if the rows do not tell. */
function staleSince({ judged, signOff }: Position, state: LaunchState): Instant {
  const signedAt = signOff?.at ?? state.launch.createdAt;
  const changed = new Set(judged.changedSince.map(({ id }) => id));
  const moments: (Instant | null | undefined)[] = [];
  if (changed.has(null)) moments.push(state.launch.goLiveAt, ...goLivesOf(state.launch).map(({ at }) => at));
  for (const id of changed) if (id !== null) moments.push(...momentsOfItem(id, state), state.fact[id]?.answeredAt);
  for (const evidence of Object.values(state.evidence)) if (changed.has(evidence.itemId)) moments.push(evidence.addedAt, evidence.withdrawnAt);
  for (const waiver of Object.values(state.waiver)) if (changed.has(waiver.itemId)) moments.push(waiver.decidedAt, waiver.endedAt);
  let first: Instant | null = null;
  for (const at of moments) if (at !== null && at !== undefined && at > signedAt && (first === null || at < first)) first = at;
  return first ?? signedAt;
}

/** Since when a seat's holder has said the same without a break: saying it again, with another reason, begins nothing. */
function saidSince(signOff: SignOff, state: LaunchState): Instant {
  const earlier = Object.values(state.signOff).filter((one) => one.seatId === signOff.seatId && one.at < signOff.at
    && (one.forId ?? one.byId) === (signOff.forId ?? signOff.byId) && one.at >= (state.seat[one.seatId]?.holderAt ?? ""));
  const last = earlier.sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  const same = last !== undefined && last.position === signOff.position && (last.withdrawnAt === null || last.withdrawnAt >= signOff.at);
  return same ? saidSince(last, state) : signOff.at;
}

function sinceOf({ position, kind }: Missing, s: Survey): Instant {
  const { seat, signOff } = position;
  switch (kind) {
    case "seat-no-go": case "seat-abstained": return signOff === null ? seat.createdAt : saidSince(signOff, s.state);
    case "seat-stale": return staleSince(position, s.state);
    case "seat-unsigned": {
      const withdrawals = Object.values(s.state.signOff).filter((one) => one.seatId === seat.id).map((one) => one.withdrawnAt);
      return latest(seat.createdAt, seat.holderAt, ...withdrawals);
    }
    default: return latest(seat.createdAt, seat.holderAt);
  }
}

/** Who can fill a seat's gap: its holder and a delegate in their time; for an empty seat the managers. */
function whoOf({ among, kind }: Missing, s: Survey, who: Who): string[] {
  if (kind === "seat-empty") return who.managers;
  const people = new Set<string>();
  for (const { seat } of among) {
    if (seat.holderId === null) continue;
    people.add(seat.holderId);
    if (seat.delegateId !== null && isDelegateAt(seat, s.now)) people.add(seat.delegateId);
  }
  return [...people].sort();
}

/** Whether a seat's delegate may sign at `at`: from, inclusive, to, exclusive (decision rules §8). */
export function isDelegateAt(seat: Position["seat"], at: Instant): boolean {
  return seat.delegateId !== null && (seat.delegateFrom === null || seat.delegateFrom <= at) && (seat.delegateTo === null || seat.delegateTo > at);
}

/** One reason per seat that the rule needs and that does not count as go (decision rules §6, §9). */
export function seatReasons(positions: readonly Position[], s: Survey, who: Who): Reason[] {
  return missingSeats(positions, ruleInForce(s.state)).map((missing): Reason => {
    const { position: { seat, judged }, kind } = missing;
    return {
      kind, subjectId: seat.id, subjectType: "seat", subject: seat.role, sectionId: null,
      who: whoOf(missing, s, who), since: sinceOf(missing, s), detail: judged.position === null ? null : judged.reason,
    };
  });
}
