import { expect, test } from "vitest";
import { applyChanges } from "./changes";
import { judge } from "./judge";
import { judgeAddMeasurements } from "./judge-bulk";
import { judgeWithdrawEvidence } from "./judge-evidence";
import { judgeUndo, type Undoable } from "./judge-undo";
import type { Person } from "./permissions";
import type { LaunchState } from "./state";
import { item, stateOf } from "./testing/build";
import { ann, changesOf, counter, max, why } from "./testing/people";

/** mend 66: taking back one's own failing value, while nobody has built on it, clears what it contradicted. */
const target = { metric: "p95", comparator: "<" as const, limit: 200, unit: "ms" };
const first = stateOf({ item: [item("a", { work: "done", workAt: "2026-03-01T10:00:00.000Z", threshold: target })] });
const at = (n: number) => `2026-03-02T10:0${n}:00.000Z`;
const newId = counter();

/** A value measured by somebody as event `seq`, and the state after it. */
function measured(state: LaunchState, actor: Person, value: number, seq: number, source: string | null = null): { state: LaunchState; event: Undoable } {
  const changes = changesOf(judgeAddMeasurements(state, actor, { itemId: "a", title: null, validDays: null, values: [{ value, unit: null, source, trueAt: null }] }, at(seq), newId));
  return { state: applyChanges(state, changes, seq), event: { seq, actorId: actor.id, kind: "evidence.added", changes } };
}
const kinds = (state: LaunchState) => judge(state, at(9), () => "same").reasons.map(({ kind }) => kind);
const undone = (state: LaunchState, actor: Person, event: Undoable, later: readonly Undoable[] = []) => judgeUndo(state, actor, event, later, at(8));

test("one's own slip of a value is taken back: the contradiction goes, the proof that is needed stays needed", () => {
  const passed = measured(first, max, 100, 2);
  const failed = measured(passed.state, ann, 900, 3);
  expect([kinds(passed.state), kinds(failed.state)]).toEqual([[], ["contradicted"]]);
  const outcome = undone(failed.state, ann, failed.event);
  expect(outcome).toMatchObject({ allowed: true, kind: "undone" });
  expect(kinds(applyChanges(failed.state, changesOf(outcome), 4))).toEqual([]);
  // It does no more than the next value of the same source would, which nobody is asked about either.
  expect(kinds(measured(failed.state, ann, 100, 4).state)).toEqual([]);
});

test("with nothing measured but that, taking it back leaves the item in the way as it was", () => {
  const failed = measured(first, ann, 900, 2);
  expect(kinds(first)).toEqual(["proof-missing"]);
  expect(kinds(applyChanges(failed.state, changesOf(undone(failed.state, ann, failed.event)), 3))).toEqual(["proof-missing"]);
});

test("a failing value is nobody else's to take back, and withdrawing it is a manager's", () => {
  const failed = measured(first, ann, 900, 2);
  const other: Person = { id: "other", admin: false, role: "contributor" };
  expect([why(undone(failed.state, other, failed.event)), why(undone(failed.state, max, failed.event))]).toEqual(["not-yours", "not-yours"]);
  const [id = ""] = Object.keys(failed.state.evidence);
  const withdraw = (actor: Person) => why(judgeWithdrawEvidence(failed.state, actor, { evidenceId: id, reason: "A slip", version: 1 }, at(3)));
  expect([withdraw(ann), withdraw(max)]).toEqual(["needs-manager", null]);
});

test("between sources too: who brought the failing one takes back that one alone", () => {
  const passed = measured(first, max, 100, 2, "lab");
  const failed = measured(passed.state, ann, 900, 3, "production");
  expect(kinds(failed.state)).toEqual(["contradicted"]);
  expect(kinds(applyChanges(failed.state, changesOf(undone(failed.state, ann, failed.event)), 4))).toEqual([]);
  expect(why(undone(failed.state, ann, passed.event))).toBe("not-yours");
});
