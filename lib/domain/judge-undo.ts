import type { Change, Entity, LaunchState } from "./state";
import { reverseChanges } from "./changes";
import { isOver } from "./find-item";
import { type Act, type Person, may } from "./permissions";
import { type Outcome, allow, refuse } from "./refusal";

/** Who may undo a change of such a row: whoever may make one. `null`: signatures, decisions and their kind are never undone (§8). */
const undoable: Readonly<Record<Entity, Act | null>> = {
  launch: "manage-settings", member: null, section: "edit-structure", group: "edit-structure", item: "set-work", fact: "answer-fact",
  evidence: "add-evidence", waiver: "set-work", seat: "manage-seats", signOff: null, condition: null, poll: null, decision: null, note: "add-note",
};

const managersOnly = ["required", "requiredReason", "proof", "validDays", "neverWaive", "text", "window", "retiredAt", "threshold", "position", "groupId", "sectionId", "parentId"];
const has = (change: Change, field: string) => Object.hasOwn(change.after ?? {}, field);

function actOf(change: Change): Act | null {
  // Moving a launch through its phases, approving and refusing are decisions.
  if (change.entity === "launch" && has(change, "phase")) return null;
  if (change.entity === "waiver" && (has(change, "decidedAt") || change.before === null)) return change.before === null ? "request-waiver" : null;
  if (change.entity === "item" && (change.before === null || change.after === null || managersOnly.some((field) => has(change, field)))) return "edit-items";
  return undoable[change.entity];
}

/** What the holder of a seat or the owner of a condition may say without a role, they may take back without one. */
function isTheirs(state: LaunchState, actor: Person, change: Change): boolean {
  if (change.before === null || change.after === null) return false;
  if (change.entity === "seat") return has(change, "delegateId") && !has(change, "holderId") && state.seat[change.id]?.holderId === actor.id;
  const condition = change.entity === "condition" && has(change, "metAt") ? state.condition[change.id] : undefined;
  const seatId = condition === undefined ? undefined : state.signOff[condition.signOffId]?.seatId;
  return condition !== undefined && (condition.ownerId === actor.id || may(actor, "manage-seats") || (seatId !== undefined && state.seat[seatId]?.holderId === actor.id));
}

/**
 * Takes back one's own event, as a new one, while every row is as that event left it (decision rules §11). `event.changes` with their
 * texts. Not: signatures, decisions, members, phases, erasing, and a launch's first event.
 */
export function judgeUndo(state: LaunchState, actor: Person, event: { actorId: string | null; kind: string; changes: readonly Change[] }): Outcome {
  if (!may(actor, "view")) return refuse("unknown-launch");
  const others = event.changes.filter((change) => !isTheirs(state, actor, change));
  if (!may(actor, "undo") && others.length > 0) return refuse("not-permitted");
  if (isOver(state)) return refuse("launch-over");
  if (event.actorId !== actor.id) return refuse("not-yours");
  if (event.kind === "text.erased") return refuse("not-undoable");
  const needed = others.map(actOf);
  const creates = event.changes.some((change) => change.entity === "launch" && change.before === null);
  if (creates || needed.some((act) => act === null)) return refuse("not-undoable");
  if (needed.some((act) => act !== null && !may(actor, act))) return refuse("not-permitted");
  const reversed = reverseChanges(state, event.changes);
  return reversed === null ? refuse("built-upon") : allow("undone", ...reversed);
}
