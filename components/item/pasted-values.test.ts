import { expect, test } from "vitest";
import { readPasted } from "./pasted-values";

test("a value a line is read, with and without its moment, whatever stands between", () => {
  expect(readPasted("180\n2026-11-01\t190,5\r\n\n2026-11-02 14:30; 201\n2026-11-03,99.25")).toEqual({ values: [
    { value: 180, at: null, unit: null, line: 1 }, { value: 190.5, at: "2026-11-01", unit: null, line: 2 },
    { value: 201, at: "2026-11-02T14:30", unit: null, line: 4 }, { value: 99.25, at: "2026-11-03", unit: null, line: 5 },
  ] });
});
test("the first line that is not understood is named, and nothing is guessed", () => {
  expect(readPasted("180\nabout 190")).toEqual({ line: 2, number: null });
  expect(readPasted("2026-13-01 190")).toEqual({ line: 1, number: null });
  expect(readPasted("1,234,567")).toEqual({ line: 1, number: null });
  expect(readPasted("190 ms 200 ms")).toEqual({ line: 1, number: null });
  expect(readPasted("2026-11-01")).toEqual({ line: 1, number: null });
  expect(readPasted("180\n2026-11-01, 1,234 ms")).toEqual({ line: 2, number: { whole: "1234", fraction: "1.234" } });
});
test("a moment that names its zone is that instant, one that names none is read in the launch's", () => {
  const moments = (text: string) => { const read = readPasted(text); return "values" in read ? read.values.map(({ at, value }) => [at, value]) : read; };
  expect(moments("2026-11-01T14:30:05Z 180\n2026-11-01 14:30 +02:00, 181\n2026-11-01T14:30:00.250-0530;182\n2026-11-01T14:30:00 183")).toEqual([
    ["2026-11-01T14:30:05.000Z", 180], ["2026-11-01T12:30:00.000Z", 181], ["2026-11-01T20:00:00.000Z", 182], ["2026-11-01T14:30", 183],
  ]);
  expect(moments("2026-11-01 -5")).toEqual([["2026-11-01", -5]]);
  expect(moments("2026-11-01 14:30 -0.5")).toEqual([["2026-11-01T14:30", -0.5]]);
  expect(moments("180\n2026-11-01T14:30:61Z 180")).toEqual({ line: 2, number: null });
  expect(moments("2026-11-01T14:30+99:00 180")).toEqual({ line: 1, number: null });
});
test("nothing pasted is nothing, not zero", () => {
  expect(readPasted(" \n\n")).toEqual({ values: [] });
});
test("the unit behind a number is read as it stands, for the rules to judge", () => {
  const units = (text: string) => { const read = readPasted(text); return "values" in read ? read.values.map(({ value, unit }) => [value, unit]) : read; };
  expect(units("190 ms\n0.08%\n2026-11-01 1.5 s\n12 req/s")).toEqual([[190, "ms"], [0.08, "%"], [1.5, "s"], [12, "req/s"]]);
});
