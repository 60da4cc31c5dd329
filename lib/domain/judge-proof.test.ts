import { describe, expect, test } from "vitest";
import { daysOfCadence } from "./cadence";
import { judge } from "./judge";
import type { Evidence, Item, LaunchState } from "./state";
import { evidence, item, stateOf, waiver } from "./testing/build";

const now = "2026-03-10T12:00:00.000Z";
const at = (state: LaunchState, moment = now) => judge(state, moment, () => "same");
const done = { work: "done" as const, workAt: "2026-03-01T10:00:00.000Z" };
const target = { metric: "p95", comparator: "<" as const, limit: 200, unit: "ms" };
const measured = (id: string, value: number, source: string, trueAt = "2026-03-05T10:00:00.000Z") =>
  evidence(id, "a", { kind: "measurement", value, unit: "ms", source, url: null, trueAt, addedAt: trueAt });

describe("evidence", () => {
  const proved = (trueAt: string, validDays: number) => stateOf({ item: [item("a", { ...done, hadProof: true })], evidence: [evidence("e", "a", { trueAt, validDays })] });

  test("holds through the day true-at + N in the launch's zone, and no longer", () => {
    const state = { ...proved("2026-03-01T23:30:00.000Z", 7), launch: { ...proved("2026-03-01T23:30:00.000Z", 7).launch, zone: "Europe/Madrid" } };
    // In Madrid that was 00:30 on 2 March, so it holds through 9 March there.
    expect(at(state, "2026-03-09T22:59:59.999Z").numbers.verified.done).toBe(1);
    expect(at(state, "2026-03-09T23:00:00.000Z").reasons[0]?.kind).toBe("proof-stale");
    expect(at(state, "2026-03-05T00:00:00.000Z").validUntil).toBe("2026-03-09T23:00:00.000Z");
  });

  test("valid today and stale on launch day is a reason today", () => {
    const state = proved("2026-03-09T10:00:00.000Z", 7);
    expect(at(state).verdict).toBe("go");
    const dated = at({ ...state, launch: { ...state.launch, goLive: "2026-03-20T10:00", goLiveAt: "2026-03-10T08:00:00.000Z" } });
    expect(dated.reasons[0]).toMatchObject({ kind: "proof-stale", since: "2026-03-10T08:00:00.000Z" });
    expect(dated.items.a).toMatchObject({ standingNow: "valid", standingAtGoLive: "stale", verified: false, claimed: true });
  });

  test("a strict limit is failed by equality", () => {
    const state = (value: number) => stateOf({ item: [item("a", { ...done, threshold: target })], evidence: [measured("e", value, "x")] });
    expect(at(state(199.9)).verdict).toBe("go");
    expect(at(state(200)).reasons[0]?.kind).toBe("contradicted");
  });

  test("the newest measurement of a source supersedes its older ones, another source's does not", () => {
    const rows = (source: string) => stateOf({ item: [item("a", { ...done, threshold: target })], evidence: [measured("e", 300, "x", "2026-03-01T10:00:00.000Z"), measured("f", 100, source)] });
    expect(at(rows("x")).verdict).toBe("go");
    expect(at(rows("y")).reasons[0]?.kind).toBe("contradicted");
  });

  test("a measurement older than its validity is unknown", () => {
    const state = stateOf({ item: [item("a", { ...done, threshold: target, validDays: 3 })], evidence: [measured("e", 100, "x", "2026-03-01T10:00:00.000Z")] });
    expect(at(state).items.a?.measured?.outcome).toBe("unknown");
    expect(at(state).reasons[0]?.kind).toBe("proof-stale");
  });

  test.each<[string, Partial<Evidence>, Partial<Item>, string | null]>([
    ["in the limit's unit", {}, {}, null],
    ["without a unit, which is the limit's", { unit: null }, {}, null],
    ["in another unit", { unit: "s" }, {}, "proof-missing"],
    ["in another unit, with a result of its own", { unit: "s", outcome: "pass" }, {}, null],
    ["in another unit, where no limit is set", { unit: "s" }, { threshold: { ...target, limit: null }, hadProof: true }, null],
    ["of an item without a target", {}, { threshold: null, hadProof: true }, null],
  ])("a value proves a target it can be held against: %s", (_name, over, own, kind) => {
    const judged = at(stateOf({ item: [item("a", { ...done, threshold: target, ...own })], evidence: [{ ...measured("e", 100, "x"), ...over }] }));
    expect([judged.reasons[0]?.kind ?? null, judged.items.a?.verified]).toEqual([kind, kind === null]);
  });

  test("that an item needs no proof, said without a reason, ends with its first proof; with a reason it stays", () => {
    const optional = (over: Partial<Item>) => at(stateOf({ item: [item("a", { ...done, proof: "optional", ...over })] })).items.a?.proofRequired;
    expect([optional({}), optional({ hadProof: true }), optional({ hadProof: true, proofReason: "Seen by all" }), optional({ cadence: "daily" })]).toEqual([false, true, false, false]);
  });

  test("a failure that is too old to count contradicts nothing, from the very moment on at which it is", () => {
    const state = stateOf({ item: [item("a", { ...done, threshold: target, validDays: 3 })], evidence: [measured("e", 300, "x", "2026-03-06T10:00:00.000Z")] });
    const told = (moment: string) => { const judged = at(state, moment); return [judged.reasons[0]?.kind, judged.items.a?.measured?.outcome]; };
    expect([told("2026-03-09T23:59:59.999Z"), told("2026-03-10T00:00:00.000Z")]).toEqual([["contradicted", "fail"], ["proof-missing", "unknown"]]);
  });

  test("a failure beside a link contradicts work that is done, and no work that is open", () => {
    const rows = [evidence("e", "a"), evidence("f", "a", { kind: "check", outcome: "fail" })];
    expect([done, {}].map((work) => at(stateOf({ item: [item("a", work)], evidence: rows })).reasons[0]?.kind)).toEqual(["contradicted", "open"]);
  });

  test("what is due is overdue from the end of its day in the launch's zone, unless it is done or out", () => {
    const due = (over: Partial<Item>, moment: string) => at(stateOf({ item: [item("a", { due: "2026-03-10", ...over })] }, { zone: "Europe/Madrid" }), moment).items.a?.overdue;
    const ended = "2026-03-10T23:00:00.000Z";
    expect([due({}, "2026-03-10T22:59:59.999Z"), due({}, ended), due(done, ended), due({ applicability: "not-applicable", applicabilityReason: "No" }, ended)]).toEqual([false, true, false, false]);
  });

  test("a daily item's proof lasts a day by its own words, and is required", () => {
    const daily = item("a", { ...done, cadence: "daily" });
    expect(at(stateOf({ item: [daily] })).reasons[0]?.kind).toBe("proof-missing");
    const state = stateOf({ item: [daily], evidence: [evidence("e", "a", { trueAt: "2026-03-09T01:00:00.000Z" })] });
    expect(at(state).verdict).toBe("go");
    expect(at(state, "2026-03-11T00:00:00.000Z").reasons[0]?.kind).toBe("proof-stale");
  });

  test("withdrawing a proof leaves a reason where there was one", () => {
    const stale = proved("2026-03-01T10:00:00.000Z", 3);
    const withdrawn = { ...stale, evidence: { e: evidence("e", "a", { withdrawnAt: "2026-03-09T10:00:00.000Z" }) } };
    expect(at(stale).reasons[0]?.kind).toBe("proof-stale");
    expect(at(withdrawn).reasons[0]).toMatchObject({ kind: "proof-missing", since: "2026-03-09T10:00:00.000Z" });
  });

  test("linked items share proof, each counts, and ticks that differ are a finding", () => {
    const { numbers, findings } = at(stateOf({ item: [item("a", { ...done, link: "l" }), item("b", { link: "l" })], evidence: [evidence("e", "b")] }));
    expect(numbers.verified).toMatchObject({ done: 1, of: 2 });
    expect(findings).toEqual([{ kind: "linked-disagree", itemId: "b", message: "Item b" }]);
  });
});

describe("waivers", () => {
  const waived = stateOf({ item: [item("a")], waiver: [waiver("w", "a", { endsAt: "2026-03-15T12:00:00.000Z" })] });

  test("make the verdict conditional, never the item done", () => {
    expect(at(waived)).toMatchObject({ verdict: "conditional-go", numbers: { waived: 1, claimed: { done: 0, of: 1 } } });
  });

  test("give the item back to the millisecond, since their end", () => {
    expect(at(waived).validUntil).toBe("2026-03-15T12:00:00.000Z");
    expect(at(waived, "2026-03-15T11:59:59.999Z").verdict).toBe("conditional-go");
    expect(at(waived, "2026-03-15T12:00:00.000Z").reasons[0]).toMatchObject({ kind: "open", since: "2026-03-15T12:00:00.000Z" });
  });

  test("of a parent do not cover what is never to be waived, wherever it was moved to", () => {
    const tree = (neverWaive: boolean) => stateOf({ item: [item("p"), item("c", { parentId: "p" }), item("d", { parentId: "c", neverWaive })], waiver: [waiver("w", "p")] });
    expect(at(tree(false))).toMatchObject({ verdict: "conditional-go", items: { d: { band: "waived" } } });
    expect(at(tree(true))).toMatchObject({ verdict: "no-go", items: { d: { band: "todo", reason: "open" } } });
    const own = { ...tree(true), waiver: { w: waiver("w", "d") } };
    expect(at(own).verdict).toBe("conditional-go");
  });

  test("that are only asked for change nothing", () => {
    expect(at(stateOf({ item: [item("a")], waiver: [waiver("w", "a", { state: "requested" })] })).verdict).toBe("no-go");
  });

  test("of several the one in force that lasts longest is told, then one asked for, then one that ran out, then a refusal", () => {
    const [past, soon, late] = ["2026-03-01T00:00:00.000Z", "2026-03-15T00:00:00.000Z", "2026-04-15T00:00:00.000Z"];
    const rows = [waiver("refused", "a", { state: "refused" }), waiver("ran out", "a", { endsAt: past }), waiver("asked", "a", { state: "requested" }), waiver("short", "a", { endsAt: soon }), waiver("long", "a", { endsAt: late }), waiver("ended", "a", { state: "ended" })];
    const told = (from: typeof rows) => at(stateOf({ item: [item("a")], waiver: from })).items.a?.waiver?.id ?? null;
    for (const order of [rows, rows.toReversed()]) {
      const without = (...ids: string[]) => told(order.filter(({ id }) => !ids.includes(id)));
      expect([told(order), without("long"), without("long", "short"), without("long", "short", "asked"), without("long", "short", "asked", "ran out"), without(...rows.map(({ id }) => id).filter((id) => id !== "ended"))])
        .toEqual(["long", "short", "asked", "ran out", "refused", null]);
      expect(at(stateOf({ item: [item("a")], waiver: order })).waivers.map(({ id }) => id)).toEqual(["ran out", "short", "long", "asked", "refused"]);
    }
  });

  test("of an item that has nothing to waive leave it done and the verdict go", () => {
    expect(at(stateOf({ item: [item("a", done)], waiver: [waiver("w", "a")] }))).toMatchObject({ verdict: "go", numbers: { waived: 0, claimed: { done: 1 } } });
  });
});

test("a cadence lasts as long as its word says, however it is written; a word that is none lasts no time of its own", () => {
  expect(["hourly", "daily", " Nightly ", "WEEKLY", "monthly", "quarterly", "semi-annual", "annual", "yearly"].map(daysOfCadence)).toEqual([0, 1, 1, 7, 31, 92, 183, 365, 365]);
  expect([null, "", "now and then", "constructor", "__proto__"].map(daysOfCadence)).toEqual([null, null, null, null, null]);
});
