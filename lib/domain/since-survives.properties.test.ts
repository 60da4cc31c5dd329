import fc from "fast-check";
import { expect, test } from "vitest";
import { applyChanges } from "./changes";
import { judge } from "./judge";
import { judgeApplicability, judgeAnswerFact } from "./judge-applicability";
import { judgeAddEvidence, judgeWithdrawEvidence } from "./judge-evidence";
import { judgeSectionProof, judgeSetProof, judgeSetRequired } from "./judge-required";
import { judgeSettings } from "./judge-settings";
import { judgeDecideWaiver, judgeEndWaiver } from "./judge-waiver";
import { judgeSetWork } from "./judge-work";
import { keepMoments } from "./keep-moments";
import type { Reason } from "./judgement";
import type { Outcome } from "./refusal";
import type { LaunchState } from "./state";
import { applicabilities, works } from "./state";
import { now, states } from "./testing/states";
import { reasonKey } from "./what-if";

const fixed = () => "same";
const max = { id: "max", admin: true, role: "manager" as const };
const minutes = (n: number) => new Date(Date.parse(now) + n * 60_000).toISOString();

type Act = (state: LaunchState, at: string, newId: () => string) => Outcome | null;
const pick = <T>(rows: Readonly<Record<string, T>>, which: number): T | undefined => Object.values(rows)[which % Math.max(1, Object.keys(rows).length)];
const onItem = (which: number) => (state: LaunchState) => {
  const item = pick(state.item, which);
  return item === undefined ? null : { itemId: item.id, version: item.version, item };
};

/** One act of a person, on whatever the state has. */
const acts: fc.Arbitrary<{ told: string; act: Act }> = fc.nat(1000).chain((which) => fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...works).map((work) => ({ told: `work ${which} ${work}`, act: (state: LaunchState, at: string) => { const of = onItem(which)(state); return of && judgeSetWork(state, max, { ...of, work, reason: "Waiting" }, at); } })) },
  { weight: 2, arbitrary: fc.constantFrom(...applicabilities).map((applicability) => ({ told: `${applicability} ${which}`, act: (state: LaunchState, at: string) => { const of = onItem(which)(state); return of && judgeApplicability(state, max, { ...of, applicability, reason: "So" }, at); } })) },
  fc.boolean().map((required) => ({ told: `required ${which} ${required}`, act: (state: LaunchState, at: string) => { const of = onItem(which)(state); return of && judgeSetRequired(state, max, { ...of, required, reason: "So" }, at); } })),
  fc.constantFrom("required" as const, "optional" as const, null).map((proof) => ({ told: `proof ${which} ${proof}`, act: (state: LaunchState) => { const of = onItem(which)(state); return of && judgeSetProof(state, max, { ...of, proof, validDays: of.item.validDays, reason: "So" }); } })),
  fc.record({ kind: fc.constantFrom("note" as const, "check" as const), outcome: fc.constantFrom("pass" as const, "fail" as const), source: fc.constantFrom("x", "y") }).map((over) => ({
    told: `proof ${which} ${JSON.stringify(over)}`, act: (state: LaunchState, at: string, newId: () => string) => { const of = onItem(which)(state); return of && judgeAddEvidence(state, max, { itemId: of.itemId, title: "Seen", url: null, fileHash: null, value: null, unit: null, trueAt: null, validDays: null, ...over }, at, newId); } })),
  fc.constant({ told: `withdraw ${which}`, act: (state: LaunchState, at: string) => { const one = pick(state.evidence, which); return one === undefined ? null : judgeWithdrawEvidence(state, max, { evidenceId: one.id, reason: "So", version: one.version }, at); } }),
  fc.boolean().map((approve) => ({ told: `waiver ${which} ${approve}`, act: (state: LaunchState, at: string) => { const one = pick(state.waiver, which); return one === undefined ? null : approve ? judgeDecideWaiver(state, max, { waiverId: one.id, approve, reason: null, version: one.version }, at) : judgeEndWaiver(state, max, { waiverId: one.id, version: one.version }, at); } })),
  fc.constantFrom("2026-03-12T09:00", "2026-03-20T09:00", "2026-03-28T09:00", null).map((goLive) => ({ told: `date ${goLive}`, act: (state: LaunchState, at: string) => judgeSettings(state, max, { version: state.launch.version, set: { goLive } }, at) })),
  fc.constantFrom("required" as const, "optional" as const, null).map((proof) => ({ told: `section ${which} ${proof}`, act: (state: LaunchState) => { const one = pick(state.section, which); return one === undefined ? null : judgeSectionProof(state, max, { sectionId: one.id, proof, validDays: one.validDays, version: one.version }); } })),
  fc.constantFrom(true, false, null).map((answer) => ({ told: `fact ${which} ${answer}`, act: (state: LaunchState, at: string) => { const one = pick(state.fact, which); return one === undefined ? null : judgeAnswerFact(state, max, { factId: one.id, answer, version: one.version }, at); } })),
));

/**
 * Told otherwise: a signature here is held stale by hand; what is left to judge may have gone in several ways in a random state; what was done
 * and failing, and is open again, does not tell since when it was done.
 */
const asked = ({ kind }: Reason, told: string) => kind !== "seat-stale" && kind !== "nothing-to-judge" && !(kind === "contradicted" && told.startsWith("work"));

/** Of a choice its members too: rows do not tell since when the others were open beside one that was taken out. */
const nameOf = (reason: Reason): string => `${reason.kind} ${reasonKey(reason)} ${reason.subject}`;

test("no act of a person begins a reason anew that it does not end", () => {
  fc.assert(fc.property(states, fc.array(acts, { minLength: 1, maxLength: 6 }), (first, all) => {
    let state = first;
    let ids = 0;
    const story: string[] = [];
    for (const [index, { told, act }] of all.entries()) {
      const at = minutes(index + 1);
      const outcome = act(state, at, () => `new ${(ids += 1)}`);
      if (outcome === null || !outcome.allowed || outcome.changes.length === 0) continue;
      story.push(told);
      const next = applyChanges(state, keepMoments(state, outcome.changes, at), state.revision + 1);
      const before = new Map(judge(state, at, fixed).reasons.map((reason) => [nameOf(reason), reason.since]));
      for (const reason of judge(next, at, fixed).reasons) {
        const since = before.get(nameOf(reason));
        if (since !== undefined && asked(reason, told)) expect(reason.since, `${reason.kind} ${reason.subjectId} (${reason.detail}) after ${story.join(", ")}`).toBe(since);
      }
      state = next;
    }
  }), { numRuns: Number(process.env.FUZZ_RUNS ?? 1500) });
});
