import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inDocumentOrder } from "./document-order";
import { judge } from "./judge";
import { changedRows, faceOf, faces, rowsOf } from "./row";
import type { LaunchState } from "./state";
import { liveItems } from "./survey";
import { summaryOf } from "./update";
import { evidence, item, stateOf, waiver } from "./testing/build";
import { now, states } from "./testing/states";

const rows = (state: LaunchState) => rowsOf(state, judge(state, now, () => ""));
const done = { work: "done" as const, workAt: "2026-03-01T00:00:00.000Z" };

describe("a row", () => {
  test.each([
    ["todo", {}, null], ["in-progress", { work: "in-progress" as const }, null], ["blocked", { work: "blocked" as const, workReason: "No keys" }, "No keys"],
    ["done", done, null], ["undecided", { applicability: "undecided" as const }, null],
    ["not-applicable", { applicability: "not-applicable" as const, applicabilityReason: "No need" }, "No need"],
    ["too-early", { ...done, window: "final-week" as const }, null],
  ])("reads %s", (face, over, note) => {
    expect(rows(stateOf({ item: [item("a", over)] }))).toMatchObject([{ face, note }]);
  });

  test("reads waived, never done, with the waiver's reason, and contradicted before done", () => {
    expect(rows(stateOf({ item: [item("a", { ...done, proof: "required" })], waiver: [waiver("w", "a")] }))).toMatchObject([{ face: "waived", note: "Not in time" }]);
    const failing = evidence("e", "a", { kind: "check", outcome: "fail" });
    expect(rows(stateOf({ item: [item("a", done)], evidence: [failing] }))).toMatchObject([{ face: "contradicted" }]);
    expect(rows(stateOf({ item: [item("a", done)], evidence: [evidence("e", "a")] }))).toMatchObject([{ face: "verified", proofs: 1 }]);
    expect(rows(stateOf({ item: [item("a", { window: "final-week" })] }, { goLive: "2026-05-01T10:00" }))).toMatchObject([{ face: "not-yet-due" }]);
  });

  test("of the night says who answered and when, once somebody has", () => {
    const answered = { workBy: "ann", workAt: "2026-03-01T00:00:00.000Z" };
    expect(rows(stateOf({ item: [item("a", { ...answered, work: "in-progress", window: "launch-day" }), item("b", { ...answered, work: "blocked", window: "first-24h", position: 1 })] })))
      .toMatchObject([{ answeredBy: "ann", answeredAt: "2026-03-01T00:00:00.000Z" }, { answeredBy: "ann" }]);
    expect(rows(stateOf({ item: [item("a", { ...answered, window: "launch-day" }), item("b", { ...answered, work: "done", position: 1 })] })))
      .toMatchObject([{ answeredBy: null, answeredAt: null }, { answeredBy: null, answeredAt: null }]);
  });

  test("is there for each item that is not retired nor in a place that is, in order, with one of the words", () => {
    fc.assert(fc.property(states, (state) => {
      const found = rows(state);
      expect(found.map(({ id }) => id)).toEqual(inDocumentOrder(state, liveItems(state)).map(({ id }) => id));
      for (const row of found) expect(faces).toContain(row.face);
    }), { numRuns: 200 });
  });

  test("of a waived item never reads done or verified", () => {
    fc.assert(fc.property(states, (state) => {
      for (const judged of Object.values(judge(state, now, () => "").items)) if (judged.band === "waived") expect(faceOf(judged)).toBe("waived");
    }), { numRuns: 500 });
  });
});

test("as many rows are in the way as the pages count, an open choice once", () => {
  fc.assert(fc.property(states, (state) => {
    const judgement = judge(state, now, () => "");
    fc.pre(judgement.reasons.length > 0 && state.launch.launchedAt === null);
    expect(rowsOf(state, judgement).filter(({ reason }) => reason !== null)).toHaveLength(summaryOf(judgement).inTheWay);
  }), { numRuns: 500 });
  const choice = stateOf({ item: [item("a", { alternatives: "x" }), item("b", { position: 1, alternatives: "x" })] });
  expect(rows(choice).map(({ reason }) => reason)).toEqual(["undecided-alternatives", null]);
});

test("changed rows are those that look different or are new, and no others", () => {
  const before = stateOf({ item: [item("a"), item("b", { position: 1 })] });
  const after = stateOf({ item: [item("a", { work: "done", version: 2 }), item("b", { position: 1 }), item("c", { position: 2 })] });
  expect(changedRows(rows(before), rows(after)).map(({ id }) => id)).toEqual(["a", "c"]);
  expect(changedRows(rows(after), rows(after))).toEqual([]);
});
