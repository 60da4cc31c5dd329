import { expect, test } from "vitest";
import { applyChanges } from "./changes";
import { judge } from "./judge";
import { judgeAnswerFact, judgeApplicability } from "./judge-applicability";
import { judgeAddEvidence, judgeWithdrawEvidence } from "./judge-evidence";
import { judgeNeverWaive, judgeSetProof, judgeSetRequired } from "./judge-required";
import { judgeSettings } from "./judge-settings";
import { judgeDecideWaiver, judgeEndWaiver, judgeRequestWaiver } from "./judge-waiver";
import { judgeSetWork } from "./judge-work";
import { keepMoments } from "./keep-moments";
import type { Outcome } from "./refusal";
import type { Applicability, EvidenceKind, Instant, LaunchState, ProofPolicy, Work } from "./state";
import { condition, evidence, fact, item, seat, signOff, start, stateOf, waiver } from "./testing/build";
import { ann, max } from "./testing/people";

const day = (n: number): Instant => `2026-03-${String(n).padStart(2, "0")}T10:00:00.000Z`;
const now = "2026-03-15T12:00:00.000Z";

type Act = (state: LaunchState, at: Instant) => Outcome;
let ids = 0;
const newId = () => `new ${(ids += 1)}`;
const of = (state: LaunchState, itemId: string) => ({ itemId, version: state.item[itemId]?.version ?? 0 });
const work = (to: Work, id = "a"): Act => (state, at) => judgeSetWork(state, ann, { ...of(state, id), work: to, reason: to === "blocked" ? `Waiting since ${at}` : null }, at);
const decide = (applicability: Applicability, id = "a"): Act => (state, at) => judgeApplicability(state, max, { ...of(state, id), applicability, reason: `So, ${at}` }, at);
const require = (required: boolean): Act => (state, at) => judgeSetRequired(state, max, { ...of(state, "a"), required, reason: "So" }, at);
const policy = (proof: ProofPolicy | null): Act => (state) => judgeSetProof(state, max, { ...of(state, "a"), proof, validDays: null, reason: "So" });
const prove = (kind: EvidenceKind, over: { outcome?: "pass" | "fail"; source?: string; validDays?: number } = {}): Act => (state, at) =>
  judgeAddEvidence(state, ann, { itemId: "a", kind, title: "Seen", url: null, fileHash: null, value: null, unit: null, outcome: null, source: null, trueAt: null, validDays: null, ...over }, at, newId);
const withdraw = (which: number): Act => (state, at) => {
  const one = Object.values(state.evidence)[which];
  return judgeWithdrawEvidence(state, max, { evidenceId: one?.id ?? "", reason: "Wrong", version: one?.version ?? 0 }, at);
};
const date = (goLive: string | null): Act => (state, at) => judgeSettings(state, max, { version: state.launch.version, set: { goLive } }, at);
const answer = (to: boolean | null): Act => (state, at) => judgeAnswerFact(state, max, { factId: "f", answer: to, version: state.fact.f?.version ?? 0 }, at);
const newest = (state: LaunchState) => Object.values(state.waiver).at(-1);
const ask = (endsAt: Instant): Act => (state, at) => judgeRequestWaiver(state, ann, { ...of(state, "a"), reason: "Not in time", control: "By hand", endsAt }, at, newId);
const approve: Act = (state, at) => judgeDecideWaiver(state, max, { waiverId: newest(state)?.id ?? "", approve: true, reason: null, version: newest(state)?.version ?? 0 }, at);
const end: Act = (state, at) => judgeEndWaiver(state, max, { waiverId: newest(state)?.id ?? "", version: newest(state)?.version ?? 0 }, at);

/** The state after some acts, each on its day of the month. */
function play(first: LaunchState, story: readonly (readonly [number, Act])[]): LaunchState {
  return story.reduce((state, [on, act]) => {
    const outcome = act(state, day(on));
    if (!outcome.allowed) throw new Error(`refused on day ${on}: ${outcome.why}`);
    return applyChanges(state, keepMoments(state, outcome.changes, day(on)), state.revision + 1);
  }, first);
}
const sinceOf = (state: LaunchState, kind: string) => judge(state, now, () => "same").reasons.find((reason) => reason.kind === kind)?.since;

const one = (over: Partial<Parameters<typeof item>[1]> = {}) => stateOf({ item: [item("a", over)] });
const asked = (over: object = {}) => stateOf({ item: [item("a", over)], fact: [fact("f")] });
const conditional = { condition: "if needed", factId: "f", factAnswer: true, applicability: "undecided" as const };
const pair = stateOf({ item: [item("a", { alternatives: "x" }), item("b", { alternatives: "x", position: 1 }), item("c", { alternatives: "x", position: 2 })] });
const late = { window: "final-week" as const };

/** What happened, day by day; the kind of reason; since which day it holds (0 = from the beginning). The last acts of each do not end it. */
const table: [string, LaunchState, (readonly [number, Act])[], string, number][] = [
  ["open: somebody begins it and lays it down again", one(), [[2, work("in-progress")], [3, work("todo")]], "open", 0],
  ["open: reopened, then begun", one(), [[2, work("done")], [4, work("todo")], [5, work("in-progress")]], "open", 4],
  ["open: no longer blocked, then begun", one(), [[2, work("blocked")], [4, work("todo")], [5, work("in-progress")]], "open", 4],
  ["open: begun before it was decided to apply, and decided again for another reason", asked(conditional), [[2, work("in-progress")], [4, decide("applies")], [5, decide("applies")], [6, answer(true)]], "open", 4],
  ["open: applicable again", one(), [[2, decide("not-applicable")], [4, decide("applies")], [5, work("in-progress")]], "open", 4],
  ["open: required again", one(), [[2, require(false)], [4, require(true)], [5, work("in-progress")]], "open", 4],
  ["open: a waiver was ended by hand", one(), [[2, ask(day(20))], [3, approve], [5, end], [6, work("in-progress")]], "open", 5],
  ["open: a request was taken back", one(), [[2, ask(day(20))], [5, end]], "open", 0],
  ["open: ticked too early", one(late), [[2, date("2026-04-20T10:00")], [4, work("in-progress")], [5, work("done")]], "open", 0],
  ["open: ticked too early and opened again", one(late), [[2, date("2026-04-20T10:00")], [5, work("done")], [6, work("todo")], [7, work("in-progress")]], "open", 0],
  ["open: too early, and the date is put off twice", one(late), [[2, work("done")], [4, date("2026-04-20T10:00")], [5, date("2026-05-20T10:00")], [6, date("2026-04-25T10:00")]], "open", 4],
  ["open: too early only since the date was put off", one(late), [[2, date("2026-03-16T10:00")], [10, work("done")], [11, date("2026-05-20T10:00")], [12, date("2026-04-25T10:00")]], "open", 11],
  ["blocked: said in other words", one(), [[2, work("blocked")], [4, work("blocked")]], "blocked", 2],
  ["blocked: decided to apply", asked(conditional), [[2, work("blocked")], [4, decide("applies")], [5, answer(true)]], "blocked", 2],
  ["undecided: begun", asked(conditional), [[2, work("in-progress")], [3, work("todo")]], "undecided", 0],
  ["undecided: begun after its fact was taken back", asked(conditional), [[2, answer(true)], [4, answer(null)], [5, work("in-progress")]], "undecided", 4],
  ["contradicted: failing once more, and a note beside it", one(), [[2, work("done")], [4, prove("check", { outcome: "fail", source: "x" })], [5, prove("check", { outcome: "fail", source: "x" })], [6, prove("note")], [7, prove("check", { outcome: "fail", source: "y" })]], "contradicted", 4],
  ["contradicted: failing again after it had passed", one(), [[2, work("done")], [3, prove("check", { outcome: "fail" })], [4, prove("check", { outcome: "pass" })], [5, prove("check", { outcome: "fail" })], [6, prove("note")]], "contradicted", 5],
  ["contradicted: between sources, whatever is done meanwhile", one(), [[2, prove("check", { outcome: "fail", source: "x" })], [4, prove("check", { outcome: "pass", source: "y" })], [5, work("in-progress")], [6, work("done")]], "contradicted", 4],
  ["proof-missing: behind a contradiction, which is cleared by withdrawing what proved nothing", one(), [[2, work("done")], [3, prove("note")], [5, withdraw(0)], [6, prove("check", { outcome: "fail" })], [7, work("todo")], [8, work("done")], [9, withdraw(1)]], "proof-missing", 8],
  ["proof-missing: demanded once more, by another word", one(), [[2, work("done")], [4, policy("required")], [5, policy("required")]], "proof-missing", 4],
  ["proof-stale: one more that has run out", one(), [[1, work("done")], [2, prove("note", { validDays: 1 })], [9, prove("note", { validDays: 0 })]], "proof-stale", 10],
  ["proof-stale: on a date that is put off", one(), [[1, work("done")], [2, prove("note", { validDays: 20 })], [4, date("2026-04-20T10:00")], [5, date("2026-05-20T10:00")], [6, date("2026-04-01T10:00")], [7, prove("note", { validDays: 2 })], [8, withdraw(1)]], "proof-stale", 4],
  ["waiver-too-short: asked for anew and approved, as short, on a later date", one(), [[2, date("2026-04-20T10:00")], [3, ask(day(25))], [4, approve], [5, ask(day(26))], [6, approve], [7, date("2026-05-20T10:00")], [8, work("in-progress")]], "waiver-too-short", 4],
  ["undecided-alternatives: one of them begun, blocked and open again, a reason given", pair, [[2, work("in-progress")], [3, work("blocked", "b")], [4, work("todo", "b")]], "undecided-alternatives", 0],
  ["undecided-alternatives: chosen and not any more, then begun", pair, [[2, work("done")], [4, work("todo")], [5, work("in-progress", "b")]], "undecided-alternatives", 4],
  ["nothing-to-judge: another that did not count any more", stateOf({ item: [item("a"), item("b")] }), [[2, decide("not-applicable")], [4, decide("not-applicable", "b")], [5, require(false)]], "nothing-to-judge", 4],
  ["go-live-passed: whatever is done on it", { ...one(), launch: { ...one().launch, goLive: "2026-03-05T10:00", goLiveAt: start } }, [[6, work("in-progress")]], "go-live-passed", 5],
];

test.each(table)("%s", (_told, state, story, kind, since) => {
  expect(sinceOf(play(state, story), kind)).toBe(since === 0 ? start : since === 10 ? "2026-03-10T00:00:00.000Z" : day(since));
});

const held = { holderId: "hana", holderAt: start };
const said = (id: string, on: number, over: object = {}) => signOff(id, "q", { at: day(on), digest: "same", ...over });
const seats: [string, LaunchState, string, number][] = [
  ["seat-empty: other seats are given", stateOf({ item: [item("a")], seat: [seat("q", { holderAt: day(2) }), seat("r", { ...held, holderAt: day(4) })] }), "seat-empty", 2],
  ["seat-unsigned: a delegate is appointed", stateOf({ item: [item("a")], seat: [seat("q", { ...held, holderAt: day(2), delegateId: "ann", delegateFrom: day(5) })] }), "seat-unsigned", 2],
  ["seat-no-go: said again, by a delegate too", stateOf({ item: [item("a")], seat: [seat("q", held)], signOff: [said("g", 1), said("n", 2, { position: "no-go" }), said("o", 4, { position: "no-go", byId: "ann", forId: "hana" }), said("p", 5, { position: "no-go" })] }), "seat-no-go", 2],
  ["seat-no-go: withdrawn in between", stateOf({ item: [item("a")], seat: [seat("q", held)], signOff: [said("n", 2, { position: "no-go", withdrawnAt: day(3) }), said("o", 4, { position: "no-go" })] }), "seat-no-go", 4],
  ["seat-abstained: said again", stateOf({ item: [item("a")], seat: [seat("q", held)], signOff: [said("n", 2, { position: "abstain" }), said("o", 4, { position: "abstain" })] }), "seat-abstained", 2],
  ["condition-missed: other conditions come", stateOf({ item: [item("a")], seat: [seat("q", held)], signOff: [said("n", 1, { position: "go-with-conditions" })], condition: [condition("c", "n", { deadline: day(2) }), condition("d", "n", { deadline: day(20) })] }), "condition-missed", 2],
];
test.each(seats)("%s", (_told, state, kind, since) => {
  expect(sinceOf(state, kind)).toBe(day(since));
});

test("seat-stale: what changed first is begun, marked and dated anew", () => {
  const material = { goLive: null, facts: {}, items: {}, rule: 1, sections: null };
  const signed = stateOf({ item: [item("a", { work: "done", workAt: start })], seat: [seat("q", held)], signOff: [said("o", 1, { digest: "other", material })] });
  const state = play(signed, [[2, work("todo")], [4, work("in-progress")], [5, date("2026-04-20T10:00")], [6, (at) => judgeNeverWaive(at, max, { ...of(at, "a"), neverWaive: true })]]);
  expect(sinceOf(state, "seat-stale")).toBe(day(2));
});

test("too early by a tick that a withdrawn note no longer hides: what the note's date comes to later begins nothing", () => {
  const state = stateOf({
    item: [item("a", { ...late, work: "done", workAt: day(3) })],
    evidence: [evidence("e", "a", { kind: "note", trueAt: day(6), addedAt: day(9), withdrawnAt: day(11) })],
  }, { goLive: "2026-03-12T10:00", goLiveAt: start });
  for (const at of ["2026-03-12T11:00:00.000Z", "2026-03-13T12:00:00.000Z", "2026-03-30T12:00:00.000Z"]) {
    expect(judge(state, at, () => "same").reasons.find(({ kind }) => kind === "open")?.since).toBe(day(11));
  }
});

test("too early with a note and without it: a date that is no longer too early for the note's begins nothing", () => {
  const state = stateOf({
    item: [item("a", { ...late, work: "done", workAt: day(9) })],
    evidence: [evidence("e", "a", { kind: "note", trueAt: day(11), addedAt: day(11), withdrawnAt: day(12) })],
  }, { goLive: "2026-03-20T10:00", goLiveAt: start });
  expect(sinceOf(state, "open")).toBe(day(9));
  expect(sinceOf(play(state, [[14, date("2026-03-17T10:00")]]), "open")).toBe(day(9));
});

test("final week: a date that opens it at the very tick is not too early", () => {
  const state = stateOf({ item: [item("a", { ...late, work: "done", workAt: day(9) })] });
  expect(sinceOf(play(state, [[10, date("2026-03-16T10:00")], [12, date("2026-04-20T10:00")]]), "open")).toBe(day(12));
});

test("a parent that is decided anew moves nothing nested in it", () => {
  const state = stateOf({ item: [item("a", { condition: "if needed", applicabilityAt: day(10) }), item("b", { parentId: "a", workAt: day(9), position: 1 })] });
  const since = sinceOf(state, "open");
  expect(sinceOf(play(state, [[12, decide("undecided")]]), "open")).toBe(since);
});

test("a parent of a later window that is decided moves nothing nested in it, unless it brings it back", () => {
  const state = stateOf({ item: [item("a", { window: "launch-day", condition: "if needed", applicability: "undecided" }), item("b", { parentId: "a", position: 1 })] });
  expect(sinceOf(play(state, [[12, decide("applies")]]), "open")).toBe(start);
  expect(sinceOf(play(state, [[12, decide("not-applicable")], [13, decide("applies")], [14, decide("undecided")]]), "open")).toBe(day(13));
});

test("a choice from before these moments were kept, and one of it decided anew", () => {
  const state = stateOf({ item: [item("a", { alternatives: "x" }), item("b", { alternatives: "x", applicability: "undecided", applicabilityAt: day(10), position: 1 })] });
  expect(sinceOf(state, "undecided-alternatives")).toBe(day(10));
  expect(sinceOf(play(state, [[12, decide("undecided", "b")]]), "undecided-alternatives")).toBe(day(10));
});

const tooShort = (goLive: string, ...waivers: object[]) => stateOf({
  item: [item("p"), item("a", { parentId: "p", position: 1 })], waiver: waivers.map((over, n) => waiver(`w${n}`, "a", { state: "active", endsAt: "2026-03-25T10:00:00.000Z", ...over })),
}, { goLive, goLiveAt: start });

test("waiver-too-short: one replaced while it still sufficed, and the date put off beyond that too", () => {
  const state = tooShort("2026-03-28T10:00", { endsAt: "2026-03-30T10:00:00.000Z", state: "ended", decidedAt: day(2), endedAt: day(5) }, { decidedAt: day(5) });
  expect(sinceOf(state, "waiver-too-short")).toBe(day(5));
  expect(sinceOf(play(state, [[7, date("2026-04-20T10:00")]]), "waiver-too-short")).toBe(day(5));
});

test("waiver-too-short: while another one that covers the item sufficed, it was none", () => {
  const longer = { itemId: "p", endsAt: "2026-03-30T10:00:00.000Z", decidedAt: day(4) };
  expect(sinceOf(play(tooShort("2026-03-28T10:00", { decidedAt: day(3) }, longer), [[8, date("2026-04-20T10:00")]]), "waiver-too-short")).toBe(day(8));
  expect(sinceOf(tooShort("2026-03-28T10:00", { decidedAt: day(3) }, { ...longer, state: "ended", endedAt: day(8) }), "waiver-too-short")).toBe(day(8));
});

test("a state from before these moments were kept reads as it did", () => {
  const old = stateOf({ item: [item("a", { work: "in-progress", workAt: day(2) })], evidence: [evidence("e", "a")] });
  expect(sinceOf(old, "open")).toBe(day(2));
  expect(sinceOf(play(old, [[4, work("todo")]]), "open")).toBe(day(2));
});

test("a past state rebuilt from events that say nothing of these moments is judged as well", () => {
  const old = stateOf({ item: [item("a", { window: "final-week", work: "done", workAt: day(2) })], waiver: [waiver("w", "a", { state: "ended" })] }, { goLive: "2026-04-20T10:00", goLiveAt: day(1) });
  const without = <R extends object>(row: R, fields: readonly (keyof R)[]): R => Object.fromEntries(Object.entries(row).filter(([field]) => !fields.some((one) => one === field))) as R; // as an event from before has it
  const { a } = old.item;
  const { w } = old.waiver;
  if (!a || !w) throw new Error("there is one of each");
  const rebuilt = { ...old, launch: without(old.launch, ["goLives", "proofAt"]), item: { a: without(a, ["workSince", "inScopeAt", "proofAt"]) }, waiver: { w: without(w, ["endedAt"]) } };
  expect(judge(rebuilt, now, () => "same").reasons).toEqual(judge(old, now, () => "same").reasons);
});
