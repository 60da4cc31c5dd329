import { expect, test } from "vitest";
import { evidence, item } from "@/lib/domain/testing/build";
import { seriesOf } from "./series";

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
