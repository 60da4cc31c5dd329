import { expect, test } from "vitest";
import { foretell } from "./foretell";
import { judge } from "./judge";
import { judgeSectionProof } from "./judge-required";
import { judgeSign } from "./judge-sign-off";
import { applyChanges } from "./changes";
import { item, seat, section, stateOf } from "./testing/build";
import { sha256 } from "./testing/sha256";

const now = "2026-03-10T12:00:00.000Z";
const done = { work: "done" as const, workAt: "2026-03-01T10:00:00.000Z" };
const manager = { id: "max", admin: false, role: "manager" as const };
const start = stateOf({ section: [section("s1")], item: [item("a", done), item("b", { ...done, position: 1 })], seat: [seat("q", { holderId: "max", holderAt: "2026-02-01T00:00:00.000Z" })] });
const signed = (() => {
  const judgement = judge(start, now, sha256);
  const outcome = judgeSign(start, manager, { seatId: "q", position: "go", reason: null, meaning: "go", nameThen: "M", digest: judgement.seats[0]?.digest ?? "", conditions: [] }, now, () => "so", sha256);
  if (!outcome.allowed) throw new Error(outcome.why);
  return applyChanges(start, outcome.changes, start.revision + 1);
})();
const rule = (proof: "required" | "optional" | null) => {
  const outcome = judgeSectionProof(signed, manager, { sectionId: "s1", proof, validDays: null, version: 1 });
  if (!outcome.allowed) throw new Error(outcome.why);
  return foretell(signed, outcome.changes, now, sha256);
};

test("a section's proof rule says beforehand which items would stand in the way and which signatures would not cover them", () => {
  expect(judge(signed, now, sha256).verdict).toBe("go");
  expect(rule("required")).toEqual({ verdict: { before: "go", after: "no-go" }, arisen: 2, cleared: 0, verified: { before: 0, after: 0, of: 2 }, freed: 0, confirm: 1 });
});
test("what changes nothing says so", () => {
  expect(rule(null)).toMatchObject({ arisen: 0, cleared: 0, confirm: 0, verdict: { before: "go", after: "go" } });
});
