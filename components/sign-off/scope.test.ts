import { expect, test } from "vitest";
import { judge } from "@/lib/domain/judge";
import { evidence, item, seat, section, stateOf, waiver } from "@/lib/domain/testing/build";
import { sha256 } from "@/lib/domain/testing/sha256";
import { scopeOf } from "./scope";

const now = "2026-02-01T00:00:00.000Z";
const old = { trueAt: "2026-01-05T09:00:00.000Z", validDays: 1 };
const state = stateOf({
  section: [section("s1"), section("s2", { position: 1 })],
  item: [
    item("open"), item("stale", { work: "done", proof: "required", position: 1 }), item("waived", { position: 2 }), item("asked", { position: 3 }),
    item("verified", { work: "done", position: 4 }), item("elsewhere", { sectionId: "s2" }), item("gone without elsewhere", { sectionId: "s2", position: 1 }),
  ],
  evidence: [evidence("e", "stale", old)],
  waiver: [waiver("w", "waived", { reason: "Not in time" }), waiver("r", "asked", { state: "requested", decidedBy: null, decidedAt: null }), waiver("x", "gone without elsewhere")],
  seat: [seat("x", { sections: ["s1"] })],
});

test("what a seat signs for names what is open, stale and gone without in its own sections, and nothing else", () => {
  const scope = scopeOf(seat("x", { sections: ["s1"] }), state, judge(state, now, sha256));
  expect(scope.inTheWay.map(({ subject, kind }) => [subject, kind])).toEqual([["Item open", "open"], ["Item stale", "proof-stale"], ["Item asked", "open"]]);
  expect(scope.stale.map(({ id }) => id)).toEqual(["stale"]);
  expect(scope.waived.map(({ item: { id }, waiver: by }) => [id, by?.reason])).toEqual([["waived", "Not in time"]]);
  expect(scope.of).toBe(5);
});

test("a seat for all sections names what is gone without everywhere", () => {
  const scope = scopeOf(seat("y"), state, judge(state, now, sha256));
  expect(scope.waived.map(({ item: { id } }) => id)).toEqual(["waived", "gone without elsewhere"]);
  expect(scope.inTheWay.map(({ subject }) => subject)).toContain("Item elsewhere");
});

test("what was taken out is one list, here and on the overview: advisory, or not applicable though nobody asked", () => {
  const gone = { applicability: "not-applicable" as const, applicabilityReason: "No" };
  const cut = stateOf({ section: [section("s1"), section("s2", { position: 1 })], item: [
    item("by the document", { ...gone, applicabilityBy: "document" }), item("by a person", { ...gone, applicabilityBy: "person", position: 1 }),
    item("asked", { ...gone, condition: "if needed", applicabilityBy: "person", position: 2 }), item("advisory", { required: false, requiredReason: "Later", position: 3 }),
    item("later", { required: false, window: "ongoing", position: 4 }), item("elsewhere", { required: false, sectionId: "s2" }),
  ] });
  const { out } = scopeOf(seat("x", { sections: ["s1"] }), cut, judge(cut, now, sha256));
  expect(out.map(({ item: { id }, why, reason }) => [id, why, reason])).toEqual([["by the document", "not-applicable", "No"], ["by a person", "not-applicable", "No"], ["advisory", "advisory", "Later"]]);
});

test("a choice between items of two sections stands in the way of both their seats", () => {
  const choice = stateOf({ section: [section("s1"), section("s2", { position: 1 })], item: [item("a", { alternatives: "x" }), item("b", { alternatives: "x", sectionId: "s2" })] });
  for (const id of ["s1", "s2"]) expect(scopeOf(seat("x", { sections: [id] }), choice, judge(choice, now, sha256)).inTheWay, id).toHaveLength(1);
});
