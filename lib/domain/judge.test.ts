import { describe, expect, test } from "vitest";
import type { ReasonKind } from "./judgement";
import { itemReasonKinds, reasonKinds } from "./judgement";
import { judge, rules } from "./judge";
import type { LaunchState } from "./state";
import { condition, evidence, item, seat, section, signOff, start, stateOf, waiver } from "./testing/build";
import { sha256 } from "./testing/sha256";

const now = "2026-03-10T12:00:00.000Z";
const at = (state: LaunchState, moment = now) => judge(state, moment, () => "same");
const done = { work: "done" as const, workAt: "2026-03-01T10:00:00.000Z" };
const target = { metric: "p95", comparator: "<" as const, limit: 200, unit: "ms" };
const measured = (id: string, value: number, source: string, trueAt = "2026-03-05T10:00:00.000Z") =>
  evidence(id, "a", { kind: "measurement", value, unit: "ms", source, url: null, trueAt, addedAt: trueAt });
const held = { holderId: "hana", holderAt: "2026-02-01T00:00:00.000Z" };
const signed = (over: Parameters<typeof signOff>[2] = {}) => signOff("o", "q", { digest: "same", at: "2026-03-02T10:00:00.000Z", ...over });
const ready = item("a", done);

type Row = { kind: ReasonKind; state: LaunchState; since: string; who: string[]; detail?: string | null; subject?: string };

/** One row per kind of reason: the state that has exactly this reason, since when it held and who can clear it. */
const table: Row[] = [
  { kind: "contradicted", since: "2026-03-05T10:00:00.000Z", who: ["ann"],
    state: stateOf({ item: [item("a", { ...done, threshold: target, ownerId: "ann" })], evidence: [measured("e", 250, "load test")] }) },
  { kind: "blocked", since: "2026-03-04T10:00:00.000Z", who: ["max"], detail: "Waiting for keys",
    state: stateOf({ item: [item("a", { work: "blocked", workReason: "Waiting for keys", workAt: "2026-03-04T10:00:00.000Z" })] }) },
  { kind: "undecided", since: start, who: ["max"], state: stateOf({ item: [item("a", { applicability: "undecided", condition: "if needed" })] }) },
  { kind: "open", since: start, who: ["max"], detail: null, state: stateOf({ item: [item("a")] }) },
  { kind: "proof-stale", since: "2026-03-09T00:00:00.000Z", who: ["max"],
    state: stateOf({ item: [item("a", { ...done, hadProof: true })], evidence: [evidence("e", "a", { trueAt: "2026-03-01T15:00:00.000Z", validDays: 7 })] }) },
  { kind: "proof-missing", since: done.workAt, who: ["max"], state: stateOf({ item: [item("a", { ...done, proof: "required" })] }) },
  { kind: "waiver-too-short", since: "2026-02-20T00:00:00.000Z", who: ["max"],
    state: stateOf({ item: [item("a")], waiver: [waiver("w", "a", { endsAt: "2026-04-01T00:00:00.000Z", decidedAt: "2026-02-01T00:00:00.000Z" })] },
      { goLive: "2026-04-02T10:00", goLiveAt: "2026-02-20T00:00:00.000Z" }) },
  { kind: "seat-empty", since: start, who: ["max"], subject: "Role q", state: stateOf({ item: [ready], seat: [seat("q")] }) },
  { kind: "seat-no-go", since: "2026-03-02T10:00:00.000Z", who: ["hana"], detail: "Too risky",
    state: stateOf({ item: [ready], seat: [seat("q", held)], signOff: [signed({ position: "no-go", reason: "Too risky" })] }) },
  { kind: "seat-stale", since: "2026-03-05T10:00:00.000Z", who: ["hana"],
    state: stateOf({ item: [item("a", { ...done, workAt: "2026-03-05T10:00:00.000Z" })], seat: [seat("q", held)], signOff: [signed({ digest: "other", material: { items: {} } })] }) },
  { kind: "seat-unsigned", since: held.holderAt, who: ["hana"], state: stateOf({ item: [ready], seat: [seat("q", held)] }) },
  { kind: "seat-abstained", since: "2026-03-02T10:00:00.000Z", who: ["hana"], detail: "Not my field",
    state: stateOf({ item: [ready], seat: [seat("q", held)], signOff: [signed({ position: "abstain", reason: "Not my field" })] }) },
  { kind: "undecided-alternatives", since: start, who: ["max"], subject: "Item a / Item b",
    state: stateOf({ item: [item("a", { alternatives: "x" }), item("b", { alternatives: "x", position: 1 })] }) },
  { kind: "condition-missed", since: "2026-03-08T00:00:00.000Z", who: ["ann"], detail: "Role q",
    state: stateOf({ item: [ready], seat: [seat("q", held)], signOff: [signed({ position: "go-with-conditions", reason: "But" })],
      condition: [condition("c", "o", { deadline: "2026-03-08T00:00:00.000Z", ownerId: "ann" })] }) },
  { kind: "go-live-passed", since: "2026-03-09T10:00:00.000Z", who: ["max"],
    state: stateOf({ item: [ready] }, { goLive: "2026-03-09T10:00", goLiveAt: start }) },
  ...(["postponed", "rolled-back", "archived"] as const).map((phase): Row => ({ kind: phase, since: "2026-03-05T10:00:00.000Z", who: ["max"],
    state: stateOf({ item: [ready] }, { phase, phaseAt: "2026-03-05T10:00:00.000Z" }) })),
  { kind: "nothing-to-judge", since: start, who: ["max"], state: stateOf({ item: [item("a", { applicability: "not-applicable", applicabilityReason: "No" })] }) },
];

describe("every kind of reason", () => {
  test.each(table)("$kind stands alone in its state, with since, who and detail", ({ kind, state, since, who, detail, subject }) => {
    const { verdict, reasons } = at(state);
    expect(reasons.map((reason) => reason.kind)).toEqual([kind]);
    expect(verdict).toBe("no-go");
    expect(reasons[0]).toMatchObject({ since, who, ...(detail === undefined ? {} : { detail }), ...(subject === undefined ? {} : { subject }) });
  });

  test("has a row in the table", () => {
    expect(new Set(table.map(({ kind }) => kind))).toEqual(new Set(reasonKinds));
  });

  test("comes first in the order of the rules when several hold", () => {
    const all = item("a", { work: "blocked", workReason: "Why", applicability: "undecided", proof: "required", threshold: target });
    const disagreeing = [measured("e", 100, "x"), measured("f", 300, "y")];
    const kinds = (over: Partial<typeof all>, evidenceRows = disagreeing) => at(stateOf({ item: [{ ...all, ...over }], evidence: evidenceRows })).reasons[0]?.kind;
    expect(kinds({})).toBe("contradicted");
    expect(kinds({}, [])).toBe("blocked");
    expect(kinds({ work: "done", workReason: null }, [])).toBe("undecided");
    expect(kinds({ work: "todo", workReason: null, applicability: "applies" }, [])).toBe("open");
    expect(itemReasonKinds[0]).toBe("contradicted");
  });
});

describe("what counts", () => {
  test("advisory, not applicable, retired and later items and parents of tasks are not in m", () => {
    const { numbers } = at(stateOf({ item: [
      item("a", done), item("b", { required: false, work: "done" }), item("c", { applicability: "not-applicable", applicabilityReason: "No" }),
      item("d", { retiredAt: now }), item("e", { window: "launch-day" }), item("f", { window: "ongoing", work: "done" }),
      item("p", { work: "done" }), item("q", { parentId: "p", work: "done" }),
    ] }));
    expect(numbers.claimed).toEqual({ done: 2, of: 2, percent: 100 });
    expect(numbers).toMatchObject({ notApplicable: 1, advisory: { done: 1, of: 1 }, windows: { "launch-day": { done: 0, of: 1 }, ongoing: { done: 1, of: 1 } } });
  });

  test("a parent's work is its children's, and a tick that says otherwise is a finding", () => {
    const { items, findings } = at(stateOf({ item: [item("p", { work: "done" }), item("c", { parentId: "p", work: "done" }), item("d", { parentId: "p" })] }));
    expect(items.p?.work).toBe("in-progress");
    expect(findings).toEqual([{ kind: "parent-tick", itemId: "p", message: "Item p" }]);
  });

  test("not-applicable and a waiver on a parent cover its children", () => {
    const covered = at(stateOf({ item: [item("p", { applicability: "not-applicable", applicabilityReason: "No" }), item("c", { parentId: "p" }), item("d", { parentId: "c" }), item("z", done)] }));
    expect(covered.numbers.claimed.of).toBe(1);
    const waived = at(stateOf({ item: [item("p"), item("c", { parentId: "p" })], waiver: [waiver("w", "p")] }));
    expect([waived.verdict, waived.items.c?.band]).toEqual(["conditional-go", "waived"]);
  });

  test("each band holds the items that look like it, in the launch and in their section alone", () => {
    const { bands: whole, sections, numbers } = at(stateOf({
      section: [section("s1"), section("s2", { position: 1 })], evidence: [evidence("e", "v")], waiver: [waiver("w", "w")],
      item: [
        item("v", done), item("c", done), item("w"), item("u", { applicability: "undecided" }), item("p", { work: "in-progress" }), item("b", { work: "blocked" }), item("t"),
        item("too early", { ...done, window: "final-week" }), item("ub", { sectionId: "s2", applicability: "undecided", work: "blocked" }),
      ],
    }));
    expect(sections.map(({ bands: counts, inTheWay }) => [counts, inTheWay])).toEqual([
      [{ verified: 1, claimed: 1, waived: 1, undecided: 1, "in-progress": 1, blocked: 1, todo: 2 }, 5], [{ verified: 0, claimed: 0, waived: 0, undecided: 1, "in-progress": 0, blocked: 0, todo: 0 }, 1]]);
    expect(whole).toMatchObject({ undecided: 2, todo: 2 });
    expect(numbers).toMatchObject({ claimed: { done: 2, of: 9 }, verified: { done: 1, of: 9 }, waived: 1, undecided: 2, blocked: 1 });
  });

  test("not applicable are counted those that would count otherwise, and a choice is in the way of its own section alone", () => {
    const gone = { applicability: "not-applicable" as const, applicabilityReason: "No" };
    const { numbers, sections } = at(stateOf({ section: [section("s1"), section("s2", { position: 1 })], item: [
      item("a", gone), item("b", { ...gone, window: "final-week" }), item("c", { ...gone, required: false }), item("d", { ...gone, window: "ongoing" }), item("p", gone), item("q", { parentId: "p" }),
      item("x", { alternatives: "x", sectionId: "s2" }), item("y", { alternatives: "x", sectionId: "s2", position: 1 }),
    ] }));
    expect([numbers.notApplicable, sections.map(({ inTheWay }) => inTheWay)]).toEqual([3, [0, 1]]);
    expect(numbers).toMatchObject({ advisory: { of: 0 }, windows: { ongoing: { of: 0 } } });
  });

  test("199 of 200 is 99 percent", () => {
    const rows = Array.from({ length: 200 }, (_, index) => item(`i${index}`, index === 0 ? {} : done));
    expect(at(stateOf({ item: rows })).numbers.claimed).toEqual({ done: 199, of: 200, percent: 99 });
  });
});

test("rule versions that are not known are refused loudly, and version 1 is there", () => {
  expect(rules[1]).toBeTypeOf("function");
  expect(() => judge(stateOf({}, { rule: 99 }), now, sha256)).toThrow(RangeError);
});
