import type { Condition, Instant, LaunchState, Position, Seat, SignOff } from "./state";
import { canonical } from "./canonical";
import { changeOf, created } from "./changes";
import { changedSince } from "./changed-since";
import { reasonsWithin } from "./concerns";
import { judge } from "./judge";
import { isLaunched } from "./moments";
import { materialOfSeat } from "./material";
import { type Person, may, speaksFor } from "./permissions";
import { signOffInForce } from "./positions";
import { type Outcome, type Refusal, allow, refuse } from "./refusal";
import { isRefusal, readReason, readText } from "./text-input";
import { isInstant } from "./zone";

export interface NewCondition { text: string; ownerId: string | null; deadline: Instant; rollbackTrigger: string | null }

export interface NewSignOff {
  seatId: string;
  position: Position;
  /** Needed for every position but go. */
  reason: string | null;
  /** What the position means, in the words shown when signing. */
  meaning: string;
  /** The signer's name as it is now. */
  nameThen: string;
  /** Of what the signer was shown. */
  digest: string;
  /** The signature of this seat that stood there for the signer, by id; left out by scripts that look at none. */
  standingSeen?: string | null | undefined;
  /** For `go-with-conditions`: at least one. For every other position none. */
  conditions: readonly NewCondition[];
}

function readConditions(state: LaunchState, input: NewSignOff, signOffId: string, now: Instant, newId: () => string): Condition[] | Refusal {
  if (input.position !== "go-with-conditions") return input.conditions.length === 0 ? [] : refuse("conditions-not-taken", { field: "conditions" });
  if (input.conditions.length === 0) return refuse("condition-needed", { field: "conditions" });
  const conditions: Condition[] = [];
  for (const { text, ownerId, deadline, rollbackTrigger } of input.conditions) {
    const words = readText(text, "conditions");
    if (isRefusal(words)) return words;
    const trigger = (rollbackTrigger ?? "").trim() === "" ? { text: null } : readText(rollbackTrigger, "rollbackTrigger");
    if (isRefusal(trigger)) return trigger;
    if (!isInstant(deadline)) return refuse("bad-instant", { field: "deadline" });
    if (deadline <= now) return refuse("in-the-past", { field: "deadline" });
    if (ownerId !== null && !Object.hasOwn(state.member, ownerId)) return refuse("not-a-member", { field: "ownerId" });
    conditions.push({ id: newId(), signOffId, text: words.text, ownerId, deadline, rollbackTrigger: trigger.text, metAt: null, metBy: null, version: 1 });
  }
  return conditions;
}

/** Whether two sign-offs set the same conditions, in whatever order. */
function sameConditions(a: readonly Condition[], b: readonly Condition[]): boolean {
  const said = (conditions: readonly Condition[]) => conditions.map(({ text, ownerId, deadline, rollbackTrigger }) => canonical({ deadline, ownerId, rollbackTrigger, text })).sort().join("\n");
  return said(a) === said(b);
}

/** The seat, if the actor speaks for it and the launch still asks. */
function seatOf(state: LaunchState, actor: Person, seatId: string, now: Instant): { seat: Seat } | Refusal {
  if (!may(actor, "view")) return refuse("unknown-launch");
  const seat = Object.hasOwn(state.seat, seatId) ? state.seat[seatId] : undefined;
  if (seat === undefined || seat.retiredAt !== null) return refuse("unknown-seat");
  if (!may(actor, "sign", { seats: [seat], now })) return refuse("not-your-seat");
  if (isLaunched(state.launch) || state.launch.phase === "archived" || state.launch.phase === "closed") return refuse("launch-over");
  return { seat };
}

/**
 * Signs for a seat (decision rules §8): by its holder, or the delegate in their time; for exactly the state that was seen, by its
 * digest; a go only while nothing stands in the way in its sections; the same again only once something changed.
 */
export function judgeSign(state: LaunchState, actor: Person, input: NewSignOff, now: Instant, newId: () => string, digestOf: (canonical: string) => string): Outcome {
  const found = seatOf(state, actor, input.seatId, now);
  if (isRefusal(found)) return found;
  const { seat } = found;
  const needsReason = input.position !== "go" || (input.reason ?? "").trim() !== "";
  const reason = needsReason ? readReason(input.reason) : { text: null };
  if (isRefusal(reason)) return reason;
  const meaning = readText(input.meaning, "meaning");
  if (isRefusal(meaning)) return meaning;
  const name = readText(input.nameThen, "name", 200);
  if (isRefusal(name)) return name;
  const present = materialOfSeat(state, seat);
  const digest = digestOf(present.canonical);
  const standing = signOffInForce(seat, Object.values(state.signOff).filter((one) => one.seatId === seat.id));
  if (digest !== input.digest) {
    return refuse("state-moved", standing === null ? {} : { count: changedSince(standing.material, present.material).length });
  }
  // A holder and their delegate, or two tabs: nobody signs over a signature, or its withdrawal, unseen.
  const replaces = input.standingSeen !== undefined && input.standingSeen !== (standing?.id ?? null);
  const same = standing !== null && standing.digest === digest && standing.position === input.position && standing.reason === reason.text;
  if (same && input.position !== "go-with-conditions") return refuse("already-signed");
  if (replaces) return refuse("signed-meanwhile");
  if (input.position === "go") {
    const count = reasonsWithin(state, seat.sections, judge(state, now, digestOf).reasons).length;
    if (count > 0) return refuse("items-in-the-way", { count });
  }
  const id = newId();
  const conditions = readConditions(state, input, id, now, newId);
  if (!Array.isArray(conditions)) return conditions;
  if (same && sameConditions(Object.values(state.condition).filter(({ signOffId }) => signOffId === standing.id), conditions)) return refuse("already-signed");
  const signOff: SignOff = {
    id, seatId: seat.id, byId: actor.id, forId: seat.holderId === actor.id ? null : seat.holderId, nameThen: name.text, position: input.position,
    reason: reason.text, meaning: meaning.text, at: now, rule: state.launch.rule, digest, material: present.material, withdrawnAt: null,
    withdrawnReason: null, version: 1,
  };
  return allow("seat.signed", created("signOff", signOff), ...conditions.map((condition) => created("condition", condition)));
}

/** Withdraws the sign-off in force, with a reason; by whoever speaks for the seat. An older one does not come back (§8). */
export function judgeWithdrawSignOff(state: LaunchState, actor: Person, input: { signOffId: string; reason: string | null; version: number }, now: Instant): Outcome {
  if (!may(actor, "view")) return refuse("unknown-launch");
  const signOff = Object.hasOwn(state.signOff, input.signOffId) ? state.signOff[input.signOffId] : undefined;
  const seat = signOff === undefined ? undefined : state.seat[signOff.seatId];
  if (signOff === undefined || seat === undefined) return refuse("unknown-sign-off");
  if (!speaksFor(actor.id, seat, now)) return refuse("not-your-seat");
  if (isLaunched(state.launch) || state.launch.phase === "archived") return refuse("launch-over");
  if (signOff.withdrawnAt !== null) return refuse("already-withdrawn");
  if (signOff.version !== input.version) return refuse("stale-version", { seen: input.version, present: signOff.version });
  const standing = signOffInForce(seat, Object.values(state.signOff).filter((one) => one.seatId === seat.id));
  if (standing?.id !== signOff.id) return refuse("already-withdrawn");
  const reason = readReason(input.reason);
  if (isRefusal(reason)) return reason;
  return allow("seat.withdrawn", changeOf("signOff", signOff, { withdrawnAt: now, withdrawnReason: reason.text }));
}
