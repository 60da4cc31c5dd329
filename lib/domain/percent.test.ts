import fc from "fast-check";
import { expect, test } from "vitest";
import { percent } from "./percent";

test("a percentage is 100 only when nothing is left, and rounds down before", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 5000 }), (of, done) => {
    const n = Math.min(done, of);
    expect(percent(n, of) === 100).toBe(n === of);
    expect(percent(n, of)).toBe(Math.trunc((n * 100) / of));
  }));
});

test("nothing to count has no percentage", () => {
  expect(percent(0, 0)).toBeNull();
});
