import type { Change, LaunchState } from "../state";
import { applyChanges } from "../changes";
import type { Person } from "../permissions";
import type { Outcome, Refusal } from "../refusal";

/** The people of `stateOf`'s default members, and two who are none. */
export const ann: Person = { id: "ann", admin: false, role: "contributor" };
export const max: Person = { id: "max", admin: false, role: "manager" };
export const hana: Person = { id: "hana", admin: false, role: "viewer" };
export const stranger: Person = { id: "stranger", admin: false, role: null };
export const admin: Person = { id: "admin", admin: true, role: null };

/** The changes of an allowed outcome. */
export function changesOf(outcome: Outcome): Change[] {
  if (!outcome.allowed) throw new Error(`refused: ${outcome.why}`);
  return outcome.changes;
}

/** The state after an allowed outcome. */
export const after = (state: LaunchState, outcome: Outcome): LaunchState => applyChanges(state, changesOf(outcome), state.revision + 1);

export const why = (outcome: Outcome): Refusal["why"] | null => (outcome.allowed ? null : outcome.why);

/** Ids as a server would give them, in order. */
export function counter(prefix = "new"): () => string {
  let next = 0;
  return () => `${prefix}${next++}`;
}
