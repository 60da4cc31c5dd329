import { describe, expect, test } from "vitest";
import { judgeErase } from "./erase";
import { judgeAnswerFact, judgeApplicability } from "./judge-applicability";
import { judgeAssign, judgeSetDue } from "./judge-assign";
import { judgeMeetCondition } from "./judge-condition";
import { judgeDecide } from "./judge-decision";
import { judgeAddEvidence, judgeWithdrawEvidence } from "./judge-evidence";
import { judgeLinkItems } from "./judge-link";
import { judgeSetMember } from "./judge-member";
import { judgeAddNote } from "./judge-note";
import { judgePhase } from "./judge-phase";
import { judgeOpenPoll } from "./judge-poll";
import { judgeNeverWaive, judgeSetProof, judgeSetRequired } from "./judge-required";
import { judgeAssignSeat, judgeDelegate } from "./judge-seat";
import { judgeSettings } from "./judge-settings";
import { judgeSign, judgeWithdrawSignOff } from "./judge-sign-off";
import { judgeAddSection } from "./judge-structure-headings";
import { judgeRewordItem } from "./judge-structure-items";
import { judgeUndo } from "./judge-undo";
import { judgeDecideWaiver, judgeRequestWaiver } from "./judge-waiver";
import { judgeSetWork } from "./judge-work";
import { takes } from "./open-acts";
import { type Act, acts, type Person } from "./permissions";
import type { Outcome } from "./refusal";
import type { Launch, LaunchState } from "./state";
import { condition, evidence, fact, item, seat, signOff, stateOf, waiver } from "./testing/build";
import { counter, why } from "./testing/people";
import { sha256 } from "./testing/sha256";

const now = "2026-03-10T12:00:00.000Z";
/** Holds the seat and may do everything, so that nothing is refused for the person's sake. */
const everything: Person = { id: "max", admin: true, role: "manager" };
const state = (over: Partial<Launch>): LaunchState => stateOf({
  item: [item("a"), item("b"), item("c", { condition: "if needed", applicability: "undecided" })], fact: [fact("f")], evidence: [evidence("e", "a"), evidence("bad", "b", { kind: "check", outcome: "fail", url: null, source: "ci" })],
  waiver: [waiver("w", "a", { state: "requested", requestedBy: "ann" })], seat: [seat("x", { holderId: "max", holderAt: now })], signOff: [signOff("so", "x", { byId: "max", position: "no-go", reason: "No", at: now })],
  condition: [condition("co", "so")],
}, over);

const ofItem = { itemId: "a", version: 1 };
/** One command for each act. `null`: what opens nothing of the launch's state, and so asks for no phase. */
const tries: Record<Act, ((s: LaunchState) => Outcome) | null> = {
  view: null, "view-export": null, share: null,
  "set-work": (s) => judgeSetWork(s, everything, { ...ofItem, work: "in-progress", reason: null }, now),
  assign: (s) => judgeAssign(s, everything, { ...ofItem, ownerId: "ann" }),
  "set-due": (s) => judgeSetDue(s, everything, { ...ofItem, due: "2026-04-01" }, now),
  "decide-conditional": (s) => judgeApplicability(s, everything, { itemId: "c", version: 1, applicability: "applies", reason: "We need it" }, now),
  "decide-unconditional": (s) => judgeApplicability(s, everything, { ...ofItem, applicability: "not-applicable", reason: "No need" }, now),
  "answer-fact": (s) => judgeAnswerFact(s, everything, { factId: "f", answer: true, version: 1 }, now),
  "add-evidence": (s) => judgeAddEvidence(s, everything, { itemId: "a", kind: "note", title: "Seen", url: null, fileHash: null, outcome: null, source: null, value: null, unit: null, trueAt: now, validDays: null }, now, counter()),
  "withdraw-evidence": (s) => judgeWithdrawEvidence(s, everything, { evidenceId: "e", reason: "Wrong", version: 1 }, now),
  "withdraw-failing-evidence": (s) => judgeWithdrawEvidence(s, everything, { evidenceId: "bad", reason: "Wrong", version: 1 }, now),
  "request-waiver": (s) => judgeRequestWaiver(s, everything, { itemId: "b", version: 1, reason: "Late", control: "Watched", endsAt: "2026-03-20T00:00:00.000Z" }, now, counter()),
  "decide-waiver": (s) => judgeDecideWaiver(s, everything, { waiverId: "w", approve: false, reason: "No", version: 1 }, now),
  "set-required": (s) => judgeSetRequired(s, everything, { ...ofItem, required: false, reason: "Not now" }, now),
  "set-proof": (s) => judgeSetProof(s, everything, { ...ofItem, proof: "required", validDays: null, reason: null }),
  "set-waivable": (s) => judgeNeverWaive(s, everything, { ...ofItem, neverWaive: true }),
  "edit-items": (s) => judgeRewordItem(s, everything, { id: "a", version: 1, text: "Reworded" }),
  "edit-structure": (s) => judgeAddSection(s, everything, { title: "More" }, counter()),
  "link-items": (s) => judgeLinkItems(s, everything, { items: [ofItem, { itemId: "b", version: 1 }] }, counter()),
  "add-note": (s) => judgeAddNote(s, everything, { kind: "risk", text: "Wind" }, now, counter()),
  "manage-members": (s) => judgeSetMember(s, everything, { memberId: "ann", role: "viewer", version: 1 }),
  "manage-seats": (s) => judgeAssignSeat(s, everything, { seatId: "x", version: 1, holderId: null }, now),
  "appoint-delegate": (s) => judgeDelegate(s, everything, { seatId: "x", version: 1, delegateId: "ann", from: now, to: null }, now),
  "manage-settings": (s) => judgeSettings(s, everything, { version: 1, set: { name: "Other" } }, now),
  // The import's own command asks the same: import-again.ts.
  import: null,
  sign: (s) => judgeSign(s, everything, { seatId: "x", position: "abstain", reason: "No view", meaning: "No position", nameThen: "Max", digest: "", conditions: [] }, now, counter(), sha256),
  "withdraw-sign-off": (s) => judgeWithdrawSignOff(s, everything, { signOffId: "so", reason: "Wrong", version: 1 }, now),
  "meet-condition": (s) => judgeMeetCondition(s, everything, { conditionId: "co", met: true, version: 1 }, now),
  "open-poll": (s) => judgeOpenPoll(s, everything, now, counter()),
  decide: (s) => judgeDecide(s, everything, { outcome: "no-go", reason: "Not yet", verdictSeen: "no-go" }, now, counter(), sha256),
  "set-phase": (s) => judgePhase(s, everything, { to: s.launch.launchedAt ? "closed" : "preparing", at: null, version: 1 }, now),
  undo: (s) => judgeUndo(s, everything, { seq: 1, kind: "item.work", actorId: "max", changes: [{ entity: "item", id: "a", before: { work: "done", version: 0 }, after: { work: "todo", version: 1 } }] }, [], now),
  erase: (s) => judgeErase(s, everything, "Item a"),
};

describe.each([
  ["preparing", {}], ["archived", { phase: "archived" }], ["archived after its launch", { phase: "archived", launchedAt: now }], ["launched", { phase: "launched", launchedAt: now }],
  ["closed", { phase: "closed", launchedAt: now }], ["rolled back", { phase: "rolled-back" }], ["postponed", { phase: "postponed" }],
] as const)("a launch that is %s", (_, over) => {
  test.each(acts)("%s: what the pages offer is what the command does not refuse as over", (act) => {
    const s = state({ phaseAt: now, ...over });
    const command = tries[act];
    if (command) expect(why(command(s)) !== "launch-over").toBe(takes(s.launch, act));
  });
});

test("an archived launch takes nothing that changes what it was: only looking, who may look, erasing, and being brought back", () => {
  const { launch } = state({ phase: "archived" });
  expect(acts.filter((act) => takes(launch, act)).toSorted()).toEqual(["erase", "manage-members", "set-phase", "share", "view", "view-export"]);
});
