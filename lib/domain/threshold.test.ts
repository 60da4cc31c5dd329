import { describe, expect, test } from "vitest";
import type { Comparator } from "./state";
import { evidence } from "./testing/build";
import { meets, newestPerSource, outcomeOf, timelessOutcome } from "./threshold";

const target = (comparator: Comparator, limit: number | null = 200) => ({ metric: "p95", comparator, limit, unit: "ms" });
const measured = (id: string, value: number, over: Parameters<typeof evidence>[2] = {}) => evidence(id, "a", { kind: "measurement", value, unit: "ms", source: "x", ...over });

describe("a threshold", () => {
  test.each<[Comparator, boolean, boolean, boolean]>([["<", true, false, false], ["<=", true, true, false], [">", false, false, true], [">=", false, true, true], ["=", false, true, false]])(
    "of %s is met below, at and above its limit: %j, %j, %j", (comparator, below, at, above) => {
      expect([199.999, 200, 200.001].map((value) => meets(target(comparator), value))).toEqual([below, at, above]);
    });

  test("without a limit says nothing, and a result's own outcome stands", () => {
    expect(meets(target("<", null), 1)).toBeNull();
    expect(outcomeOf(target("<", null), measured("e", 1, { outcome: "fail" }))).toBe("fail");
    expect(outcomeOf(target("<"), measured("e", 1, { outcome: "fail" }))).toBe("pass");
  });

  test("is not held against a value in another unit", () => {
    expect(outcomeOf(target("<"), measured("e", 1, { unit: "s" }))).toBeNull();
  });
});

test("the newest of each source counts: by when it was true, then when it was added, then its id", () => {
  const rows = [
    measured("a", 1, { trueAt: "2026-01-02T00:00:00.000Z" }), measured("b", 2, { trueAt: "2026-01-01T00:00:00.000Z", addedAt: "2026-05-01T00:00:00.000Z" }),
    measured("c", 3, { source: "y" }), measured("d", 4, { source: "y" }), evidence("n", "a", { kind: "note" }),
  ];
  const added = [measured("z", 1), measured("a", 2, { addedAt: "2026-05-01T00:00:00.000Z" })];
  for (const order of [added, added.toReversed()]) expect(newestPerSource(order).map(({ id }) => id)).toEqual(["a"]);
  for (const order of [rows, rows.toReversed()]) expect(newestPerSource(order).map(({ id }) => id).toSorted()).toEqual(["a", "d"]);
});

test("sources that disagree are mixed, whatever their age", () => {
  const rows = [measured("a", 100), measured("b", 300, { source: "y", trueAt: "2020-01-01T00:00:00.000Z" })];
  expect(timelessOutcome(target("<"), rows)).toBe("mixed");
  expect(timelessOutcome(target("<"), rows.slice(0, 1))).toBe("pass");
  expect(timelessOutcome(target("<"), [])).toBeNull();
});
