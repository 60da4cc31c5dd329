import { describe, expect, test } from "vitest";
import { judgeAnswerFact, judgeApplicability } from "./judge-applicability";
import type { Item, LaunchState } from "./state";
import { fact, item, stateOf } from "./testing/build";
import { after, ann, hana, max, stranger, why } from "./testing/people";

const now = "2026-03-10T12:00:00.000Z";

describe("deciding whether an item applies", () => {
  const state = stateOf({ item: [item("a"), item("c", { condition: "if needed", applicability: "undecided" }), item("v", { required: false })] });
  const decide = (id: string, applicability: "applies" | "undecided" | "not-applicable", reason: string | null, actor = ann) =>
    judgeApplicability(state, actor, { itemId: id, applicability, reason, version: 1 }, now);

  test("contributors decide conditional items, not-applicable never without a reason", () => {
    expect(why(decide("c", "not-applicable", " "))).toBe("reason-needed");
    expect(after(state, decide("c", "not-applicable", "One node")).item.c).toMatchObject({ applicability: "not-applicable", applicabilityReason: "One node", applicabilityBy: "person" });
    expect(after(state, decide("c", "applies", null)).item.c).toMatchObject({ applicability: "applies", applicabilityReason: null, applicabilityBy: "person", applicabilityAt: now });
    expect(after(state, decide("c", "applies", " We do ")).item.c?.applicabilityReason).toBe("We do");
    const said = after(state, decide("c", "applies", "We do"));
    const again = (reason: string) => judgeApplicability(said, ann, { itemId: "c", applicability: "applies", reason, version: 2 }, "2026-03-11T00:00:00.000Z");
    expect(again("We do")).toMatchObject({ allowed: true, changes: [] });
    expect(after(said, again("We still do")).item.c).toMatchObject({ applicabilityReason: "We still do", applicabilityAt: now });
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

  test("keeps who answered and when, and of an item when it was last decided otherwise; the same again is nothing", () => {
    const first = answer(state, true);
    expect(first.fact.f).toMatchObject({ answer: true, answeredBy: "ann", answeredAt: now });
    expect(first.item.yes).toMatchObject({ applicabilityAt: now, applicabilityBy: "fact", applicabilityReason: null });
    expect(judgeAnswerFact(first, ann, { factId: "f", answer: true, version: 2 }, "2026-03-11T00:00:00.000Z")).toMatchObject({ allowed: true, changes: [] });
    const gone = judgeAnswerFact(first, ann, { factId: "f", answer: null, version: 2 }, "2026-03-11T00:00:00.000Z");
    expect(after(first, gone)).toMatchObject({ fact: { f: { answer: null, answeredBy: null } }, item: { yes: { applicability: "undecided", applicabilityBy: null, applicabilityAt: "2026-03-11T00:00:00.000Z" } } });
    expect(why(judgeAnswerFact(state, stranger, { factId: "f", answer: true, version: 1 }, now))).toBe("unknown-launch");
  });

  test("an item that says not under which answer it applies does under yes", () => {
    const plain = stateOf({ fact: [fact("f")], item: [item("a", { factId: "f", factAnswer: null, applicability: "undecided" })] });
    expect([answer(plain, true).item.a?.applicability, answer(plain, false).item.a?.applicability]).toEqual(["applies", "not-applicable"]);
  });

  test("is refused to viewers, for unknown facts and old versions", () => {
    expect(why(judgeAnswerFact(state, hana, { factId: "f", answer: true, version: 1 }, now))).toBe("not-permitted");
    expect(why(judgeAnswerFact(state, ann, { factId: "g", answer: true, version: 1 }, now))).toBe("unknown-fact");
    expect(why(judgeAnswerFact(state, ann, { factId: "f", answer: true, version: 7 }, now))).toBe("stale-version");
  });
});
