import { expect, test } from "vitest";
import { judge } from "./judge";
import type { LaunchState } from "./state";
import { condition, evidence, fact, item, seat, section, signOff, start, stateOf, waiver } from "./testing/build";

const now = "2026-03-10T12:00:00.000Z";
const [one, two, three] = ["2026-03-01T10:00:00.000Z", "2026-03-03T10:00:00.000Z", "2026-03-06T10:00:00.000Z"] as const;
const done = { work: "done" as const, workAt: one };
const check = (id: string, over: object) => evidence(id, "a", { kind: "check", outcome: "fail", trueAt: one, addedAt: two, ...over });
const held = { holderId: "hana", holderAt: "2026-02-01T00:00:00.000Z" };
const stale = (changed: string, more: Partial<Parameters<typeof stateOf>[0]>, over: Parameters<typeof stateOf>[1] = {}): LaunchState => stateOf({
  item: [item("a", done)], seat: [seat("q", held)],
  signOff: [signOff("o", "q", { at: one, digest: "other", material: changed === "goLive" ? { goLive: "2020-01-01T00:00:00.000Z", items: {}, facts: {} } : { goLive: null, items: {}, facts: {} } })], ...more,
}, over);

/** Since when, by the moments that rows carry: the state, the kind, and when it began to hold (decision rules §6). */
const table: [string, LaunchState, string, string][] = [
  ["contradicted since the first of the failures that stand", stateOf({ item: [item("a", done)], evidence: [check("e", {}), check("f", { source: "y", addedAt: three })] }), "contradicted", two],
  ["contradicted since the tick, where that came later", stateOf({ item: [item("a", { ...done, workAt: three })], evidence: [check("e", {})] }), "contradicted", three],
  ["contradicted between sources, whatever the work's date", stateOf({ item: [item("a", { workAt: three })], evidence: [check("e", {}), check("f", { source: "y", outcome: "pass" })] }), "contradicted", two],
  ["open since it was made required", stateOf({ item: [item("a", { requiredAt: three })] }), "open", three],
  ["open since it was decided to apply", stateOf({ item: [item("a", { applicabilityAt: two })] }), "open", two],
  ["open since its last waiver ended", stateOf({ item: [item("a")], waiver: [waiver("v", "a", { endsAt: two }), waiver("w", "a", { endsAt: three }), waiver("x", "a", { endsAt: one })] }), "open", three],
  ["open since it was put in progress", stateOf({ item: [item("a", { work: "in-progress", workAt: two })] }), "open", two],
  ["open in the final week since it was put in progress", stateOf({ item: [item("a", { work: "in-progress", workAt: two, window: "final-week" })] }), "open", two],
  ["missing since the proof it shared was withdrawn", stateOf({ item: [item("a", { ...done, hadProof: true, link: "l" }), item("b", { link: "l" })], evidence: [evidence("e", "b", { withdrawnAt: three })] }), "proof-missing", three],
  ["unsigned since its own signature was withdrawn, not another's", stateOf({ item: [item("a", done)], seat: [seat("q", held), seat("r", held)],
    signOff: [signOff("o", "q", { at: one, withdrawnAt: two }), signOff("p", "r", { at: one, digest: "same", withdrawnAt: null }), signOff("s", "r", { at: start, withdrawnAt: three })] }), "seat-unsigned", two],
  ["a signature stale since the first of several changes", stale("a", { evidence: [evidence("e", "a", { addedAt: three }), evidence("f", "a", { addedAt: two }), evidence("g", "a", { addedAt: start })] }), "seat-stale", two],
  ["undecided since that was said", stateOf({ item: [item("a", { applicability: "undecided", applicabilityAt: two })] }), "undecided", two],
  ["stale on launch day since the proof was added, after the date was set", stateOf({ item: [item("a", { ...done, hadProof: true })], evidence: [evidence("e", "a", { trueAt: now, addedAt: three, validDays: 2 })] }, { goLive: "2026-03-20T10:00", goLiveAt: two }), "proof-stale", three],
  ["stale since the last of its proofs ran out", stateOf({ item: [item("a", { ...done, hadProof: true })], evidence: [evidence("e", "a", { trueAt: one, validDays: 1 }), evidence("f", "a", { trueAt: two, validDays: 1 })] }), "proof-stale", "2026-03-05T00:00:00.000Z"],
  ["missing since the last proof was withdrawn", stateOf({ item: [item("a", { ...done, hadProof: true })], evidence: [evidence("e", "a", { withdrawnAt: three }), evidence("f", "a", { withdrawnAt: two })] }), "proof-missing", three],
  ["too early since the date was moved", stateOf({ item: [item("a", { ...done, window: "final-week" })] }, { goLive: "2026-03-20T10:00", goLiveAt: two }), "open", two],
  ["too early without a date, a week after it was true", stateOf({ item: [item("a", { ...done, window: "final-week" })] }), "open", "2026-03-08T10:00:00.000Z"],
  ["waived too shortly since it was approved, after the date was set", stateOf({ item: [item("a")], waiver: [waiver("w", "a", { endsAt: "2026-03-15T00:00:00.000Z", decidedAt: three })] }, { goLive: "2026-03-20T10:00", goLiveAt: two }), "waiver-too-short", three],
  ["a choice since its fact was taken back", stateOf({ item: [item("a", { alternatives: "x", factId: "f" }), item("b", { alternatives: "x", position: 1 })], fact: [fact("f", { answeredAt: two })] }), "undecided-alternatives", two],
  ["a date that passed, since that date", stateOf({ item: [item("a", done)] }, { goLive: "2026-03-10T12:00", goLiveAt: start }), "go-live-passed", now],
  ["a signature stale since proof was added", stale("a", { evidence: [evidence("e", "a", { addedAt: two }), evidence("f", "a", { addedAt: three })] }), "seat-stale", two],
  ["a signature stale since proof was withdrawn", stale("a", { evidence: [evidence("e", "a", { addedAt: start, withdrawnAt: three })] }), "seat-stale", three],
  ["a signature stale since a waiver was approved", stale("a", { waiver: [waiver("w", "a", { decidedAt: two })] }), "seat-stale", two],
  ["a signature stale since the date was moved", stale("goLive", {}, { goLiveAt: three }), "seat-stale", three],
  ["a signature stale, where no row tells, since it was made", stale("a", {}), "seat-stale", one],
];

test.each(table)("%s", (_name, state, kind, since) => {
  const found = judge(state, now, () => "same").reasons.find((reason) => reason.kind === kind);
  expect(found?.since).toBe(since);
});

test("a reason lies with its owner, else the holders of its section's seats, else the managers; a condition's with the seat that set it", () => {
  const who = (state: LaunchState, kind: string) => judge(state, now, () => "same").reasons.find((reason) => reason.kind === kind)?.who;
  expect(who(stateOf({ item: [item("a", { ownerId: "ann" })], seat: [seat("q", held)] }), "open")).toEqual(["ann"]);
  expect(who(stateOf({ item: [item("a")], seat: [seat("q", held)] }), "open")).toEqual(["hana"]);
  expect(who(stateOf({ section: [section("s1"), section("s2")], item: [item("a")], seat: [seat("q", { ...held, sections: ["s2"] })] }), "open")).toEqual(["max"]);
  expect(who(stateOf({ item: [item("a")], seat: [seat("q", { sections: ["s1"] }), seat("r", { ...held, retiredAt: now })] }), "open")).toEqual(["max"]);
  const missed = (ownerId: string | null) => stateOf({ item: [item("a", done)], seat: [seat("q", held)], signOff: [signOff("o", "q", { digest: "same", at: one, position: "go-with-conditions" })], condition: [condition("c", "o", { deadline: now, ownerId })] });
  expect([who(missed("ann"), "condition-missed"), who(missed(null), "condition-missed")]).toEqual([["ann"], ["hana"]]);
});
