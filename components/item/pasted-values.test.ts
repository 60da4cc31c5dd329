import { expect, test } from "vitest";
import { readPasted } from "./pasted-values";

test("a value a line is read, with and without its moment, whatever stands between", () => {
  expect(readPasted("180\n2026-11-01\t190,5\r\n\n2026-11-02 14:30; 201\n2026-11-03,99.25")).toEqual({ values: [
    { value: 180, at: null }, { value: 190.5, at: "2026-11-01" }, { value: 201, at: "2026-11-02T14:30" }, { value: 99.25, at: "2026-11-03" },
  ] });
});
test("the first line that is not understood is named, and nothing is guessed", () => {
  expect(readPasted("180\nabout 190")).toEqual({ line: 2 });
  expect(readPasted("2026-13-01 190")).toEqual({ line: 1 });
  expect(readPasted("1,234,567")).toEqual({ line: 1 });
  expect(readPasted("190 ms")).toEqual({ line: 1 });
});
test("nothing pasted is nothing, not zero", () => {
  expect(readPasted(" \n\n")).toEqual({ values: [] });
});
