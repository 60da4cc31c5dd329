import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { changedSince } from "./changed-since";
import { materialOfSeat } from "./material";
import type { Entities, LaunchState } from "./state";
import { evidence, fact, group, item, section, seat, start, stateOf, waiver } from "./testing/build";
import { sha256 } from "./testing/sha256";

/**
 * Every column of the schema that a judgement reads is in one of these tables: material (decision rules §8) or not. A new one fails
 * the build until somebody has said which, and then its digest is held to that.
 */
const later = "2026-02-01T00:00:00.000Z";
const target = { metric: "p95", comparator: "<" as const, limit: 200, unit: "ms" };
const measured = { kind: "measurement" as const, unit: "ms", source: "load test", url: null };

const base = stateOf({
  section: [section("s1"), section("s2", { position: 1 })], group: [group("g1"), group("g2", { sectionId: "s2" })],
  item: [
    item("a", { threshold: target, factId: "f", factAnswer: true, work: "done" }),
    item("b", { alternatives: "either", work: "done", link: "shared", position: 1 }), item("c", { position: 2 }),
  ],
  fact: [fact("f", { answer: true }), fact("g", { answer: true })],
  evidence: [
    evidence("e", "a"), evidence("old", "a", { ...measured, value: 300 }), evidence("m", "a", { ...measured, value: 100, trueAt: later }),
    evidence("check", "c", { kind: "check", outcome: "pass", url: null }),
  ],
  waiver: [waiver("w", "c")], seat: [seat("q", { holderId: "hana" })],
}, { goLive: "2026-06-01T10:00" });

/** The row it is tried on, and another value for the field. */
type Tried<E extends keyof Entities> = { [F in Exclude<keyof Entities[E], "id">]: readonly [verdict: "material" | "not", row: string, value: Entities[E][F]] };

const launches: Tried<"launch"> = {
  zone: ["material", "", "Europe/Madrid"], goLive: ["material", "", null], rule: ["material", "", 2], proof: ["material", "", "required"], validDays: ["material", "", 30],
  slug: ["not", "", "else"], name: ["not", "", "Else"], goLiveAt: ["not", "", later], goLives: ["not", "", []], proofReason: ["not", "", "Else"], proofAt: ["not", "", later], nextReview: ["not", "", "2026-05-01"], phase: ["not", "", "decided"], phaseAt: ["not", "", later],
  pollRule: ["not", "", "quorum"], quorum: ["not", "", 1], waiverLimit: ["not", "", 1], waiverDaysAfter: ["not", "", 1], launchedAt: ["not", "", later], createdAt: ["not", "", later], version: ["not", "", 9],
};
const sections: Tried<"section"> = {
  proof: ["material", "s1", "required"], validDays: ["material", "s1", 30], retiredAt: ["material", "s1", later], proofReason: ["not", "s1", "Else"], proofAt: ["not", "s1", later],
  key: ["not", "s1", "9"], title: ["not", "s1", "Else"], position: ["not", "s1", 9], version: ["not", "s1", 9],
};
const groups: Tried<"group"> = {
  retiredAt: ["material", "g1", later], sectionId: ["not", "g1", "s2"], title: ["not", "g1", "Else"], position: ["not", "g1", 9], version: ["not", "g1", 9],
};
const items: Tried<"item"> = {
  text: ["material", "a", "Else"], required: ["material", "a", false], window: ["material", "a", "ongoing"], applicability: ["material", "a", "undecided"], work: ["material", "a", "todo"],
  proof: ["material", "a", "optional"], validDays: ["material", "a", 9], hadProof: ["material", "c", true], cadence: ["material", "c", "daily"], threshold: ["material", "a", { ...target, limit: 9 }],
  retiredAt: ["material", "a", later], factId: ["material", "a", "g"],
  // By what they make of others: of a parent, of an alternative, of those that share proof.
  parentId: ["material", "a", "c"], alternatives: ["material", "c", "either"], link: ["material", "a", "shared"],
  sectionId: ["not", "a", "s2"], groupId: ["not", "a", "g2"], key: ["not", "a", "else"], position: ["not", "a", 9], line: ["not", "a", 9], requiredReason: ["not", "a", "Else"], requiredAt: ["not", "a", later],
  condition: ["not", "a", "if needed"], factAnswer: ["not", "a", false], applicabilityReason: ["not", "a", "Else"], applicabilityBy: ["not", "a", "person"], applicabilityAt: ["not", "a", later],
  workReason: ["not", "a", "Else"], workBy: ["not", "a", "ann"], workAt: ["not", "a", later], workSince: ["not", "a", later], inScopeAt: ["not", "a", later], proofAt: ["not", "a", later], ownerId: ["not", "a", "ann"], due: ["not", "a", "2026-05-01"], proofReason: ["not", "a", "Else"],
  neverWaive: ["not", "a", true], createdAt: ["not", "a", later], version: ["not", "a", 9],
};
const facts: Tried<"fact"> = {
  question: ["material", "f", "Else?"], answer: ["material", "f", false],
  key: ["not", "f", "else"], answeredBy: ["not", "f", "ann"], answeredAt: ["not", "f", later], position: ["not", "f", 9], createdAt: ["not", "f", later], version: ["not", "f", 9],
};
const proofs: Tried<"evidence"> = {
  itemId: ["material", "e", "c"], kind: ["material", "e", "note"], title: ["material", "e", "Else"], url: ["material", "e", "https://example.com/else"], fileHash: ["material", "e", "ab".repeat(32)],
  value: ["material", "m", 300], unit: ["material", "m", "s"], outcome: ["material", "check", "fail"], trueAt: ["material", "e", later], validDays: ["material", "e", 3], withdrawnAt: ["material", "e", later],
  // A failing value of another source is superseded no more.
  source: ["material", "old", "second load test"],
  addedBy: ["not", "e", "max"], addedAt: ["not", "e", later], withdrawnReason: ["not", "e", "Else"], version: ["not", "e", 9],
};
const waivers: Tried<"waiver"> = {
  itemId: ["material", "w", "a"], reason: ["material", "w", "Else"], control: ["material", "w", "Else"], endsAt: ["material", "w", "2027-02-01T00:00:00.000Z"], state: ["material", "w", "ended"],
  requestedBy: ["not", "w", "max"], requestedAt: ["not", "w", later], decidedBy: ["not", "w", "ann"], decidedAt: ["not", "w", later], decidedReason: ["not", "w", "Else"], endedAt: ["not", "w", later], version: ["not", "w", 9],
};
const seats: Tried<"seat"> = {
  sections: ["material", "q", ["s1", "s2"]],
  key: ["not", "q", "else"], team: ["not", "q", "Else"], role: ["not", "q", "Else"], position: ["not", "q", 9], line: ["not", "q", 9], holderId: ["not", "q", "ann"], holderAt: ["not", "q", later],
  delegateId: ["not", "q", "ann"], delegateFrom: ["not", "q", start], delegateTo: ["not", "q", later], mustAnswer: ["not", "q", true], documentName: ["not", "q", "Else"], documentDate: ["not", "q", "2026"],
  createdAt: ["not", "q", later], retiredAt: ["not", "q", later], version: ["not", "q", 9],
};
const tables = { launch: launches, section: sections, group: groups, item: items, fact: facts, evidence: proofs, waiver: waivers, seat: seats } as const;
type Table = keyof typeof tables;

function edited(entity: Table, field: string, row: string, value: unknown): LaunchState {
  if (entity === "launch") return { ...base, launch: { ...base.launch, [field]: value } };
  const found = base[entity][row];
  if (found === undefined) throw new Error(`no ${entity} ${row}`);
  return { ...base, [entity]: { ...base[entity], [row]: { ...found, [field]: value } } };
}
function signedOf(state: LaunchState) {
  const { q } = state.seat;
  if (q === undefined) throw new Error("no seat");
  const { material, canonical } = materialOfSeat(state, q);
  return { material, digest: sha256(canonical) };
}
const signed = signedOf(base);

/** The columns of a model, without its key, relations, and the launch's own bookkeeping. */
function columnsOf(model: string): string[] {
  const body = new RegExp(`^model ${model} \\{\\n([\\s\\S]*?)^\\}`, "m").exec(readFileSync("prisma/schema.prisma", "utf8"))?.[1] ?? "";
  const columns = [...body.matchAll(/^ {2}(\w+)\s+(?:String|Int|Float|Boolean|DateTime|Json|Bytes)(?:\?|\[\])?(?:\s|$)/gm)].map((found) => found[1] ?? "");
  return columns.filter((name) => name !== "id" && name !== "launchId" && name !== "revision" && name !== "head").sort();
}

describe.each(Object.entries(tables))("the digest and the columns of %s", (entity, table) => {
  // Object.entries of the record just above: its names.
  const name = entity as Table;
  test("are all said to be material or not", () => {
    expect(Object.keys(table).sort()).toEqual(columnsOf(`${name.charAt(0).toUpperCase()}${name.slice(1)}`));
  });
  test.each(Object.entries(table))("%s", (field, [verdict, row, value]) => {
    const next = signedOf(edited(name, field, row, value));
    expect(next.digest === signed.digest ? "not" : "material").toBe(verdict);
    expect(changedSince(signed.material, next.material).length > 0).toBe(verdict === "material");
  });
});
