import { expect, test } from "vitest";
import { readNumber } from "./read-number";

test("a dot and a comma stand before decimals", () => {
  expect(["180", "0.18", "0,18", "99,9", "-1,5", "1234,567", "0,125", "1,2345", "1.234"].map(readNumber)).toEqual([180, 0.18, 0.18, 99.9, -1.5, 1234.567, 0.125, 1.2345, 1.234]);
});

test("a comma before three digits could stand between thousands, so what was meant is asked", () => {
  expect(readNumber("1,234")).toEqual({ whole: "1234", fraction: "1.234" });
  expect(readNumber("-20,000")).toEqual({ whole: "-20000", fraction: "-20.000" });
});

test("what is no number is none", () => {
  expect(["", "quick", "180 ms", "1,234,567", "1.234,5", "1,234.5", "Infinity", "٣"].map(readNumber)).toEqual(Array(8).fill(null));
});
