import { describe, expect, test } from "vitest";
import { changeOf, created } from "./changes";
import { judge } from "./judge";
import { sentenceOf } from "./sentence";
import { replay } from "./changes";
import type { Change } from "./state";
import { evidence, group, item, launch, section, stateOf, waiver } from "./testing/build";
import { trendOf } from "./trend";

const change = (made: Change | null): Change[] => (made === null ? [] : [made]);
const events = (zone: string) => [
  { seq: 1, at: "2026-01-05T09:00:00.000Z", changes: [created("launch", launch({ zone })), created("section", section("s1")), created("group", group("g1")), created("item", item("a")), created("item", item("b"))] },
  { seq: 2, at: "2026-01-06T23:30:00.000Z", changes: change(changeOf("item", item("a"), { work: "done", workAt: "2026-01-06T23:30:00.000Z" })) },
  { seq: 3, at: "2026-01-08T10:00:00.000Z", changes: [created("evidence", evidence("e", "a", { trueAt: "2026-01-08T10:00:00.000Z", validDays: 1 })), created("item", item("c"))] },
];

describe("the trend", () => {
  test("has one entry a day from the first event to today, each as the day ended", () => {
    expect(trendOf(events("UTC"), "2026-01-11T08:00:00.000Z")).toEqual([
      { day: "2026-01-05", scope: 2, claimed: 0, verified: 0 }, { day: "2026-01-06", scope: 2, claimed: 1, verified: 0 },
      { day: "2026-01-07", scope: 2, claimed: 1, verified: 0 }, { day: "2026-01-08", scope: 3, claimed: 1, verified: 1 },
      { day: "2026-01-09", scope: 3, claimed: 1, verified: 1 },
      // Nothing happened, but the proof ran out.
      { day: "2026-01-10", scope: 3, claimed: 1, verified: 0 }, { day: "2026-01-11", scope: 3, claimed: 1, verified: 0 },
    ]);
  });

  test("counts a waived item again on the day its waiver ends, though nothing happened", () => {
    const row = item("a", { work: "done", workAt: "2026-01-05T09:00:00.000Z", proof: "required" });
    const first = [created("launch", launch()), created("section", section("s1")), created("group", group("g1")), created("item", row),
      created("waiver", waiver("w", "a", { endsAt: "2026-01-07T10:00:00.000Z" }))];
    expect(trendOf([{ seq: 1, at: "2026-01-05T09:00:00.000Z", changes: first }], "2026-01-08T08:00:00.000Z").map(({ claimed }) => claimed)).toEqual([0, 0, 1, 1]);
  });

  test("cuts days in the launch's zone", () => {
    expect(trendOf(events("Europe/Madrid"), "2026-01-07T12:00:00.000Z").map(({ day, claimed }) => [day, claimed])).toEqual([["2026-01-05", 0], ["2026-01-06", 0], ["2026-01-07", 1]]);
  });

  test("ends with the numbers that the judgement has now, and is empty without events", () => {
    const now = "2026-01-09T08:00:00.000Z";
    const { numbers } = judge(replay(events("UTC")), now, () => "");
    expect(trendOf(events("UTC"), now).at(-1)).toEqual({ day: "2026-01-09", scope: numbers.claimed.of, claimed: numbers.claimed.done, verified: numbers.verified.done });
    expect(trendOf([], now)).toEqual([]);
    expect(trendOf(events("UTC"), "2026-01-01T00:00:00.000Z")).toEqual([]);
  });

  test("keeps the newest days of a long history", () => {
    const days = trendOf(events("UTC"), "2030-01-01T00:00:00.000Z");
    expect(days).toHaveLength(800);
    expect(days.at(-1)?.day).toBe("2030-01-01");
  });
});

test("the sentence has the verdict, the counts by kind and always the verified number", () => {
  const state = stateOf({ item: [item("a"), item("b"), item("c", { work: "blocked", workReason: "x" })] });
  expect(sentenceOf(judge(state, "2026-01-09T08:00:00.000Z", () => ""))).toMatchObject({
    verdict: "no-go", inTheWay: [{ kind: "blocked", count: 1 }, { kind: "open", count: 2 }], reasons: 3, verified: { done: 0, of: 3, percent: 0 }, noSeats: true,
  });
});
