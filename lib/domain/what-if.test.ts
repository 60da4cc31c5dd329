import { expect, test } from "vitest";
import { judge } from "./judge";
import { type Item, type LaunchState, type Position, positions } from "./state";
import { condition, item, seat, signOff, stateOf } from "./testing/build";
import { summaryOf } from "./update";
import { outOfScope, reasonKey, whatIf } from "./what-if";

const now = "2026-03-10T12:00:00.000Z";
const held = { holderId: "hana", holderAt: "2026-02-01T00:00:00.000Z" };

test("what if says what would remain and which seats would have to confirm", () => {
  const state = stateOf({ item: [item("a"), item("b", { sectionId: "s2" })], seat: [seat("q", { ...held, sections: ["s1"] }), seat("r", { ...held, position: 1, sections: ["s2"] })],
    signOff: [signOff("o", "q", { digest: "same", at: now, position: "go-with-conditions" }), signOff("p", "r", { digest: "same", at: now, position: "go-with-conditions" })] });
  const judgement = judge(state, now, () => "same");
  const [first] = judgement.reasons;
  expect(whatIf(state, judgement, new Set(first === undefined ? [] : [reasonKey(first)]))).toMatchObject({ verdict: "no-go", remaining: [{ subjectId: "b" }], confirm: ["q"] });
  expect(whatIf(state, judgement, new Set(judgement.reasons.map(reasonKey)))).toMatchObject({ verdict: "go", remaining: [], confirm: ["q", "r"] });
});

test("what if names who would have to confirm only where something is signed anew: another date is, another phase is not", () => {
  const confirm = (over: Partial<LaunchState["launch"]>) => {
    const state = stateOf({ item: [item("a", { work: "done" })], seat: [seat("q", held)], signOff: [signOff("o", "q", { digest: "same", at: now })] }, over);
    const judgement = judge(state, now, () => "same");
    return whatIf(state, judgement, new Set(judgement.reasons.map(reasonKey)));
  };
  for (const phase of ["postponed", "rolled-back", "archived"] as const) expect(confirm({ phase }), phase).toMatchObject({ verdict: "go", confirm: [] });
  expect(confirm({ goLive: "2026-03-09T10:00" })).toMatchObject({ verdict: "go", confirm: ["q"] });
  const none = stateOf({ seat: [seat("q", held)], signOff: [signOff("o", "q", { digest: "same", at: now })] });
  expect(whatIf(none, judge(none, now, () => "same"), new Set(["nothing-to-judge launch"])).confirm).toEqual(["q"]);
});

test("what if does not count the conditions of a signature that no longer covers the state, as the verdict does not", () => {
  const state = stateOf({
    item: [item("a", { work: "done" })], seat: [seat("q", { ...held, team: "A" }), seat("r", { ...held, team: "A", position: 1 })],
    signOff: [signOff("o", "q", { digest: "same", at: now }), signOff("p", "r", { digest: "other", at: now, position: "go-with-conditions" })], condition: [condition("c", "p")],
  }, { pollRule: "any-of-each-team" });
  const judgement = judge(state, now, () => "same");
  expect([judgement.verdict, whatIf(state, judgement, new Set()).verdict]).toEqual(["go", "go"]);
  const covered = { ...state, signOff: { ...state.signOff, p: signOff("p", "r", { digest: "same", at: now, position: "go-with-conditions" }) } };
  expect(whatIf(covered, judge(covered, now, () => "same"), new Set()).verdict).toBe("conditional-go");
});

test("seats that say go are counted in one way: go, or go with conditions, of what stands there now", () => {
  const said = (position: Position, digest = "same") => summaryOf(judge(stateOf({
    item: [item("a", { work: "done" })], seat: [seat("q", held)], signOff: [signOff("o", "q", { position, digest, at: now })],
  }), now, () => "same")).seatsGo;
  expect(positions.map((position) => [position, said(position), said(position, "other")]))
    .toEqual([["go", 1, 0], ["go-with-conditions", 1, 0], ["no-go", 0, 0], ["abstain", 0, 0]]);
});

test("out of scope is what was made advisory, or not applicable without a condition", () => {
  const gone = { applicability: "not-applicable" as const, applicabilityReason: "No" };
  const state = stateOf({ item: [item("a"), item("b", { required: false, position: 1 }), item("c", { ...gone, position: 2 }), item("d", { ...gone, condition: "if needed" })] });
  expect(outOfScope(state, null).map(({ id }) => id)).toEqual(["b", "c"]);
  expect(outOfScope(state, ["s2"])).toEqual([]);
  const choice = (over: Partial<Item>) => outOfScope(stateOf({ item: [item("e", { ...gone, alternatives: "x", applicabilityBy: "person" }), item("f", { alternatives: "x", position: 1, ...over })] }), null).map(({ id }) => id);
  expect(choice({})).toEqual([]);
  expect(choice({ ...gone, applicabilityBy: "person" })).toEqual(["e", "f"]);
  expect(choice({ ...gone, applicabilityBy: "fact", condition: "if using" })).toEqual(["e"]);
});
