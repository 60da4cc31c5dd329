import { describe, expect, test } from "vitest";
import { foretell } from "./foretell";
import { judgeSectionProof } from "./judge-required";
import { judgeSettings } from "./judge-settings";
import type { Item, ProofPolicy } from "./state";
import { item, section, stateOf } from "./testing/build";
import { after, changesOf, max, why } from "./testing/people";
import { sha256 } from "./testing/sha256";

const now = "2026-03-10T12:00:00.000Z";
type Case = { items?: Partial<Item>[]; section?: ProofPolicy | null; launch?: ProofPolicy };
const made = ({ items = [{}], section: own = null, launch = "optional" }: Case) =>
  stateOf({ section: [section("s1", { proof: own })], item: items.map((over, index) => item(`i${index}`, over)) }, { proof: launch });
const rule = (of: Case, proof: ProofPolicy | null, reason?: string | null) => judgeSectionProof(made(of), max, { sectionId: "s1", proof, validDays: null, reason, version: 1 });
const rules = (of: Case, proof: ProofPolicy, reason?: string) => judgeSettings(made(of), max, { version: 1, set: { proof, ...(reason === undefined ? {} : { proofReason: reason }) } }, now);

describe("a section that asks for less takes a reason where a counting item is freed of proof", () => {
  test.each<[string, Case, ProofPolicy | null]>([
    ["required, and optional from now on", { section: "required" }, "optional"],
    ["required, and as the launch says, which is optional", { section: "required" }, null],
    ["as the launch says, which is required", { launch: "required" }, "optional"],
    ["by its items' own words", { items: [{ cadence: "daily" }] }, "optional"],
  ])("%s", (_told, of, proof) => {
    for (const reason of [undefined, null, " "]) expect(why(rule(of, proof, reason))).toBe("reason-needed");
    expect(after(made(of), rule(of, proof, " Seen by all ")).section.s1).toMatchObject({ proof, proofReason: "Seen by all" });
  });
  test.each<[string, Case, ProofPolicy | null]>([
    ["asking for more", {}, "required"],
    ["the launch asks for as much", { section: "required", launch: "required" }, null],
    ["only items that say otherwise themselves", { section: "required", items: [{ proof: "required" }, { hadProof: true }] }, "optional"],
    ["only items that do not count", { section: "required", items: [{ required: false }, { window: "ongoing" }, { applicability: "not-applicable" }, { retiredAt: now }] }, "optional"],
  ])("but not otherwise: %s", (_told, of, proof) => {
    expect(why(rule(of, proof))).toBeNull();
  });
  test("what was said goes with another policy, and stays beside the same", () => {
    const said = after(made({ section: "required" }), rule({ section: "required" }, "optional", "Seen by all"));
    const again = (proof: ProofPolicy, validDays: number) => after(said, judgeSectionProof(said, max, { sectionId: "s1", proof, validDays, version: 2 })).section.s1?.proofReason;
    expect([again("optional", 9), again("required", 9)]).toEqual(["Seen by all", null]);
  });
});

test("the launch that asks for less takes a reason where a counting item needed proof by its word, and keeps it with the policy", () => {
  expect([why(rules({ launch: "required" }, "optional")), why(rules({ launch: "required" }, "optional", " "))]).toEqual(["reason-needed", "reason-needed"]);
  expect(after(made({ launch: "required" }), rules({ launch: "required" }, "optional", "Seen by all")).launch).toMatchObject({ proof: "optional", proofReason: "Seen by all" });
  expect([why(rules({ launch: "required", section: "required" }, "optional")), why(rules({}, "required"))]).toEqual([null, null]);
  expect(changesOf(judgeSettings(made({}), max, { version: 1, set: { validDays: 9, proofReason: "Of nothing" } }, now))[0]?.after).not.toHaveProperty("proofReason");
});

test("how many items would be freed is foretold", () => {
  const of = { section: "required" as const, items: [{}, {}, { required: false }] };
  expect(foretell(made(of), changesOf(rule(of, "optional", "Seen")), now, sha256).freed).toBe(2);
  expect(foretell(made(of), changesOf(rule(of, "required")), now, sha256).freed).toBe(0);
});
