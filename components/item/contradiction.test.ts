import { expect, test } from "vitest";
import { judge } from "@/lib/domain/judge";
import type { Evidence } from "@/lib/domain/state";
import { evidence, item, stateOf } from "@/lib/domain/testing/build";
import { sha256 } from "@/lib/domain/testing/sha256";
import { contradictionOf } from "./contradiction";

const now = "2026-11-23T12:00:00.000Z";
const around = { zone: "UTC", now, goLiveAt: null, sections: [{ id: "s1", validDays: null }] };
const check = (id: string, outcome: "pass" | "fail", source: string, over: Partial<Evidence> = {}): Evidence =>
  evidence(id, "a", { kind: "check", url: null, outcome, source, trueAt: `2026-11-2${id}T00:00:00.000Z`, ...over });
const found = (work: "todo" | "done", ...results: Evidence[]) => {
  const one = item("a", { work });
  const judged = judge(stateOf({ item: [one], evidence: results }), now, sha256).items.a;
  if (!judged) throw new Error("not judged");
  const contradiction = contradictionOf({ item: one, evidence: results, judged }, around);
  return contradiction && { passes: contradiction.passes.map(({ id }) => id), fails: contradiction.fails.map(({ id }) => id) };
};

test("two sources that disagree are named, whatever the work", () => {
  expect(found("todo", check("1", "pass", "scanner"), check("2", "fail", "pipeline"))).toEqual({ passes: ["1"], fails: ["2"] });
});
test("a source that has come to another outcome contradicts itself no longer", () => {
  expect(found("done", check("1", "fail", "scanner"), check("2", "pass", "scanner"))).toBeNull();
});
test("a failing result against work that is done is a contradiction without another result", () => {
  expect(found("done", check("1", "fail", "scanner"))).toEqual({ passes: [], fails: ["1"] });
  expect(found("todo", check("1", "fail", "scanner"))).toBeNull();
});
test("what was withdrawn or has outlived its validity says nothing", () => {
  expect(found("done", check("1", "fail", "scanner", { withdrawnAt: now }))).toBeNull();
  expect(found("done", check("0", "fail", "scanner", { validDays: 1 }))).toBeNull();
});
