import { describe, expect, test } from "vitest";
import { judge } from "./judge";
import type { Item, LaunchState } from "./state";
import { evidence, fact, item, start, stateOf, waiver } from "./testing/build";

const now = "2026-03-10T12:00:00.000Z";
const at = (state: LaunchState, moment = now) => judge(state, moment, () => "same");
const done = { work: "done" as const, workAt: "2026-03-01T10:00:00.000Z" };

describe("windows", () => {
  const dated = { goLive: "2026-04-02T10:00", goLiveAt: start, zone: "Europe/Madrid" };
  const final = (over: Partial<Parameters<typeof item>[1]> = {}) => stateOf({ item: [item("a", { window: "final-week", ...over })] }, dated);

  test("before T − 7 d a final-week item is not yet due, and a tick is too early", () => {
    expect(at(final()).items.a?.timing).toBe("not-yet-due");
    expect(at(final(done))).toMatchObject({ items: { a: { timing: "too-early", claimed: false } }, reasons: [{ kind: "open", detail: "too-early" }] });
  });

  test("daylight saving keeps the local time at which the final week opens", () => {
    // 26 March 10:00 in Madrid is before the clocks go forward: 09:00 UTC, where go-live is 08:00 UTC.
    expect(at(final())).toMatchObject({ goLive: "2026-04-02T08:00:00.000Z", validUntil: "2026-03-26T09:00:00.000Z" });
    expect(at(final({ work: "done", workAt: "2026-03-26T09:00:00.000Z" }), "2026-03-27T00:00:00.000Z").verdict).toBe("go");
    expect(at(final({ work: "done", workAt: "2026-03-26T08:59:59.999Z" }), "2026-03-27T00:00:00.000Z").items.a?.timing).toBe("too-early");
  });

  test("a newer proof makes an early tick true again", () => {
    const state = final({ ...done, hadProof: true });
    const proof = evidence("e", "a", { trueAt: "2026-03-27T10:00:00.000Z" });
    expect(at({ ...state, evidence: { e: proof } }, "2026-03-28T10:00:00.000Z").verdict).toBe("go");
  });

  test("without a date everything is judged as if launching now", () => {
    const state = stateOf({ item: [item("a", { window: "final-week", work: "done", workAt: "2026-03-04T12:00:00.000Z" })] });
    expect(at(state).verdict).toBe("go");
    expect(at(state, "2026-03-11T12:00:00.001Z").reasons[0]).toMatchObject({ kind: "open", detail: "too-early" });
  });

  test("later windows never touch the verdict", () => {
    expect(at(stateOf({ item: [item("a", done), item("b", { window: "first-24h", work: "blocked", workReason: "Why" })] })).verdict).toBe("go");
  });
});

describe("alternatives", () => {
  const pair = (a: Partial<Parameters<typeof item>[1]>, b: Partial<Parameters<typeof item>[1]> = {}) => stateOf({
    item: [item("a", { alternatives: "x", ...a }), item("b", { alternatives: "x", position: 1, ...b })], fact: [fact("f")],
  });

  test("that are undecided are in the way of their section once", () => {
    expect(at(pair({})).sections).toMatchObject([{ inTheWay: 1, items: 2 }]);
  });

  test("of which one is waived for too short a time are one question still, not two reasons that clear each other", () => {
    const state = { ...pair({}), waiver: { w: waiver("w", "a", { endsAt: "2026-03-20T00:00:00.000Z" }) } };
    const dated = { ...state, launch: { ...state.launch, goLive: "2026-04-02T10:00" } };
    expect(at(dated).reasons.map(({ kind }) => kind)).toEqual(["undecided-alternatives"]);
    expect(at(state).reasons.map(({ kind, subjectId }) => [kind, subjectId])).toEqual([["open", "b"]]);
  });

  test("one done satisfies the others", () => {
    expect(at(pair(done))).toMatchObject({ verdict: "go", items: { b: { applicability: "not-applicable" } }, numbers: { claimed: { done: 1, of: 1 } } });
  });

  test("one chosen by a person is the only one that counts", () => {
    expect(at(pair({ applicabilityBy: "person" })).reasons.map(({ kind, subjectId }) => [kind, subjectId])).toEqual([["open", "a"]]);
  });

  test("are what their fact says once it is answered, whatever is done", () => {
    const hanging = { factId: "f", applicabilityBy: "fact" as const };
    const answered = { ...pair({ ...done, ...hanging }, hanging), fact: { f: fact("f", { answer: true }) } };
    expect(at(answered).reasons.map(({ kind, subjectId }) => [kind, subjectId])).toEqual([["open", "b"]]);
  });

  test("an unanswered fact is one reason, with its question", () => {
    const hanging = { factId: "f", applicability: "undecided" as const };
    expect(at(pair({ ...hanging, factAnswer: false }, { ...hanging, factAnswer: true })).reasons).toMatchObject([{ kind: "undecided-alternatives", detail: "Does it use f?" }]);
  });

  test("with items nested in one are one question, and are satisfied by all of those being done, whatever the box over them says", () => {
    const nested = (first: Partial<Item>, second: Partial<Item> = {}, a: Partial<Item> = {}) => stateOf({ item: [
      item("a", { alternatives: "x", ...a }), item("a1", { parentId: "a", position: 1, ...first }), item("a2", { parentId: "a", position: 2, ...second }), item("b", { alternatives: "x", position: 3 }),
    ] });
    const told = (state: LaunchState) => at(state).reasons.map(({ kind, subjectId }) => `${kind} ${subjectId}`);
    expect(told(nested({}))).toEqual(["undecided-alternatives a"]);
    expect(told(nested(done))).toEqual(["undecided-alternatives a"]);
    expect(told(nested(done, {}, done))).toEqual(["undecided-alternatives a"]);
    expect(told(nested(done, { work: "blocked", workReason: "No keys" }))).toEqual(["undecided-alternatives a"]);
    expect(told(nested({}, {}, { applicabilityBy: "person" }))).toEqual(["open a1", "open a2"]);
    expect(at(nested(done, done))).toMatchObject({ verdict: "go", items: { b: { applicability: "not-applicable" } } });
    const out = { applicability: "not-applicable" as const, applicabilityReason: "No" };
    expect(at(nested(done, out)).verdict).toBe("go");
    expect(told({ ...nested({}), item: { ...nested({}).item, b: item("b", { alternatives: "x", position: 3, ...done }) } })).toEqual([]);
    expect(told({ ...nested({}), waiver: { w: waiver("w", "a") } })).toEqual(["open b"]);
  });

  test("inside one of two alternatives are asked about once that one is chosen, and one nested in another is part of it", () => {
    const inner = (a: Partial<Item>) => stateOf({ item: [
      item("a", { alternatives: "x", ...a }), item("c", { alternatives: "y", parentId: "a", position: 1 }), item("d", { alternatives: "y", parentId: "a", position: 2 }), item("b", { alternatives: "x", position: 3 }),
    ] });
    const told = (state: LaunchState) => at(state).reasons.map(({ kind, subjectId }) => `${kind} ${subjectId}`);
    expect([told(inner({})), told(inner({ applicabilityBy: "person" }))]).toEqual([["undecided-alternatives a"], ["undecided-alternatives c"]]);
    expect(told(stateOf({ item: [item("a", { alternatives: "x" }), item("b", { alternatives: "x", parentId: "a" })] }))).toEqual(["open b"]);
  });
});
