import type { Change, Entity, Instant, LaunchState } from "./state";
import { cameToNothing, reverseChanges } from "./changes";
import { isOver } from "./find-item";
import { type Act, type Person, may } from "./permissions";
import { openPoll } from "./poll";
import { type Outcome, type Refusal, allow, refuse } from "./refusal";
import { whyNotAgain } from "./why-not-again";

/** Who may undo a change of such a row: whoever may make one. `null`: signatures, decisions and their kind are never undone (§8). */
const undoable: Readonly<Record<Entity, Act | null>> = {
  launch: "manage-settings", member: "manage-members", section: "edit-structure", group: "edit-structure", item: "set-work", fact: "answer-fact",
  evidence: "add-evidence", waiver: "set-work", seat: "manage-seats", signOff: null, condition: null, poll: null, decision: null, note: "add-note",
};

const managersOnly = ["required", "requiredReason", "proof", "proofReason", "validDays", "neverWaive", "text", "window", "retiredAt", "threshold", "position", "groupId", "sectionId", "parentId"];
const has = (change: Change, field: string) => Object.hasOwn(change.after ?? {}, field);

const movesPhase = (change: Change): boolean => change.entity === "launch" && has(change, "phase");

/** `all`: the whole event's changes: what a decision did to the phase goes with the decision, which is never undone. */
function actOf(change: Change, all: readonly Change[]): Act | null {
  if (movesPhase(change)) return "set-phase";
  // A poll that ended because the launch was launched is open again if it was not; any other is opened anew.
  if (change.entity === "poll") return change.before !== null && all.some(movesPhase) ? "set-phase" : null;
  // Whoever was taken out comes back with their items, seats and signatures; joining and roles have an opposite that loses nothing.
  if (change.entity === "member") return change.after === null ? "manage-members" : null;
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

/** An event as far as taking it back goes; `changes` with their texts. */
export interface Undoable { seq: number; actorId: string | null; kind: string; changes: readonly Change[] }

const touches = (event: Undoable, { entity, id }: Change): boolean => event.changes.some((change) => change.entity === entity && change.id === id);
/** Those of `later` that came after `event` and changed one of its rows, oldest first. */
const onTopOf = (event: Undoable, later: readonly Undoable[]): Undoable[] =>
  later.filter((one) => one.seq > event.seq && event.changes.some((change) => touches(one, change))).sort((a, b) => a.seq - b.seq);

/** What taking an event back changes; `null` while something lies on top of it. One's own steps that came to nothing are nothing. */
function takenBack(state: LaunchState, event: Undoable, top: readonly Undoable[]): Change[] | null {
  // Versions only rise: where each is as the event left it, nothing has happened since.
  const untouched = reverseChanges(state, event.changes);
  if (untouched !== null || top.length === 0) return untouched;
  if (top.some(({ actorId }) => actorId !== event.actorId)) return null;
  const since = top.flatMap(({ changes }) => changes);
  return event.changes.every((change) => cameToNothing(state, change, since)) ? reverseChanges(state, event.changes, true) : null;
}

/** Why nobody of this standing takes such an event back, whatever lies on top of it; `null`: they may. */
function barred(state: LaunchState, actor: Person, event: Undoable): Refusal | null {
  const others = event.changes.filter((change) => !isTheirs(state, actor, change));
  if (!may(actor, "undo") && others.length > 0) return refuse("not-permitted");
  if (isOver(state)) return refuse("launch-over");
  if (event.actorId !== actor.id) return refuse("not-yours");
  if (event.kind === "text.erased") return refuse("not-undoable");
  const needed = others.map((change) => actOf(change, event.changes));
  const creates = event.changes.some((change) => change.entity === "launch" && change.before === null);
  if (creates || needed.some((act) => act === null)) return refuse("not-undoable");
  return needed.some((act) => act !== null && !may(actor, act)) ? refuse("not-permitted") : null;
}

/** Why an event is not taken back as things stand: changed back before, another of one's own lies on top, or others have built on it. */
function onTop(state: LaunchState, actor: Person, event: Undoable, top: readonly Undoable[]): Refusal {
  if (top.length === 0 || top.some(({ actorId }) => actorId !== actor.id)) return refuse("built-upon");
  const since = [...event.changes, ...top.flatMap(({ changes }) => changes)];
  if (event.changes.every((change) => cameToNothing(state, change, since))) return refuse("already-undone");
  // Oldest first: of a step and its undoing, neither has to be touched again.
  const first = top.find((one) => barred(state, actor, one) === null && takenBack(state, one, onTopOf(one, top)) !== null);
  return first === undefined ? refuse("built-upon") : refuse("later-first", { count: first.seq });
}

/**
 * Takes back one's own event, as a new one, while nobody else has built on it (decision rules §11): each of its rows is as the event
 * left it, or only one's own later steps lie on top and have come to nothing, having been taken back themselves. Otherwise it is
 * `later-first`, with the number of the step to take back before. `later` are the events after it that changed its rows (more do no
 * harm, one missing would). Nor is it let back what could not be made today (`whyNotAgain`). Not: signatures, decisions, approvals, polls, roles,
 * erasing, and a launch's first event.
 */
export function judgeUndo(state: LaunchState, actor: Person, event: Undoable, later: readonly Undoable[], now: Instant): Outcome {
  if (!may(actor, "view")) return refuse("unknown-launch");
  const refusal = barred(state, actor, event);
  if (refusal !== null) return refusal;
  const top = onTopOf(event, later);
  const reversed = takenBack(state, event, top);
  if (reversed === null) return onTop(state, actor, event, top);
  // Launching and archiving end the poll: one that was opened since would be open for ever.
  const phase = reversed.find(movesPhase)?.after?.phase;
  if ((phase === "launched" || phase === "archived") && openPoll(state) !== null) return refuse("built-upon");
  return whyNotAgain(state, actor, reversed, now) ?? allow("undone", ...reversed);
}
