import { expect, test } from "vitest";
import { evidence, item } from "@/lib/domain/testing/build";
import words from "@/lib/texts/en/item.json";
import { seriesOf, valueSays } from "./series";

const around = { zone: "UTC", now: "2026-11-23T12:00:00.000Z", goLiveAt: null, sections: [{ id: "s1", validDays: null }] };
const below = (limit: number | null) => item("i", { threshold: { metric: "p95", comparator: "<", limit, unit: "ms" } });
const value = (id: string, number: number, day: string, over = {}) =>
  evidence(id, "i", { kind: "measurement", value: number, unit: "ms", source: "load test", trueAt: `2026-11-${day}T00:00:00.000Z`, ...over });
const stands = (one: ReturnType<typeof below>, ...values: ReturnType<typeof value>[]) => seriesOf({ item: one, evidence: values }, around).map(({ proof, stands }) => [proof.id, stands]);

test("of each source only the newest value says something, newest first", () => {
  expect(stands(below(200), value("a", 250, "01"), value("b", 150, "20"), value("c", 300, "10", { source: "production" }))).toEqual([["b", "pass"], ["c", "fail"], ["a", "superseded"]]);
});
test("at a strict limit a value fails", () => {
  expect(stands(below(200), value("a", 200, "20"))).toEqual([["a", "fail"]]);
});
test("a value that has outlived its validity counts as too old, however good it was", () => {
  expect(stands({ ...below(200), validDays: 2 }, value("a", 10, "20"))).toEqual([["a", "old"]]);
});
test("a withdrawn value gives its place back to the one before it", () => {
  expect(stands(below(200), value("a", 150, "01"), value("b", 999, "20", { withdrawnAt: "2026-11-21T00:00:00.000Z" }))).toEqual([["b", "withdrawn"], ["a", "pass"]]);
});
test("without a limit a value neither holds nor fails", () => {
  expect(stands(below(null), value("a", 10, "20"))).toEqual([["a", "no-limit"]]);
});

const says = (one: ReturnType<typeof below>, ...values: ReturnType<typeof value>[]) =>
  seriesOf({ item: one, evidence: values }, around).map((point) => [point.proof.id, valueSays(point, words.measure).said]);

test("each value says whether it meets the target as it is now, superseded and too old ones too", () => {
  const [better, worse, newest] = [value("a", 150, "01"), value("b", 250, "02"), value("c", 190, "20")];
  expect(says(below(200), better, worse, newest)).toEqual([["c", "holds"], ["b", "fails, superseded"], ["a", "holds, superseded"]]);
  expect(says(below(150), better, worse, newest)).toEqual([["c", "fails"], ["b", "fails, superseded"], ["a", "fails, superseded"]]);
  expect(says({ ...below(200), validDays: 2 }, newest)).toEqual([["c", "holds, too old to count"]]);
});
test("what says nothing of the target is only told to be superseded: another unit, no limit; what was withdrawn only that", () => {
  expect(says(below(200), value("a", 0.1, "01", { unit: "s" }), value("b", 190, "20"))).toEqual([["b", "holds"], ["a", "superseded"]]);
  expect(says(below(null), value("a", 10, "01"), value("b", 20, "20"))).toEqual([["b", "no target"], ["a", "superseded"]]);
  expect(says(below(200), value("a", 10, "01", { withdrawnAt: "2026-11-21T00:00:00.000Z" }))).toEqual([["a", "withdrawn"]]);
});
test("a superseded value is marked by its shape, never as what counts is coloured", () => {
  const marked = seriesOf({ item: below(200), evidence: [value("a", 150, "01"), value("b", 250, "02"), value("c", 190, "20")] }, around).map((point) => valueSays(point, words.measure));
  expect(marked.map(({ shape, tone }) => [shape, tone])).toEqual([["check", "go"], ["cross", "mute"], ["check", "mute"]]);
});
