import { describe, expect, test } from "vitest";
import { judgeAnswerFact, judgeApplicability } from "./judge-applicability";
import type { Item, LaunchState } from "./state";
import { fact, item, stateOf } from "./testing/build";
import { after, ann, hana, max, why } from "./testing/people";

const now = "2026-03-10T12:00:00.000Z";

describe("deciding whether an item applies", () => {
  const state = stateOf({ item: [item("a"), item("c", { condition: "if needed", applicability: "undecided" }), item("v", { required: false })] });
  const decide = (id: string, applicability: "applies" | "undecided" | "not-applicable", reason: string | null, actor = ann) =>
    judgeApplicability(state, actor, { itemId: id, applicability, reason, version: 1 }, now);

  test("contributors decide conditional items, not-applicable never without a reason", () => {
    expect(why(decide("c", "not-applicable", " "))).toBe("reason-needed");
    expect(after(state, decide("c", "not-applicable", "One node")).item.c).toMatchObject({ applicability: "not-applicable", applicabilityReason: "One node", applicabilityBy: "person" });
    expect(after(state, decide("c", "applies", null)).item.c?.applicability).toBe("applies");
  });

  test("not-applicable on an unconditional required item takes a manager", () => {
    expect(why(decide("a", "not-applicable", "Out"))).toBe("needs-manager");
    expect(why(decide("a", "not-applicable", "Out", max))).toBeNull();
    expect(why(decide("v", "not-applicable", "Out"))).toBeNull();
    expect(why(decide("a", "undecided", null, max))).toBe("bad-input");
  });
});

describe("the last of its alternatives", () => {
  const gone = { applicability: "not-applicable" as const, applicabilityReason: "No", applicabilityBy: "person" as const };
  const out = (other: Partial<Item>, own: Partial<Item> = {}, actor = ann) => why(judgeApplicability(
    stateOf({ item: [item("a", { alternatives: "x", ...own }), item("b", { alternatives: "x", position: 1, ...other })] }),
    actor, { itemId: "a", applicability: "not-applicable", reason: "Not used", version: 1 }, now));

  test.each<[string, Partial<Item>, Partial<Item>, string | null]>([
    ["another is possible", {}, {}, null],
    ["another is done instead", { work: "done" }, {}, null],
    ["it satisfies another, which comes back", { ...gone, applicabilityBy: "alternative" }, { work: "done" }, null],
    ["a person took the others out", gone, {}, "needs-manager"],
    ["a fact took the others out", { ...gone, applicabilityBy: "fact" }, {}, "needs-manager"],
    ["the others are retired", { retiredAt: now }, {}, "needs-manager"],
    ["the document itself makes it conditional", gone, { condition: "if needed" }, null],
    ["it is advisory", gone, { required: false }, null],
  ])("is taken out by a contributor or a manager alone: %s", (_name, other, own, refused) => {
    expect(out(other, own)).toBe(refused);
    expect(out(other, own, max)).toBeNull();
  });
});

describe("answering a fact", () => {
  const state = stateOf({ fact: [fact("f")], item: [
    item("yes", { factId: "f", factAnswer: true, applicability: "undecided", condition: "if using" }),
    item("no", { factId: "f", factAnswer: false, applicabilityBy: "document" }),
    item("mine", { factId: "f", factAnswer: true, applicabilityBy: "person" }), item("other", { condition: "if needed", applicability: "undecided" }),
  ] });
  const answer = (from: LaunchState, value: boolean | null) => after(from, judgeAnswerFact(from, ann, { factId: "f", answer: value, version: from.fact.f?.version ?? 0 }, now));
  const applicabilities = (from: LaunchState) => Object.values(from.item).map(({ applicability }) => applicability);

  test("decides every item that hangs on it, except what a person decided", () => {
    expect(applicabilities(answer(state, true))).toEqual(["applies", "not-applicable", "applies", "undecided"]);
    expect(applicabilities(answer(state, false))).toEqual(["not-applicable", "applies", "applies", "undecided"]);
    expect(answer(state, false).item.yes).toMatchObject({ applicabilityBy: "fact", applicabilityReason: "Does it use f?" });
  });

  test("can be changed and taken back, and re-decides what it decided", () => {
    const changed = answer(answer(state, false), true);
    expect(applicabilities(changed)).toEqual(["applies", "not-applicable", "applies", "undecided"]);
    expect(applicabilities(answer(changed, null))).toEqual(["undecided", "undecided", "applies", "undecided"]);
  });

  test("a decision by hand can be handed back to the fact", () => {
    const answered = answer(state, false);
    const back = judgeApplicability(answered, ann, { itemId: "mine", applicability: "undecided", reason: null, version: 1 }, now);
    expect(after(answered, back).item.mine).toMatchObject({ applicability: "not-applicable", applicabilityBy: "fact" });
  });

  test("is refused to viewers, for unknown facts and old versions", () => {
    expect(why(judgeAnswerFact(state, hana, { factId: "f", answer: true, version: 1 }, now))).toBe("not-permitted");
    expect(why(judgeAnswerFact(state, ann, { factId: "g", answer: true, version: 1 }, now))).toBe("unknown-fact");
    expect(why(judgeAnswerFact(state, ann, { factId: "f", answer: true, version: 7 }, now))).toBe("stale-version");
  });
});
