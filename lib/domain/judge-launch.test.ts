import { describe, expect, test } from "vitest";
import { judgeAssignSeat, judgeDelegate, judgeMustAnswer, judgeSeatSections } from "./judge-seat";
import { type NewCondition, type NewSignOff, judgeSign, judgeWithdrawSignOff } from "./judge-sign-off";
import { judgeSettings } from "./judge-settings";
import { judgeSetWork } from "./judge-work";
import { judgeUndo } from "./judge-undo";
import { judge } from "./judge";
import { materialOfSeat } from "./material";
import type { LaunchState } from "./state";
import { item, poll, seat, section, stateOf } from "./testing/build";
import { after, ann, changesOf, counter, hana, max, stranger, why } from "./testing/people";
import { sha256 } from "./testing/sha256";

const now = "2026-03-10T12:00:00.000Z";
const held = { holderId: "hana", holderAt: "2026-02-01T00:00:00.000Z" };
const ready = stateOf({ item: [item("a", { work: "done" })], seat: [seat("q", held)] });

describe("signing", () => {
  const condition = { text: "Watch the queue", ownerId: "ann", deadline: "2026-04-01T00:00:00.000Z", rollbackTrigger: "Queue above 1,000" };
  const digestOf = (state: LaunchState) => (state.seat.q === undefined ? "" : sha256(materialOfSeat(state, state.seat.q).canonical));
  const sign = (state: LaunchState, over: Partial<NewSignOff> = {}, actor = hana, at = now) => judgeSign(state, actor, {
    seatId: "q", position: "go", reason: null, meaning: "Ready to launch.", nameThen: "The holder", digest: digestOf(state), conditions: [], ...over,
  }, at, counter("o"), sha256);

  test("records person, name, position, meaning, time, rule and digest, and counts at once", () => {
    const signed = after(ready, sign(ready));
    expect(signed.signOff.o0).toMatchObject({ byId: "hana", forId: null, nameThen: "The holder", position: "go", meaning: "Ready to launch.", at: now, rule: 1, digest: digestOf(ready) });
    expect(judge(signed, now, sha256)).toMatchObject({ verdict: "go", seats: [{ position: "go", stale: false }] });
  });

  test("is the holder's alone, or the delegate's in their time, who signs for the holder", () => {
    expect(why(sign(ready, {}, max))).toBe("not-your-seat");
    expect(why(sign(ready, {}, stranger))).toBe("unknown-launch");
    const away = { ...ready, seat: { q: seat("q", { ...held, delegateId: "ann", delegateFrom: "2026-03-10T00:00:00.000Z", delegateTo: "2026-03-11T00:00:00.000Z" }) } };
    expect(after(away, sign(away, {}, ann)).signOff.o0).toMatchObject({ byId: "ann", forId: "hana" });
    expect(why(sign(away, {}, ann, "2026-03-11T00:00:00.000Z"))).toBe("not-your-seat");
    expect(why(sign(away, {}, ann, "2026-03-09T23:59:59.999Z"))).toBe("not-your-seat");
  });

  test("is never over a signature, or its withdrawal, that one has not seen", () => {
    const signed = after(ready, sign(ready, { position: "no-go", reason: "Not yet" }));
    const again = (standingSeen: string | null) => why(sign(signed, { standingSeen }));
    expect([again(null), again("another"), again("o0"), why(sign(signed))]).toEqual(["signed-meanwhile", "signed-meanwhile", null, null]);
    const withdrawn = after(signed, judgeWithdrawSignOff(signed, hana, { signOffId: "o0", reason: "Read again", version: 1 }, now));
    expect([why(sign(withdrawn, { standingSeen: "o0" })), why(sign(withdrawn, { standingSeen: null }))]).toEqual(["signed-meanwhile", null]);
    expect(why(sign(signed, { position: "no-go", reason: "Not yet", standingSeen: null }))).toBe("already-signed");
  });

  test("is for exactly the state that was seen", () => {
    const moved = after(ready, judgeSetWork(ready, ann, { itemId: "a", work: "todo", reason: null, version: 1 }, now));
    expect(why(sign(moved, { digest: digestOf(ready), position: "abstain", reason: "x" }))).toBe("state-moved");
    expect(digestOf(moved)).not.toBe(digestOf(ready));
  });

  test("go is refused while an item of the seat's sections stands in the way, of other sections not", () => {
    const open = stateOf({ section: [section("s1"), section("s2")], item: [item("a", { work: "done" }), item("b", { sectionId: "s2" })], seat: [seat("q", held)] });
    expect(sign(open)).toEqual({ allowed: false, why: "items-in-the-way", count: 1 });
    const narrow = { ...open, seat: { q: seat("q", { ...held, sections: ["s1"] }) } };
    expect(why(sign(narrow))).toBeNull();
    expect(why(sign(open, { position: "no-go", reason: "Not yet" }))).toBeNull();
  });

  test("go is refused while a choice is open of which any item stands in the seat's sections", () => {
    const choice = stateOf({ section: [section("s1"), section("s2"), section("s3")], seat: [seat("q", held)],
      item: [item("a", { alternatives: "x" }), item("b", { alternatives: "x", sectionId: "s2", position: 1 }), item("c", { sectionId: "s3", work: "done" })] });
    const answering = (...sections: string[]) => why(sign({ ...choice, seat: { q: seat("q", { ...held, sections }) } }));
    expect([answering("s1"), answering("s2"), answering("s3")]).toEqual(["items-in-the-way", "items-in-the-way", null]);
  });

  test("every position but go needs a reason; conditions go with one position only", () => {
    for (const position of ["no-go", "abstain", "go-with-conditions"] as const) expect(why(sign(ready, { position }))).toBe("reason-needed");
    const conditional = (over: Partial<typeof condition> = {}, position: NewSignOff["position"] = "go-with-conditions") =>
      sign(ready, { position, reason: "If watched", conditions: [{ ...condition, ...over }] });
    expect(why(sign(ready, { position: "go-with-conditions", reason: "If" }))).toBe("condition-needed");
    expect(why(conditional({}, "no-go"))).toBe("conditions-not-taken");
    expect(why(conditional({ deadline: now }))).toBe("in-the-past");
    expect(why(conditional({ ownerId: "nobody" }))).toBe("not-a-member");
    expect(why(conditional({ text: "" }))).toBe("text-needed");
    expect(judge(after(ready, conditional()), now, sha256).verdict).toBe("conditional-go");
  });

  test("the same twice is refused, from two tabs too; again after a change it is the re-confirmation", () => {
    const signed = after(ready, sign(ready));
    expect(why(sign(signed))).toBe("already-signed");
    const moved = after(signed, judgeSettings(signed, max, { version: 1, set: { goLive: "2026-06-01T10:00" } }, now));
    expect(judge(moved, now, sha256).seats[0]).toMatchObject({ stale: true, changedSince: [{ field: "goLive" }] });
    expect(why(sign(moved))).toBeNull();
  });

  test("a go with the same conditions twice is refused too; with other conditions it is another one", () => {
    const set = (from: LaunchState, ...conditions: Partial<NewCondition>[]) =>
      sign(from, { position: "go-with-conditions", reason: "If watched", conditions: conditions.map((over) => ({ ...condition, ...over })) });
    const signed = after(ready, set(ready, {}, { text: "Second" }));
    expect(why(set(signed, { text: "Second" }, {}))).toBe("already-signed");
    for (const over of [{ text: "Third" }, { ownerId: null }, { deadline: "2026-12-31T00:00:00.000Z" }, { rollbackTrigger: "Smoke" }]) expect(why(set(signed, {}, { text: "Second", ...over }))).toBeNull();
    expect(why(set(signed, {}))).toBeNull();
  });

  test("is over once the launch has happened", () => {
    expect(why(sign({ ...ready, launch: { ...ready.launch, phase: "launched", launchedAt: now } }))).toBe("launch-over");
  });

  test("can be withdrawn with a reason by its seat, once", () => {
    const signed = after(ready, sign(ready));
    const withdraw = (state: LaunchState, actor = hana, reason: string | null = "Found a gap") => judgeWithdrawSignOff(state, actor, { signOffId: "o0", reason, version: state.signOff.o0?.version ?? 0 }, now);
    expect(why(withdraw(signed, max))).toBe("not-your-seat");
    expect(why(withdraw(signed, hana, null))).toBe("reason-needed");
    const withdrawn = after(signed, withdraw(signed));
    expect(judge(withdrawn, now, sha256).reasons.map(({ kind }) => kind)).toEqual(["seat-unsigned"]);
    expect(why(withdraw(withdrawn))).toBe("already-withdrawn");
    expect([why(withdraw(signed, stranger)), why(withdraw({ ...signed, launch: { ...signed.launch, phase: "archived" } }))]).toEqual(["unknown-launch", "launch-over"]);
    expect(why(judgeWithdrawSignOff(signed, hana, { signOffId: "unknown", reason: "x", version: 1 }, now))).toBe("unknown-sign-off");
    expect(why(judgeWithdrawSignOff(signed, hana, { signOffId: "o0", reason: "x", version: 7 }, now))).toBe("stale-version");
  });

  test("that has been replaced cannot be withdrawn any more, and another seat's is not in the way", () => {
    const signed = after(ready, sign(ready));
    const replaced = after(signed, judgeSign(signed, hana, { seatId: "q", position: "abstain", reason: "Away", meaning: "x", nameThen: "x", digest: digestOf(signed), conditions: [] }, "2026-03-10T13:00:00.000Z", counter("p"), sha256));
    expect(why(judgeWithdrawSignOff(replaced, hana, { signOffId: "o0", reason: "x", version: 1 }, now))).toBe("already-withdrawn");
    expect(why(judgeWithdrawSignOff(replaced, hana, { signOffId: "p0", reason: "x", version: 1 }, now))).toBeNull();
    const two = { ...signed, seat: { ...signed.seat, r: seat("r", { ...held, position: 1 }) } };
    expect(why(judgeSign(two, hana, { seatId: "r", position: "go", reason: null, meaning: "x", nameThen: "x", digest: digestOf(two), conditions: [] }, now, counter("p"), sha256))).toBeNull();
  });

  test("refuses a seat that is retired or unknown, words that are missing and a deadline that is no moment", () => {
    expect([why(sign(ready, { seatId: "x" })), why(sign({ ...ready, seat: { q: seat("q", { ...held, retiredAt: now }) } }, { digest: "" }))]).toEqual(["unknown-seat", "unknown-seat"]);
    expect([why(sign(ready, { meaning: " " })), why(sign(ready, { nameThen: "" })), why(sign(ready, { reason: "x".repeat(2001) }))]).toEqual(["text-needed", "text-needed", "reason-too-long"]);
    const wish = (over: Partial<NewCondition>) => why(sign(ready, { position: "go-with-conditions", reason: "If", conditions: [{ ...condition, ...over }] }));
    expect([wish({ deadline: "2026-04-01" }), wish({ rollbackTrigger: "x".repeat(2001) }), wish({ rollbackTrigger: " " }), wish({ ownerId: null })]).toEqual(["bad-instant", "text-too-long", null, null]);
    expect(after(ready, sign(ready, { reason: " As planned " })).signOff.o0?.reason).toBe("As planned");
    expect(sign({ ...ready, item: {} }, { digest: "other" })).toEqual({ allowed: false, why: "state-moved" });
  });
});

describe("seats", () => {
  test("are filled by managers with members; the old delegate goes", () => {
    const state = stateOf({ seat: [seat("q", { ...held, delegateId: "ann" })] });
    const assign = (holderId: string | null, actor = max) => judgeAssignSeat(state, actor, { seatId: "q", version: 1, holderId }, now);
    expect(after(state, assign("ann")).seat.q).toMatchObject({ holderId: "ann", holderAt: now, delegateId: null });
    expect([why(assign("nobody")), why(assign("ann", ann)), why(assign("ann", stranger))]).toEqual(["not-a-member", "not-permitted", "unknown-launch"]);
    expect(changesOf(assign("hana"))).toEqual([]);
  });

  test("refuse what is unknown, retired, over, or of an old version", () => {
    const assign = (state: LaunchState, seatId = "q", version = 1) => judgeAssignSeat(state, max, { seatId, version, holderId: "ann" }, now);
    expect(why(assign(ready, "x"))).toBe("unknown-seat");
    expect(why(assign({ ...ready, seat: { q: seat("q", { retiredAt: now }) } }))).toBe("unknown-seat");
    expect(why(assign({ ...ready, launch: { ...ready.launch, phase: "archived" } }))).toBe("launch-over");
    expect(assign(ready, "q", 9)).toEqual({ allowed: false, why: "stale-version", seen: 9, present: 1 });
  });

  test("answer for sections that exist", () => {
    const set = (sections: string[] | null) => judgeSeatSections(ready, max, { seatId: "q", version: 1, sections });
    expect(why(set(["s1", "s9"]))).toBe("unknown-section");
    expect([why(set(["s9"])), why(set([])), why(set(["s1", "s1"]))]).toEqual(["unknown-section", "text-needed", null]);
    expect(after(ready, judgeMustAnswer(ready, max, { seatId: "q", version: 1, mustAnswer: true })).seat.q?.mustAnswer).toBe(true);
    expect(why(judgeMustAnswer({ ...ready, poll: { p: poll("p") } }, max, { seatId: "q", version: 1, mustAnswer: true }))).toBe("poll-open");
  });

  test("have delegates appointed by the holder or a manager, for a time", () => {
    const appoint = (actor: typeof ann, delegateId: string | null = "ann", to: string | null = "2026-03-20T00:00:00.000Z", from: string | null = null) =>
      why(judgeDelegate(ready, actor, { seatId: "q", version: 1, delegateId, from, to }, now));
    expect([appoint(hana), appoint(max), appoint(ann)]).toEqual([null, null, "not-permitted"]);
    const between = (from: string, to: string) => why(judgeDelegate(ready, max, { seatId: "q", version: 1, delegateId: "ann", from, to }, now));
    expect([between("2026-03-12T00:00:00.000Z", "2026-03-13T00:00:00.000Z"), between("2026-03-13T00:00:00.000Z", "2026-03-12T00:00:00.000Z"), between("soon", "2026-03-12T00:00:00.000Z")]).toEqual([null, "ends-before-it-begins", "bad-instant"]);
    expect(why(judgeDelegate({ ...ready, seat: { q: seat("q") } }, max, { seatId: "q", version: 1, delegateId: "ann", from: null, to: null }, now))).toBe("needs-two-people");
    expect([appoint(hana, "hana"), appoint(hana, "nobody"), appoint(hana, "ann", now), appoint(hana, "ann", "soon")]).toEqual(["needs-two-people", "not-a-member", "in-the-past", "bad-instant"]);
    expect(appoint(hana, "ann", "2026-03-20T00:00:00.000Z", "2026-03-25T00:00:00.000Z")).toBe("ends-before-it-begins");
  });
});

describe("undo", () => {
  const ticked = changesOf(judgeSetWork(stateOf({ item: [item("a")] }), ann, { itemId: "a", work: "done", reason: null, version: 1 }, now));
  const before = stateOf({ item: [item("a")] });
  const state = after(before, { allowed: true, kind: "item.work", changes: ticked });
  const undo = (actor = ann, changes = ticked, actorId: string | null = "ann") => judgeUndo(state, actor, { seq: 2, actorId, kind: "item.work", changes }, [], now);

  test("takes one's own event back as a new one", () => {
    expect(after(state, undo()).item.a).toEqual({ ...item("a"), version: 3 });
  });
  test("is not for others' events, for signatures, nor once somebody built on it", () => {
    expect(why(undo(max))).toBe("not-yours");
    expect(why(undo(ann, ticked, null))).toBe("not-yours");
    expect(why(undo(ann, [{ entity: "signOff", id: "o", before: null, after: {} }]))).toBe("not-undoable");
    expect(why(undo(ann, [{ entity: "launch", id: "launch", before: { phase: "preparing" }, after: { phase: "decided" } }]))).toBe("not-permitted");
    const more = after(state, judgeSetWork(state, max, { itemId: "a", work: "blocked", reason: "x", version: 2 }, now));
    expect(why(judgeUndo(more, ann, { seq: 2, actorId: "ann", kind: "item.work", changes: ticked }, [], now))).toBe("built-upon");
  });
  test("leaves waivers that were decided and rows that came into being by a manager to managers", () => {
    const decided = { entity: "waiver" as const, id: "w", before: { state: "requested" }, after: { state: "active", decidedAt: now } };
    expect(why(undo(ann, [decided]))).toBe("not-undoable");
    expect(why(undo(ann, [{ entity: "item", id: "x", before: null, after: {} }]))).toBe("not-permitted");
    expect(why(undo(ann, [{ entity: "item", id: "a", before: { required: true }, after: { required: false } }]))).toBe("not-permitted");
    expect(why(undo(ann, [{ entity: "launch", id: "launch", before: null, after: {} }]))).toBe("not-undoable");
  });

  test("takes the rights that the change took", () => {
    expect(why(undo(ann, [{ entity: "seat", id: "q", before: { holderId: null }, after: { holderId: "x" } }]))).toBe("not-permitted");
  });
});
