import { changeOf, created, removed } from "./changes";
import { may, type Person } from "./permissions";
import { allow, refuse, type Outcome, type Refusal } from "./refusal";
import type { LaunchState, Member, Role } from "./state";

interface OfMember {
  memberId: string;
  /** The version seen; `null` = whatever stands, for scripts. */
  version: number | null;
}

function findMember(state: LaunchState, actor: Person, input: OfMember): { member: Member | null } | Refusal {
  if (!may(actor, "view")) return refuse("unknown-launch");
  if (!may(actor, "manage-members")) return refuse("needs-manager");
  const member = Object.hasOwn(state.member, input.memberId) ? (state.member[input.memberId] ?? null) : null;
  if (member && input.version !== null && member.version !== input.version) {
    return refuse("stale-version", { seen: input.version, present: member.version });
  }
  return { member };
}

/** A launch keeps a manager as long as it has one: nobody locks everybody out. */
function isLastManager(state: LaunchState, member: Member): boolean {
  return member.role === "manager" && Object.values(state.member).filter(({ role }) => role === "manager").length === 1;
}

/** Gives a member another role; with `version` null somebody who is not a member yet becomes one. Managers only. */
export function judgeSetMember(state: LaunchState, actor: Person, input: OfMember & { role: Role }): Outcome {
  const found = findMember(state, actor, input);
  if ("why" in found) return found;
  const { member } = found;
  if (!member) {
    if (input.version !== null) return refuse("unknown-member");
    return allow("member.joined", created("member", { id: input.memberId, role: input.role, version: 1 }));
  }
  if (input.role !== "manager" && isLastManager(state, member)) return refuse("last-manager");
  return allow("member.role", changeOf("member", member, { role: input.role }));
}

/**
 * Takes somebody out of a launch. What they did stays theirs in the history; their seats become empty and their items lose
 * their owner, so that reasons name people who can act. Managers only.
 */
export function judgeRemoveMember(state: LaunchState, actor: Person, input: OfMember): Outcome {
  const found = findMember(state, actor, input);
  if ("why" in found) return found;
  const { member } = found;
  if (!member) return refuse("unknown-member");
  if (isLastManager(state, member)) return refuse("last-manager");
  const items = Object.values(state.item).filter((item) => item.ownerId === member.id);
  const seats = Object.values(state.seat).filter((seat) => seat.holderId === member.id || seat.delegateId === member.id);
  return allow("member.removed",
    ...items.map((item) => changeOf("item", item, { ownerId: null })),
    ...seats.map((seat) => changeOf("seat", seat, {
      ...(seat.holderId === member.id ? { holderId: null, holderAt: null } : {}), delegateId: null, delegateFrom: null, delegateTo: null,
    })),
    removed("member", member));
}
