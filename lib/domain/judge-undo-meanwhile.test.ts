import { expect, test } from "vitest";
import { judgeAnswerFact, judgeApplicability } from "./judge-applicability";
import { judgeAssign } from "./judge-assign";
import { judgeAddEvidence } from "./judge-evidence";
import { judgeLinkItems } from "./judge-link";
import { judgeRemoveMember } from "./judge-member";
import { judgeOpenPoll } from "./judge-poll";
import { judgeNeverWaive } from "./judge-required";
import { judgeAssignSeat, judgeDelegate, judgeMustAnswer } from "./judge-seat";
import { judgeSettings } from "./judge-settings";
import { judgeMoveItem } from "./judge-structure-items";
import { judgeRetireGroup, judgeRetireItem, judgeReturnItem } from "./judge-structure-retire";
import { judgeUndo } from "./judge-undo";
import { judgeDecideWaiver, judgeEndWaiver } from "./judge-waiver";
import { type Person } from "./permissions";
import { type Outcome } from "./refusal";
import { fact, group, item, member, seat, stateOf, waiver } from "./testing/build";
import { after, ann, changesOf, counter, max, why } from "./testing/people";
import type { LaunchState } from "./state";

const now = "2026-03-10T12:00:00.000Z";
const eva: Person = { id: "eva", admin: false, role: "manager" };
const crew = [member("ann"), member("max", { role: "manager" }), member("eva", { role: "manager" }), member("hana", { role: "viewer" })];
type Act = (state: LaunchState) => Outcome;

/** One act of `by`, others' after it, and what taking the first back then says. */
function undoAfter(state: LaunchState, by: Person, act: Act, ...others: Act[]): Outcome {
  const first = act(state);
  const event = { seq: 1, actorId: by.id, kind: first.allowed ? first.kind : "", changes: changesOf(first) };
  let next = after(state, first);
  const later = others.map((other, at) => {
    const outcome = other(next);
    next = after(next, outcome);
    return { seq: at + 2, actorId: "eva", kind: outcome.allowed ? outcome.kind : "", changes: changesOf(outcome) };
  });
  return judgeUndo(next, by, event, later, now);
}
const versionOf = (state: LaunchState, id: string): number => state.item[id]?.version ?? 0;

test("an item, a seat or a delegacy does not go back to somebody who has left the launch since", () => {
  const owned = stateOf({ member: crew, item: [item("a", { ownerId: "hana" })], seat: [seat("q", { holderId: "hana" }), seat("r", { holderId: "max", delegateId: "hana" })] });
  const leaves: Act = (state) => judgeRemoveMember(state, eva, { memberId: "hana", version: 1 });
  const gives: Act = (state) => judgeAssign(state, ann, { itemId: "a", version: 1, ownerId: "ann" });
  expect(why(undoAfter(owned, ann, gives, leaves))).toBe("not-a-member");
  expect(why(undoAfter(owned, ann, gives))).toBeNull();
  const seats: Act = (state) => judgeAssignSeat(state, max, { seatId: "q", version: 1, holderId: "max" }, now);
  expect(why(undoAfter(owned, max, seats, leaves))).toBe("not-a-member");
  expect(why(undoAfter(owned, max, seats))).toBeNull();
  const ends: Act = (state) => judgeDelegate(state, max, { seatId: "r", version: 1, delegateId: null, from: null, to: null }, now);
  expect(why(undoAfter(owned, max, ends, leaves))).toBe("not-a-member");
});

test("nothing comes back into a place that was taken out since, and so out of the count", () => {
  const two = stateOf({ member: crew, group: [group("g1"), group("g2")], item: [item("a"), item("b"), item("c", { parentId: "b" })] });
  const moves: Act = (state) => judgeMoveItem(state, max, { id: "a", version: 1, groupId: "g2", parentId: null, before: null });
  expect(why(undoAfter(two, max, moves, (state) => judgeRetireGroup(state, eva, { id: "g1", version: 1 }, now)))).toBe("place-retired");
  expect(why(undoAfter(two, max, moves))).toBeNull();
  const retires: Act = (state) => judgeRetireItem(state, max, { id: "a", version: 1 }, now);
  expect(why(undoAfter(two, max, retires, (state) => judgeRetireGroup(state, eva, { id: "g1", version: 1 }, now)))).toBe("place-retired");
  const frees: Act = (state) => judgeMoveItem(state, max, { id: "c", version: 1, groupId: "g1", parentId: null, before: null });
  expect(why(undoAfter(two, max, frees, (state) => judgeRetireItem(state, eva, { id: "b", version: versionOf(state, "b") }, now)))).toBe("place-retired");
});

test("no item comes to stand under itself", () => {
  const nested = stateOf({ member: crew, item: [item("b"), item("a", { parentId: "b", position: 1 })] });
  const frees: Act = (state) => judgeMoveItem(state, max, { id: "a", version: 1, groupId: "g1", parentId: null, before: null });
  const swaps: Act = (state) => judgeMoveItem(state, eva, { id: "b", version: versionOf(state, "b"), groupId: "g1", parentId: "a", before: null });
  expect(why(undoAfter(nested, max, frees, swaps))).toBe("under-itself");
});

test("an item whose fact was answered otherwise since does not go back to what the fact said then", () => {
  const asked = stateOf({ member: crew, fact: [fact("f", { answer: false })], item: [
    item("a", { factId: "f", condition: "if used", applicability: "not-applicable", applicabilityReason: "Does it use f?", applicabilityBy: "fact" }),
  ] });
  const applies: Act = (state) => judgeApplicability(state, ann, { itemId: "a", version: 1, applicability: "applies", reason: null }, now);
  const answers = (answer: boolean | null): Act => (state) => judgeAnswerFact(state, eva, { factId: "f", version: state.fact.f?.version ?? 0, answer }, now);
  expect(why(undoAfter(asked, ann, applies, answers(true)))).toBe("built-upon");
  expect(why(undoAfter(asked, ann, applies, answers(true), answers(false)))).toBeNull();
  expect(why(undoAfter(asked, ann, applies))).toBeNull();
});

test("an answer is not taken back under an item that was handed to it since", () => {
  const asked = stateOf({ member: crew, fact: [fact("f")], item: [
    item("a", { factId: "f", condition: "if used", applicability: "applies", applicabilityBy: "person" }), item("b", { factId: "f", condition: "if used", applicability: "undecided" }),
  ] });
  const no: Act = (state) => judgeAnswerFact(state, ann, { factId: "f", version: 1, answer: false }, now);
  const hands: Act = (state) => judgeApplicability(state, eva, { itemId: "a", version: 1, applicability: "undecided", reason: null }, now);
  expect(why(undoAfter(asked, ann, no, hands))).toBe("built-upon");
  expect(why(undoAfter(asked, ann, no))).toBeNull();
});

test("who must answer, and by what rule, stays while a poll is open", () => {
  const from = stateOf({ member: crew, item: [item("a")], seat: [seat("q", { mustAnswer: true })] });
  const opens: Act = (state) => judgeOpenPoll(state, eva, now, counter("p"));
  const frees: Act = (state) => judgeMustAnswer(state, max, { seatId: "q", version: 1, mustAnswer: false });
  expect(why(undoAfter(from, max, frees, opens))).toBe("poll-open");
  expect(why(undoAfter(from, max, frees))).toBeNull();
  const rule: Act = (state) => judgeSettings(state, max, { version: 1, set: { pollRule: "any-of-each-team" } }, now);
  expect(why(undoAfter(from, max, rule, opens))).toBe("poll-open");
  const days: Act = (state) => judgeSettings(state, max, { version: 1, set: { validDays: 9 } }, now);
  expect(why(undoAfter(from, max, days, opens))).toBeNull();
});

test("a waiver that was ended does not come back where none may be, or over the limit", () => {
  const two = stateOf({ member: crew, item: [item("a"), item("b")], waiver: [waiver("w", "a"), waiver("x", "b", { state: "requested", decidedBy: null, decidedAt: null })] }, { waiverLimit: 1, waiverDaysAfter: 3_650 });
  const ends: Act = (state) => judgeEndWaiver(state, ann, { waiverId: "w", version: 1 }, now);
  expect(why(undoAfter(two, ann, ends))).toBeNull();
  expect(why(undoAfter(two, ann, ends, (state) => judgeNeverWaive(state, eva, { itemId: "a", version: 1, neverWaive: true })))).toBe("never-waive");
  expect(why(undoAfter(two, ann, ends, (state) => judgeDecideWaiver(state, eva, { waiverId: "x", version: 1, approve: true, reason: null }, now)))).toBe("waiver-limit");
});

test("a link through which a result has failed since is a manager's to take back, as it is to leave", () => {
  const two = stateOf({ member: crew, item: [item("a", { hadProof: true }), item("b", { hadProof: true })] });
  const both = { items: [{ itemId: "a", version: 1 }, { itemId: "b", version: 1 }] };
  const links = (by: Person): Act => (state) => judgeLinkItems(state, by, both, () => "w");
  const fails: Act = (state) => judgeAddEvidence(state, eva, { itemId: "b", kind: "check", title: "Restore", url: null, fileHash: null, value: null, unit: null, outcome: "fail", source: null, trueAt: null, validDays: null }, now, counter("e"));
  expect(why(undoAfter(two, ann, links(ann), fails))).toBe("needs-manager");
  expect(why(undoAfter(two, ann, links(ann)))).toBeNull();
  expect(why(undoAfter(two, max, links(max), fails))).toBeNull();
});

test("an item that comes back follows its fact as it is answered now", () => {
  const asked = stateOf({ member: crew, fact: [fact("f", { answer: false })], item: [
    item("a", { factId: "f", condition: "if used", applicability: "not-applicable", applicabilityReason: "Does it use f?", applicabilityBy: "fact" }), item("b"),
  ] });
  const gone = after(asked, judgeRetireItem(asked, max, { id: "a", version: 1 }, now));
  const answered = after(gone, judgeAnswerFact(gone, max, { factId: "f", version: 1, answer: true }, now));
  const back = after(answered, judgeReturnItem(answered, max, { id: "a", version: 2 }, now));
  expect(back.item.a).toMatchObject({ retiredAt: null, applicability: "applies", applicabilityBy: "fact", applicabilityReason: null, applicabilityAt: now });
});
