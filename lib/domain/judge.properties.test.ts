import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bands, reasonKinds } from "./judgement";
import { judge } from "./judge";
import type { Item, LaunchState } from "./state";
import { evidence } from "./testing/build";
import { clear } from "./testing/clear";
import { now, states } from "./testing/states";
import { reasonKey, whatIf } from "./what-if";

// Signatures held fixed (decision rules §6): no change of an item makes one stale here.
const fixed = () => "same";
const runs = { numRuns: Number(process.env.FUZZ_RUNS ?? 400) };
// The two that the rules promise in so many words are tried more often.
const manyRuns = { numRuns: Number(process.env.FUZZ_RUNS ?? 1200) };

describe("the judgement of any state", () => {
  test("clearing every reason yields go or conditional-go", () => {
    fc.assert(fc.property(states, (state) => {
      const before = judge(state, now, fixed);
      const cleared = before.reasons.reduce((next, reason) => clear(next, reason, before, now), state);
      const after = judge(cleared, now, fixed);
      expect(after.reasons).toEqual([]);
      expect(after.verdict).not.toBe("no-go");
    }), manyRuns);
  });

  test("clearing all reasons but one, whichever it is, never lifts the no-go", () => {
    fc.assert(fc.property(states, (state) => {
      const before = judge(state, now, fixed);
      for (const kept of before.reasons) {
        const cleared = before.reasons.filter((reason) => reason !== kept).reduce((next, reason) => clear(next, reason, before, now), state);
        expect(judge(cleared, now, fixed).verdict, `without clearing ${kept.kind} ${kept.subjectId}`).toBe("no-go");
      }
    }), manyRuns);
  });

  test("is no-go exactly while a reason stands, and conditional exactly while something is let through", () => {
    fc.assert(fc.property(states, (state) => {
      const { verdict, reasons, numbers, conditions } = judge(state, now, fixed);
      expect(verdict === "no-go").toBe(reasons.length > 0);
      if (verdict === "go") expect(numbers.waived).toBe(0);
      if (verdict === "conditional-go") expect(numbers.waived + conditions.filter(({ state: at }) => at === "open").length).toBeGreaterThan(0);
    }), runs);
  });

  test("puts each counting item in one band, and the sections add up to the launch", () => {
    fc.assert(fc.property(states, (state) => {
      const { bands: whole, numbers, sections, items } = judge(state, now, fixed);
      const counting = Object.values(items).filter(({ counts }) => counts);
      expect(bands.reduce((sum, band) => sum + whole[band], 0)).toBe(counting.length);
      expect(numbers.claimed.of).toBe(counting.length);
      for (const band of bands) expect(sections.reduce((sum, section) => sum + section.bands[band], 0)).toBe(whole[band]);
      expect(numbers.verified.done).toBeLessThanOrEqual(numbers.claimed.done);
    }), runs);
  });

  test("reads 100 percent claimed only when every counting item is done and none is waived or undecided", () => {
    fc.assert(fc.property(states, (state) => {
      const { numbers, items } = judge(state, now, fixed);
      const open = Object.values(items).filter(({ counts, claimed }) => counts && !claimed).length;
      expect(numbers.claimed.percent === 100).toBe(open === 0 && numbers.claimed.of > 0);
    }), runs);
  });

  test("never counts a waived item as done, anywhere", () => {
    fc.assert(fc.property(states, (state) => {
      for (const judged of Object.values(judge(state, now, fixed).items)) {
        if (judged.band === "waived") expect([judged.claimed, judged.verified]).toEqual([false, false]);
      }
    }), runs);
  });

  test("stays the same until the moment it names, however close to it", () => {
    fc.assert(fc.property(states, fc.double({ min: 0, max: 1, noNaN: true }), (state, part) => {
      const { at: _at, ...first } = judge(state, now, fixed);
      if (first.validUntil === null) return;
      const span = Date.parse(first.validUntil) - Date.parse(now) - 1;
      for (const later of [Math.floor(span * part), span]) {
        const { at: _later, ...second } = judge(state, new Date(Date.parse(now) + later).toISOString(), fixed);
        expect(second).toEqual(first);
      }
    }), runs);
  });

  test("names only reasons that began in the past and somebody who can clear each", () => {
    fc.assert(fc.property(states, (state) => {
      for (const reason of judge(state, now, fixed).reasons) {
        expect(reason.since <= now).toBe(true);
        expect(reason.who.length).toBeGreaterThan(0);
      }
    }), runs);
  });

  test("is the same whatever the order of rows and keys", () => {
    fc.assert(fc.property(states, (state) => {
      const turned = Object.fromEntries(Object.entries(state).reverse().map(([entity, rows]: [string, unknown]) =>
        [entity, typeof rows === "object" && rows !== null ? Object.fromEntries(Object.entries(rows).reverse()) : rows]));
      // The same entities with the same rows, in another order.
      expect(judge(turned as unknown as typeof state, now, (text) => text)).toEqual(judge(state, now, (text) => text));
    }), runs);
  });
});

describe("what if", () => {
  test("gives the verdict while nothing is ticked, and no no-go once all is", () => {
    fc.assert(fc.property(states, (state) => {
      const judgement = judge(state, now, fixed);
      expect(whatIf(state, judgement, new Set()).verdict).toBe(judgement.verdict);
      expect(whatIf(state, judgement, new Set(judgement.reasons.map(reasonKey)))).toMatchObject({ verdict: judgement.verdict === "go" ? "go" : expect.stringMatching(/^(conditional-)?go$/), remaining: [] });
    }), runs);
  });
});

/** What makes a launch worse, each by itself; `null` where there is nothing of the kind. Items are not among alternatives: reopening one may make room for another. */
const worsenings: Record<string, (state: LaunchState, item: Item) => Partial<LaunchState> | null> = {
  reopening: (state, item) => ({ item: { ...state.item, [item.id]: { ...item, work: "todo" } } }),
  blocking: (state, item) => ({ item: { ...state.item, [item.id]: { ...item, work: "blocked" } } }),
  undeciding: (state, item) => (item.applicability === "not-applicable" ? null : { item: { ...state.item, [item.id]: { ...item, applicability: "undecided" } } }),
  "making required": (state, item) => ({ item: { ...state.item, [item.id]: { ...item, required: true } } }),
  "taking its proof away": (state, item) => ({
    item: { ...state.item, [item.id]: { ...item, hadProof: true } },
    evidence: Object.fromEntries(Object.values(state.evidence).map((one) => [one.id, one.itemId === item.id && one.outcome !== "fail" && one.kind !== "measurement" ? { ...one, withdrawnAt: now } : one])),
  }),
  "measuring a failure": (state, item) => ({ evidence: { ...state.evidence, failed: evidence("failed", item.id, { kind: "check", outcome: "fail", source: "new", trueAt: now, addedAt: now }) } }),
  "ending its waivers": (state, item) => ({ waiver: Object.fromEntries(Object.values(state.waiver).map((one) => [one.id, one.itemId === item.id ? { ...one, state: "ended" as const } : one])) }),
  "withdrawing a go": (state) => ({ signOff: Object.fromEntries(Object.values(state.signOff).map((one) => [one.id, one.position === "go" ? { ...one, withdrawnAt: now } : one])) }),
  "emptying a seat": (state) => {
    const [seat] = Object.values(state.seat);
    // One that set conditions takes them along.
    return seat === undefined || Object.values(state.signOff).some((one) => one.seatId === seat.id && one.position === "go-with-conditions") ? null
      : { seat: { ...state.seat, [seat.id]: { ...seat, holderId: null } } };
  },
  "putting it off": (state) => ({ launch: { ...state.launch, phase: "postponed" } }),
};

describe("the verdict", () => {
  const rank = { go: 0, "conditional-go": 1, "no-go": 2 };
  test.each(Object.keys(worsenings))("gets no better by %s, from a launch that may go", (how) => {
    let worse = 0;
    fc.assert(fc.property(states, fc.nat(), (state, which) => {
      const first = judge(state, now, fixed);
      const ready = first.reasons.reduce((next, reason) => clear(next, reason, first, now), state);
      const items = Object.values(ready.item).filter((item) => item.retiredAt === null && ![item, ...ancestors(ready, item)].some(({ alternatives }) => alternatives !== null));
      const item = items[which % Math.max(1, items.length)];
      const changed = item === undefined ? null : worsenings[how]?.(ready, item) ?? null;
      if (changed === null) return;
      const [before, after] = [judge(ready, now, fixed), judge({ ...ready, ...changed }, now, fixed)];
      expect(rank[after.verdict]).toBeGreaterThanOrEqual(rank[before.verdict]);
      if (rank[after.verdict] > rank[before.verdict]) worse += 1;
    }), runs);
    // Or the property would hold of a rule that never says no.
    expect(worse).toBeGreaterThan(0);
  });
});

function ancestors(state: LaunchState, item: Item): Item[] {
  const parent = item.parentId === null ? undefined : state.item[item.parentId];
  return parent === undefined ? [] : [parent, ...ancestors(state, parent)];
}

test("the states that are tried have every kind of reason, every band and every verdict among them", () => {
  const seen = new Set<string>();
  for (const state of fc.sample(states, 2000)) {
    const { reasons, verdict, bands: counts, items } = judge(state, now, fixed);
    for (const { kind } of reasons) seen.add(kind);
    for (const band of bands) if (counts[band] > 0) seen.add(band);
    const parents = new Set(Object.values(state.item).map(({ parentId }) => parentId));
    if (reasons.some(({ subjectType, subjectId }) => subjectType === "alternatives"
      && Object.values(state.item).some(({ id, alternatives }) => parents.has(id) && alternatives === state.item[subjectId]?.alternatives))) seen.add("a choice over nested items");
    if (Object.values(items).some(({ applicability, id }) => applicability === "not-applicable" && state.item[id]?.applicability === "applies")) seen.add("satisfied or covered");
    seen.add(verdict);
  }
  expect([...reasonKinds, ...bands, "go", "conditional-go", "no-go", "a choice over nested items", "satisfied or covered"].filter((one) => !seen.has(one))).toEqual([]);
});
