import { describe, expect, test } from "vitest";
import { judgeAnswerFact, judgeApplicability } from "./judge-applicability";
import { judgeAssign, judgeSetDue } from "./judge-assign";
import { type NewEvidence, judgeAddEvidence, judgeWithdrawEvidence } from "./judge-evidence";
import { judgeNeverWaive, judgeSetProof, judgeSetRequired } from "./judge-required";
import { judgeDecideWaiver, judgeEndWaiver, judgeRequestWaiver } from "./judge-waiver";
import { judge } from "./judge";
import type { Item, LaunchState } from "./state";
import { evidence, fact, item, seat, stateOf, waiver } from "./testing/build";
import { after, ann, changesOf, counter, hana, max, why } from "./testing/people";

const now = "2026-03-10T12:00:00.000Z";
const target = { metric: "p95", comparator: "<" as const, limit: 200, unit: "ms" };

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

describe("owners and due days", () => {
  const state = stateOf({ item: [item("a", { due: "2026-03-01" })] }, { zone: "Pacific/Kiritimati" });
  test("an owner is a member, or nobody", () => {
    expect(why(judgeAssign(state, ann, { itemId: "a", version: 1, ownerId: "nobody" }))).toBe("not-a-member");
    expect(after(state, judgeAssign(state, ann, { itemId: "a", version: 1, ownerId: "max" })).item.a?.ownerId).toBe("max");
  });
  test("a due day exists and is today in the launch's zone, or later", () => {
    const due = (day: string | null) => why(judgeSetDue(state, ann, { itemId: "a", version: 1, due: day }, now));
    expect([due("2026-02-30"), due("2026-03-10"), due("2026-03-11"), due(null), due("2026-03-01")]).toEqual(["bad-day", "in-the-past", null, null, null]);
  });
});

describe("evidence", () => {
  const state = stateOf({ item: [item("a", { threshold: target, link: "l" }), item("b", { link: "l" }), item("n")] });
  const none: NewEvidence = { itemId: "a", kind: "link", title: null, url: null, fileHash: null, value: null, unit: null, outcome: null, source: null, trueAt: null, validDays: null };
  const add = (over: Partial<NewEvidence>, actor = ann) => judgeAddEvidence(state, actor, { ...none, ...over }, now, counter("e"));

  test("a link is an http or https address without a password; its address stands for its title", () => {
    for (const url of ["javascript:alert(1)", "ftp://example.com", "example.com", "", "https://user:pass@example.com/", `https://example.com/${"x".repeat(2000)}`]) {
      expect(why(add({ url })), url).toBe("bad-link");
    }
    expect(after(state, add({ url: " https://example.com/report " })).evidence.e0).toMatchObject({ title: "https://example.com/report", url: "https://example.com/report", trueAt: now, addedBy: "ann" });
  });

  test("the first proof makes the item, and those linked to it, need proof from then on", () => {
    const proved = after(state, add({ kind: "note", title: "Seen" }));
    expect([proved.item.a?.hadProof, proved.item.b?.hadProof, proved.item.n?.hadProof]).toEqual([true, true, false]);
  });

  test("a measurement is a finite number in the threshold's unit", () => {
    expect(why(add({ kind: "measurement" }))).toBe("value-needed");
    expect(why(add({ kind: "measurement", value: Number.NaN }))).toBe("bad-number");
    expect(why(add({ kind: "measurement", value: 0.1, unit: "s" }))).toBe("wrong-unit");
    expect(after(state, add({ kind: "measurement", value: 150, source: "load test" })).evidence.e0).toMatchObject({ value: 150, unit: "ms", outcome: null, title: "p95" });
  });

  test("is not true in the future, and has a moment that exists", () => {
    expect(why(add({ url: "https://example.com", trueAt: "2026-03-10T12:00:00.001Z" }))).toBe("in-the-future");
    expect(why(add({ url: "https://example.com", trueAt: "2026-02-30" }))).toBe("bad-instant");
    expect(why(add({ url: "https://example.com", validDays: -1 }))).toBe("bad-number");
    expect(why(add({ kind: "note", title: " " }))).toBe("text-needed");
    expect(why(add({ kind: "file", title: "x", fileHash: "short" }))).toBe("bad-input");
    expect(why(add({ kind: "check", title: "x" }))).toBe("value-needed");
    expect(why(add({ url: "https://example.com" }, hana))).toBe("not-permitted");
  });

  test("is withdrawn with a reason; a failing result only by a manager", () => {
    const proved = { ...state, evidence: { e: evidence("e", "a"), m: evidence("m", "a", { kind: "measurement", value: 300, unit: "ms" }) } };
    const withdraw = (id: string, reason: string | null, actor = ann) => judgeWithdrawEvidence(proved, actor, { evidenceId: id, reason, version: 1 }, now);
    expect(why(withdraw("e", null))).toBe("reason-needed");
    expect(why(withdraw("m", "Wrong"))).toBe("needs-manager");
    expect(why(withdraw("m", "Wrong", max))).toBeNull();
    expect(after(proved, withdraw("e", "Wrong page")).evidence.e).toMatchObject({ withdrawnAt: now, withdrawnReason: "Wrong page" });
  });
});

describe("waivers", () => {
  const state = stateOf({ item: [item("a"), item("never", { neverWaive: true }), item("n", { applicability: "not-applicable", applicabilityReason: "No" })] }, { goLive: "2026-04-01T10:00" });
  const ask = { itemId: "a", version: 1, reason: "Late", control: "Watch it", endsAt: "2026-04-10T00:00:00.000Z" };
  const request = (over: Partial<typeof ask> = {}, actor = ann, from = state) => judgeRequestWaiver(from, actor, { ...ask, ...over }, now, counter("w"));
  const decide = (from: LaunchState, actor = max, approve = true, reason: string | null = null) => judgeDecideWaiver(from, actor, { waiverId: "w0", approve, reason, version: 1 }, now);
  const asked = after(state, request());

  test("need a reason, a compensating control and an end that is to come and not too far", () => {
    expect(why(request({ reason: "" }))).toBe("reason-needed");
    expect(why(request({ control: "" }))).toBe("text-needed");
    expect(why(request({ endsAt: now }))).toBe("in-the-past");
    expect(why(request({ endsAt: "2026-05-02T00:00:00.000Z" }))).toBeNull();
    expect(why(request({ endsAt: "2026-05-02T00:00:00.001Z" }))).toBe("waiver-too-long");
    expect(why(request({ itemId: "never" }))).toBe("never-waive");
    expect(why(request({ itemId: "n" }))).toBe("not-applicable-item");
    expect(why(request({}, hana))).toBe("not-permitted");
    expect(why(request({}, ann, asked))).toBe("already-decided");
  });

  test("are refused for an item over one that is never to be waived, which they would cover, at any depth", () => {
    const tree = stateOf({ item: [item("a"), item("child", { parentId: "a" }), item("grandchild", { parentId: "child", neverWaive: true })] }, { goLive: "2026-04-01T10:00" });
    expect(why(request({}, ann, tree))).toBe("never-waive");
    const gone = stateOf({ item: [item("a"), item("child", { parentId: "a", neverWaive: true, retiredAt: now })] }, { goLive: "2026-04-01T10:00" });
    expect(why(request({}, ann, gone))).toBeNull();
    expect(why(decide({ ...asked, item: tree.item }))).toBe("never-waive");
  });

  test("are decided by a manager or a seat of the section, never by the one who asked", () => {
    expect(why(decide(asked, ann))).toBe("not-permitted");
    expect(why(decide(after(state, request({}, max)), max))).toBe("own-request");
    expect(why(decide(asked, hana))).toBe("not-permitted");
    const seated = { ...asked, seat: { q: seat("q", { holderId: "hana", sections: ["s1"] }) } };
    expect(why(decide(seated, hana))).toBeNull();
    expect(why(decide({ ...asked, seat: { q: seat("q", { holderId: "hana", sections: ["s2"] }) } }, hana))).toBe("not-permitted");
    expect(judge(asked, now, () => "").items.a?.band).toBe("todo");
    expect(judge(after(asked, decide(asked)), now, () => "").items.a?.band).toBe("waived");
  });

  test("a refusal needs a reason, and a decision is made once", () => {
    expect(why(decide(asked, max, false))).toBe("reason-needed");
    const refused = after(asked, decide(asked, max, false, "Fix it"));
    expect(refused.waiver.w0).toMatchObject({ state: "refused", decidedReason: "Fix it" });
    expect(why(judgeDecideWaiver(refused, max, { waiverId: "w0", approve: true, reason: null, version: 2 }, now))).toBe("already-decided");
  });

  test("are limited in number, a replaced one not counted twice", () => {
    const limited = { ...asked, launch: { ...asked.launch, waiverLimit: 1 } };
    expect(why(decide({ ...limited, waiver: { ...limited.waiver, x: waiver("x", "b") } }))).toBe("waiver-limit");
    const longer = { ...limited, waiver: { ...limited.waiver, x: waiver("x", "a") } };
    expect(after(longer, decide(longer)).waiver).toMatchObject({ x: { state: "ended" }, w0: { state: "active" } });
  });

  test("are ended by the one who asked, or by whoever may decide them", () => {
    const end = (actor: typeof ann) => why(judgeEndWaiver(asked, actor, { waiverId: "w0", version: 1 }, now));
    expect([end(ann), end(max), end(hana)]).toEqual([null, null, "not-permitted"]);
  });
});

describe("required, proof and never to be waived", () => {
  const state = stateOf({ item: [item("a")] });
  test("are a manager's, advisory with a reason", () => {
    const advisory = (actor: typeof ann, reason: string | null) => judgeSetRequired(state, actor, { itemId: "a", version: 1, required: false, reason }, now);
    expect([why(advisory(ann, "x")), why(advisory(max, null)), why(advisory(max, "Later"))]).toEqual(["not-permitted", "reason-needed", null]);
    expect(changesOf(judgeSetProof(state, max, { itemId: "a", version: 1, proof: "required", validDays: 30, reason: null }))).toHaveLength(1);
    expect(why(judgeSetProof(state, max, { itemId: "a", version: 1, proof: null, validDays: 0.5, reason: null }))).toBe("bad-number");
    expect(why(judgeNeverWaive(state, ann, { itemId: "a", version: 1, neverWaive: true }))).toBe("not-permitted");
  });

  test("an item that needs proof needs none any more for a reason only, whatever made it need it", () => {
    const set = (over: Partial<Item>, proof: "required" | "optional" | null, reason: string | null) =>
      judgeSetProof(stateOf({ item: [item("a", over)] }), max, { itemId: "a", version: 1, proof, validDays: null, reason });
    const needing: Partial<Item>[] = [{ hadProof: true }, { cadence: "daily" }, { threshold: { metric: "p95", comparator: "<", limit: 200, unit: "ms" } }];
    for (const over of needing) {
      expect(why(set(over, "optional", " "))).toBe("reason-needed");
      expect(after(stateOf({ item: [item("a", over)] }), set(over, "optional", "Seen by all")).item.a).toMatchObject({ proof: "optional", proofReason: "Seen by all" });
    }
    expect(why(set({ proof: "required" }, null, null))).toBe("reason-needed");
    expect([why(set({}, "optional", null)), why(set({ hadProof: true, proof: "required" }, null, null))]).toEqual([null, null]);
    const ruled = stateOf({ item: [item("a", { hadProof: true, proof: "optional", proofReason: "Seen by all" })] });
    const again = (proof: "optional" | "required") => after(ruled, judgeSetProof(ruled, max, { itemId: "a", version: 1, proof, validDays: 9, reason: null })).item.a?.proofReason;
    expect([again("optional"), again("required")]).toEqual(["Seen by all", null]);
  });
});
