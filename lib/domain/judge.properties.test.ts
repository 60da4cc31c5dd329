import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bands } from "./judgement";
import { judge } from "./judge";
import { clear } from "./testing/clear";
import { now, states } from "./testing/states";

// Signatures held fixed (decision rules §6): no change of an item makes one stale here.
const fixed = () => "same";
const runs = { numRuns: 400 };
// The two that the rules promise in so many words are tried more often.
const manyRuns = { numRuns: 1200 };

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

describe("the verdict", () => {
  test("gets no better by reopening, blocking or undeciding an item, nor by taking a proof away", () => {
    const worse = { go: 0, "conditional-go": 1, "no-go": 2 };
    fc.assert(fc.property(states, fc.constantFrom("todo", "blocked", "undecided", "proof"), fc.nat(), (state, how, which) => {
      const ids = Object.keys(state.item);
      const item = state.item[ids[which % Math.max(1, ids.length)] ?? ""];
      // Alternatives aside: reopening one may make room for another.
      if (item === undefined || item.applicability === "not-applicable" || item.alternatives !== null) return;
      const changed = how === "proof" ? { ...item, hadProof: true }
        : how === "undecided" ? { ...item, applicability: "undecided" as const }
          : { ...item, work: how === "todo" ? "todo" as const : "blocked" as const };
      const proofs = Object.values(state.evidence).filter(({ itemId, kind, withdrawnAt }) => itemId === item.id && withdrawnAt === null && kind !== "measurement" && kind !== "check");
      const next = {
        ...state, item: { ...state.item, [item.id]: changed },
        evidence: how !== "proof" ? state.evidence : { ...state.evidence, ...Object.fromEntries(proofs.map((one) => [one.id, { ...one, withdrawnAt: now }])) },
      };
      const contradicted = judge(state, now, fixed).items[item.id]?.standingNow === "contradicted";
      if (how !== "proof" && contradicted) return;
      expect(worse[judge(next, now, fixed).verdict]).toBeGreaterThanOrEqual(worse[judge(state, now, fixed).verdict]);
    }), runs);
  });
});
