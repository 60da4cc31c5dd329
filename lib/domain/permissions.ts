import type { Instant, LaunchState, Role, Seat } from "./state";
import { isDelegateAt } from "./seat-reasons";

/** Who wants to do something in a launch. */
export interface Person {
  id: string;
  /** Of the instance: counts as a manager of every launch. */
  admin: boolean;
  /** In this launch; `null` = not a member. */
  role: Role | null;
}

/** Everything that can be done in a launch, and who may: a role or more, an instance's admin, or the holder of the seat. */
export const needs = {
  view: "viewer",
  "view-export": "viewer",
  "set-work": "contributor",
  assign: "contributor",
  "set-due": "contributor",
  "decide-conditional": "contributor",
  "decide-unconditional": "manager",
  "answer-fact": "contributor",
  "add-evidence": "contributor",
  "withdraw-evidence": "contributor",
  "withdraw-failing-evidence": "manager",
  "request-waiver": "contributor",
  "decide-waiver": "manager-or-seat",
  "set-required": "manager",
  "set-proof": "manager",
  "set-waivable": "manager",
  "edit-items": "manager",
  "edit-structure": "manager",
  "link-items": "contributor",
  "add-note": "contributor",
  "manage-members": "manager",
  "manage-seats": "manager",
  "appoint-delegate": "manager-or-seat",
  "manage-settings": "manager",
  sign: "seat",
  "withdraw-sign-off": "seat",
  "meet-condition": "manager-or-seat",
  "open-poll": "manager",
  decide: "manager",
  "set-phase": "manager",
  import: "manager",
  share: "manager",
  undo: "contributor",
  erase: "admin",
} as const satisfies Record<string, Role | "admin" | "seat" | "manager-or-seat">;
export type Act = keyof typeof needs;
// Object.keys of a literal: exactly its keys, which the type does not say.
export const acts = Object.keys(needs) as Act[];

const rank: Record<Role, number> = { viewer: 1, contributor: 2, manager: 3 };

/** The role someone has in a launch: an admin is a manager of each. */
export function roleOf(actor: Person): Role | null {
  return actor.admin ? "manager" : actor.role;
}

/** What an act is about, where that decides: a seat at a moment. */
export interface About { seats: readonly Seat[]; now: Instant }

/** Whether a person speaks for a seat at a moment: its holder, or its delegate in their time (decision rules §8). */
export function speaksFor(personId: string, seat: Seat, now: Instant): boolean {
  if (seat.holderId === null || seat.retiredAt !== null) return false;
  return seat.holderId === personId || (seat.delegateId === personId && isDelegateAt(seat, now));
}

/** The seats that answer for a section (decision rules §4, §8). */
export function seatsFor(state: LaunchState, sectionId: string): Seat[] {
  return Object.values(state.seat).filter((seat) => seat.retiredAt === null && (seat.sections === null || seat.sections.includes(sectionId)));
}

/** Whether `actor` may do `act`. For acts of a seat, `about` names the seats any of which will do. */
export function may(actor: Person, act: Act, about: About | null = null): boolean {
  const need = needs[act];
  const role = roleOf(actor);
  if (need === "admin") return actor.admin;
  if (role === null) return false;
  const seated = about !== null && about.seats.some((seat) => speaksFor(actor.id, seat, about.now));
  if (need === "seat") return seated;
  if (need === "manager-or-seat") return seated || role === "manager";
  return rank[role] >= rank[need];
}
