import { describe, expect, test } from "vitest";
import { judgeDecide } from "./judge-decision";
import { judgeMeetCondition } from "./judge-condition";
import { judgePhase } from "./judge-phase";
import { judgeClosePoll, judgeOpenPoll } from "./judge-poll";
import { judge } from "./judge";
import { type LaunchState, type Phase, type Position, phases } from "./state";
import { condition, item, poll, seat, signOff, stateOf } from "./testing/build";
import { after, ann, counter, hana, max, stranger, why } from "./testing/people";
import { sha256 } from "./testing/sha256";

const now = "2026-03-10T12:00:00.000Z";
const held = { holderId: "hana", holderAt: "2026-02-01T00:00:00.000Z" };
const open = stateOf({ item: [item("a")], seat: [seat("q", held)], signOff: [signOff("o", "q", { position: "no-go", reason: "Not ready", at: now })] });
const done = stateOf({ item: [item("a", { work: "done" })] });
const at = (state: LaunchState, phase: Phase): LaunchState => ({ ...state, launch: { ...state.launch, phase } });

describe("the poll", () => {
  const opened = after(done, judgeOpenPoll(done, max, now, counter("p")));
  test("opens under the rule declared before, once, by a manager", () => {
    expect(opened.poll.p0).toMatchObject({ rule: "all", quorum: null, openedAt: now, openedBy: "max", closedAt: null });
    expect(why(judgeOpenPoll(opened, max, now, counter()))).toBe("poll-open");
    expect(why(judgeOpenPoll(done, ann, now, counter()))).toBe("not-permitted");
    expect(why(judgeOpenPoll(at(done, "archived"), max, now, counter()))).toBe("launch-over");
  });
  test("closes once", () => {
    const closed = after(opened, judgeClosePoll(opened, max, { pollId: "p0", version: 1 }, now));
    expect(closed.poll.p0?.closedAt).toBe(now);
    expect(why(judgeClosePoll(closed, max, { pollId: "p0", version: 2 }, now))).toBe("poll-closed");
  });
});

describe("the decision", () => {
  const decide = (state: LaunchState, over: Partial<Parameters<typeof judgeDecide>[2]> = {}, actor = max) =>
    judgeDecide(state, actor, { outcome: "go", reason: null, verdictSeen: "go", ...over }, now, counter("d"), sha256);

  test("keeps verdict, reasons, dissent and the material state, and closes the poll", () => {
    const state = { ...open, poll: { p: poll("p") } };
    const decided = after(state, decide(state, { outcome: "no-go", verdictSeen: "no-go" }));
    expect(decided.decision.d0).toMatchObject({ outcome: "no-go", verdict: "no-go", againstVerdict: false, pollId: "p", record: {
      reasons: [{ kind: "open" }, { kind: "seat-no-go" }], dissent: [{ role: "Role q", position: "no-go", reason: "Not ready" }] } });
    expect([decided.poll.p?.closedAt, decided.launch.phase]).toEqual([now, "decided"]);
  });

  test("keeps the conditions that are not met, and as dissent every seat that does not say go of this state", () => {
    const said = (id: string, position: Position, digest = "same") => signOff(`o-${id}`, id, { position, digest, at: "2026-03-02T10:00:00.000Z" });
    const state = stateOf({
      item: [item("a", { work: "done" })], seat: ["go", "with", "no", "abstains", "stale", "silent"].map((id, position) => seat(id, { ...held, position })),
      signOff: [said("go", "go"), said("with", "go-with-conditions"), said("no", "no-go"), said("abstains", "abstain"), said("stale", "go", "other")],
      condition: [condition("met", "o-with", { metAt: now }), condition("open", "o-with", { rollbackTrigger: "Smoke" }), condition("missed", "o-with", { deadline: now })],
    });
    const outcome = judgeDecide(state, max, { outcome: "no-go", reason: " Not yet ", verdictSeen: "no-go" }, now, counter("d"), () => "same");
    const { decision } = after(state, outcome);
    expect(decision.d0?.reason).toBe("Not yet");
    expect(decision.d0?.record).toMatchObject({
      conditions: [{ text: "Condition missed" }, { text: "Condition open", rollbackTrigger: "Smoke" }],
      dissent: [{ seatId: "no", position: "no-go", stale: false }, { seatId: "abstains", position: "abstain" }, { seatId: "stale", position: "go", stale: true }, { seatId: "silent", position: null }],
    });
  });

  test("keeps which seats had to answer, under a quorum alone", () => {
    const recordIn = (rule: "all" | "quorum") => {
      const state = { ...open, seat: { q: seat("q", { ...held, mustAnswer: true }), r: seat("r", { ...held, position: 1 }) }, poll: { p: poll("p", { rule, quorum: 1 }) } };
      return after(state, decide(state, { outcome: "no-go", verdictSeen: "no-go" })).decision.d0?.record;
    };
    expect(recordIn("quorum")).toMatchObject({ mustAnswer: ["Role q"] });
    expect(recordIn("all")).not.toHaveProperty("mustAnswer");
  });

  test("is not taken twice from two tabs, nor on a poll that closed or opened meanwhile", () => {
    const state = { ...done, poll: { p: poll("p") } };
    expect(why(decide(state, { pollSeen: "p", decisionSeen: null }))).toBeNull();
    const decided = after(state, decide(state, { pollSeen: "p", decisionSeen: null }));
    expect(why(decide(decided, { pollSeen: "p", decisionSeen: null }))).toBe("already-decided");
    expect(why(decide(done, { pollSeen: "p", decisionSeen: null }))).toBe("poll-closed");
    expect(why(decide(state, { pollSeen: null, decisionSeen: null }))).toBe("poll-open");
    expect(why(decide(decided, { pollSeen: null, decisionSeen: "d0" }))).toBeNull();
  });

  test("against the verdict needs a reason, is marked, and changes neither verdict nor gate", () => {
    expect(why(decide(open, { verdictSeen: "no-go" }))).toBe("reason-needed");
    const decided = after(open, decide(open, { verdictSeen: "no-go", reason: "The market will not wait" }));
    expect(decided.decision.d0).toMatchObject({ againstVerdict: true, outcome: "go", verdict: "no-go" });
    expect(judge(decided, now, sha256)).toMatchObject({ verdict: "no-go", decision: { againstVerdict: true, changesSince: 0 } });
  });

  test("counts what changes materially afterwards", () => {
    const decided = after(done, decide(done));
    const reopened = { ...decided, item: { a: item("a", { ownerId: "ann" }) } };
    expect(judge(reopened, now, sha256).decision?.changesSince).toBe(1);
  });

  test("counts what seats say otherwise afterwards, until the launch has happened", () => {
    const state = { ...done, seat: { q: seat("q", held) }, signOff: { o: signOff("o", "q", { position: "no-go", reason: "Not ready", at: now }) } };
    const decided = after(state, decide(state, { outcome: "no-go", verdictSeen: "no-go" }));
    const since = (signOffs: LaunchState["signOff"], launch: Partial<LaunchState["launch"]> = {}) => judge({ ...decided, signOff: signOffs, launch: { ...decided.launch, ...launch } }, now, sha256).decision?.changesSince;
    const later = "2026-03-10T12:30:00.000Z";
    expect(since(decided.signOff)).toBe(0);
    expect(since({ o: signOff("o", "q", { position: "no-go", at: now, withdrawnAt: later, withdrawnReason: "Ready after all" }) })).toBe(1);
    expect(since({ ...decided.signOff, p: signOff("p", "q", { position: "go", at: later }) })).toBe(1);
    expect(since({ ...decided.signOff, p: signOff("p", "q", { position: "no-go", reason: "Still not", at: later }) })).toBe(0);
    expect(since({}, { phase: "launched", launchedAt: later })).toBe(0);
  });

  test("is a manager's, on the verdict that was seen, before the launch", () => {
    expect(why(decide(done, {}, ann))).toBe("not-permitted");
    expect(why(decide(open))).toBe("state-moved");
    expect(why(decide(at({ ...done, launch: { ...done.launch, launchedAt: now } }, "launched")))).toBe("launch-over");
    expect(after(done, decide(done, { outcome: "postpone" })).launch.phase).toBe("postponed");
  });
});

describe("phases", () => {
  const move = (state: LaunchState, to: Phase, when: string | null = null, actor = max) => judgePhase(state, actor, { to, at: when, version: state.launch.version }, now);

  /** By hand, from the rules (§9); launching is tried below. */
  const arrows: Record<Phase, readonly Phase[]> = {
    preparing: ["postponed", "archived"], decided: ["preparing", "postponed", "archived"], postponed: ["preparing", "archived"],
    launched: ["closed", "rolled-back"], "rolled-back": ["preparing", "archived"], closed: ["archived"], archived: ["preparing"],
  };

  test("go only along their arrows", () => {
    for (const from of phases) for (const to of phases) {
      if (to === "launched") continue;
      expect(why(move(at(done, from), to)), `${from} to ${to}`).toBe(arrows[from].includes(to) ? null : "wrong-phase");
    }
    expect([why(move(done, "archived", null, ann)), why(move(done, "archived", null, stranger))]).toEqual(["not-permitted", "unknown-launch"]);
    expect(why(judgePhase(done, max, { to: "archived", at: null, version: 7 }, now))).toBe("stale-version");
  });

  test("launching takes a decision to go and its actual time, and keeps the verdict", () => {
    expect(why(move(at(done, "decided"), "launched"))).toBe("decision-needed");
    const decided = after(done, judgeDecide(done, max, { outcome: "go", reason: null, verdictSeen: "go" }, now, counter("d"), sha256));
    expect(why(move(decided, "launched", "2026-03-10T12:00:00.001Z"))).toBe("in-the-future");
    expect(why(move(decided, "launched", "2026-03-10T11:59:59.999Z"))).toBe("before-decision");
    const launched = after(decided, move(decided, "launched"));
    expect(launched.launch).toMatchObject({ phase: "launched", launchedAt: now });
    expect(after({ ...decided, poll: { p: poll("p") } }, move({ ...decided, poll: { p: poll("p") } }, "launched")).poll.p?.closedAt).toBe(now);
    expect(judge({ ...launched, item: { a: item("a") } }, now, sha256)).toMatchObject({ verdict: "go", reasons: [], followUps: [{ kind: "open" }] });
    expect(after(launched, move(launched, "rolled-back")).launch).toMatchObject({ phase: "rolled-back", launchedAt: null });
  });

  test("a decision stands until the launch is taken back, put off or rolled back, and is past from then on", () => {
    const then = (state: LaunchState, ...to: Phase[]) => to.reduce((so, phase, step) => {
      const moment = `2026-03-10T12:0${step + 1}:00.000Z`;
      return after(so, judgePhase(so, max, { to: phase, at: null, version: so.launch.version }, moment));
    }, state);
    const decided = (outcome: "go" | "postpone", state = done) => after(state, judgeDecide(state, max, { outcome, reason: null, verdictSeen: "go" }, now, counter("d"), sha256));
    const stands = (state: LaunchState) => judge(state, "2026-03-10T13:00:00.000Z", sha256).decision?.stands;
    const go = decided("go");
    expect([stands(go), stands(then(go, "launched")), stands(then(go, "launched", "closed")), stands(then(go, "launched", "closed", "archived"))]).toEqual([true, true, true, true]);
    expect([stands(then(go, "preparing")), stands(then(go, "postponed")), stands(then(go, "archived")), stands(then(go, "launched", "rolled-back"))]).toEqual([false, false, false, false]);
    expect([stands(decided("postpone")), stands(then(decided("postpone"), "preparing")), stands(then(decided("postpone"), "preparing", "postponed"))]).toEqual([true, false, false]);
  });

  test("an archived launch comes back, closed if it was launched, and takes changes again", () => {
    const launched = { ...done, launch: { ...done.launch, launchedAt: now } };
    expect(why(move(at(launched, "archived"), "preparing"))).toBe("wrong-phase");
    expect(after(launched, move(at(launched, "archived"), "closed")).launch).toMatchObject({ phase: "closed", launchedAt: now });
    expect(after(done, move(at(done, "archived"), "preparing")).launch.phase).toBe("preparing");
    expect(why(move(at(done, "archived"), "preparing", null, ann))).toBe("not-permitted");
  });

  test("archiving ends the poll", () => {
    const state = { ...done, poll: { p: poll("p") } };
    expect(after(state, move(state, "archived")).poll.p?.closedAt).toBe(now);
  });
});

test("a condition is met by its owner, its seat or a manager", () => {
  const state = stateOf({ item: [item("a", { work: "done" })], seat: [seat("q", held)], signOff: [signOff("o", "q", { position: "go-with-conditions" })], condition: [condition("c", "o", { ownerId: "ann" }), condition("d", "o")] });
  const meet = (actor: typeof ann, conditionId: string) => judgeMeetCondition(state, actor, { conditionId, met: true, version: 1 }, now);
  expect([why(meet(ann, "c")), why(meet(ann, "d")), why(meet(hana, "d")), why(meet(max, "d")), why(meet(max, "x"))]).toEqual([null, "not-permitted", null, null, "unknown-condition"]);
  const met = after(state, meet(ann, "c"));
  expect(met.condition.c).toMatchObject({ metAt: now, metBy: "ann" });
  const again = (taken: boolean, version: number) => judgeMeetCondition(met, ann, { conditionId: "c", met: taken, version }, now);
  expect(after(met, again(false, 2)).condition.c).toMatchObject({ metAt: null, metBy: null });
  expect([again(true, 2), why(again(false, 1)), why(meet(stranger, "c"))]).toEqual([{ allowed: true, kind: "condition.met", changes: [] }, "stale-version", "unknown-launch"]);
  expect(why(judgeMeetCondition({ ...state, launch: { ...state.launch, phase: "archived" } }, max, { conditionId: "c", met: true, version: 1 }, now))).toBe("launch-over");
});
