import { describe, expect, test } from "vitest";
import { judgeAssign, judgeSetDue } from "./judge-assign";
import { judgeNeverWaive, judgeSectionProof, judgeSetProof, judgeSetRequired } from "./judge-required";
import type { Item } from "./state";
import { item, section, stateOf } from "./testing/build";
import { after, ann, changesOf, max, stranger, why } from "./testing/people";

const now = "2026-03-10T12:00:00.000Z";

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

test("a section's proof is a manager's to rule, of a section that is there, as it was seen", () => {
  const state = stateOf({ section: [section("s1"), section("gone", { retiredAt: now })] });
  const rule = (over: object = {}, actor = max, from = state) => judgeSectionProof(from, actor, { sectionId: "s1", proof: "required", validDays: 9, version: 1, ...over });
  expect(after(state, rule()).section.s1).toMatchObject({ proof: "required", validDays: 9 });
  expect([why(rule({}, ann)), why(rule({}, stranger)), why(rule({ sectionId: "gone" })), why(rule({ sectionId: "x" })), why(rule({ version: 2 })), why(rule({ validDays: 0.5 }))])
    .toEqual(["not-permitted", "unknown-launch", "unknown-section", "unknown-section", "stale-version", "bad-number"]);
  expect(why(rule({}, max, { ...state, launch: { ...state.launch, phase: "archived" } }))).toBe("launch-over");
  const marked = stateOf({ item: [item("a")] });
  expect(after(marked, judgeNeverWaive(marked, max, { itemId: "a", version: 1, neverWaive: true })).item.a?.neverWaive).toBe(true);
});
