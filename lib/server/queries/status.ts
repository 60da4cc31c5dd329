import { reasonAddress } from "@/lib/domain/address";
import type { JudgedSeat, Judgement, Reason } from "@/lib/domain/judgement";
import type { LaunchState } from "@/lib/domain/state";
import type { People } from "./launch-state";

export type Status = ReturnType<typeof statusOf>;

/** `status --json`: the judgement with names and addresses, the shape that scripts rely on. */
export function statusOf({ state, judgement, people }: { state: LaunchState; judgement: Judgement; people: People }) {
  const name = (id: string | null): string | null => (id ? (people[id]?.name ?? id) : null);
  return {
    launch: state.launch.slug,
    name: state.launch.name,
    verdict: judgement.verdict,
    rule: judgement.rule,
    revision: judgement.revision,
    phase: judgement.phase,
    zone: state.launch.zone,
    at: judgement.at,
    goLive: judgement.goLive,
    numbers: judgement.numbers,
    sections: judgement.sections.map(({ key, title, claimed, verified }) => ({ key, title, claimed, verified })),
    seats: judgement.seats.map((seat) => seatOf(seat, name)),
    waivers: judgement.waivers.map(({ itemId, state: standing, endsAt, reason }) => ({
      item: state.item[itemId]?.key ?? itemId, state: standing, endsAt, reason,
    })),
    conditions: judgement.conditions.map(({ text, ownerId, deadline, state: standing, seatId }) => ({
      seat: state.seat[seatId]?.role ?? seatId, text, owner: name(ownerId), deadline, state: standing,
    })),
    decision: judgement.decision,
    reasons: judgement.reasons.map((reason) => reasonOf(reason, state, name)),
    // Empty before the launch.
    followUps: judgement.followUps.map((reason) => reasonOf(reason, state, name)),
  };
}

function reasonOf(reason: Reason, state: LaunchState, name: (id: string | null) => string | null) {
  return {
    kind: reason.kind, subject: reason.subject, who: reason.who.map((id) => name(id)), since: reason.since, detail: reason.detail,
    address: reasonAddress(reason, state),
  };
}

function seatOf(seat: JudgedSeat, name: (id: string | null) => string | null) {
  return {
    team: seat.team, role: seat.role, holder: name(seat.holderId), position: seat.position, signedAt: seat.signedAt, reason: seat.reason,
    stale: seat.stale, changedSince: seat.changedSince,
  };
}
