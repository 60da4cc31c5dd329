import { describe, expect, test } from "vitest";
import { judge } from "./judge";
import type { LaunchState } from "./state";
import { condition, decision, evidence, item, member, poll, seat, section, signOff, start, stateOf } from "./testing/build";

const now = "2026-03-10T12:00:00.000Z";
const at = (state: LaunchState, moment = now) => judge(state, moment, () => "same");
const done = { work: "done" as const, workAt: "2026-03-01T10:00:00.000Z" };
const held = { holderId: "hana", holderAt: "2026-02-01T00:00:00.000Z" };
const signed = (over: Parameters<typeof signOff>[2] = {}) => signOff("o", "q", { digest: "same", at: "2026-03-02T10:00:00.000Z", ...over });
const ready = item("a", done);

describe("seats", () => {
  const team = (id: string, name: string) => seat(id, { ...held, team: name });
  const go = (seatId: string, over: Parameters<typeof signOff>[2] = {}) => signOff(`o-${seatId}`, seatId, { digest: "same", at: "2026-03-02T10:00:00.000Z", ...over });
  const seats = [team("q1", "A"), team("q2", "A"), team("q3", "B"), team("q4", "B")];
  const missing = (over: Partial<LaunchState["launch"]>, ...signOffs: ReturnType<typeof signOff>[]) =>
    at(stateOf({ item: [ready], seat: seats, signOff: signOffs }, over)).reasons.map(({ kind, subjectId }) => `${kind} ${subjectId}`);

  test("all of them are needed by default", () => {
    expect(missing({}, go("q1"), go("q2"), go("q3"))).toEqual(["seat-unsigned q4"]);
  });

  test("any of each team is enough under that rule, and one reason per team is named", () => {
    expect(missing({ pollRule: "any-of-each-team" }, go("q2"))).toEqual(["seat-unsigned q3"]);
    expect(missing({ pollRule: "any-of-each-team" }, go("q2"), go("q4"))).toEqual([]);
  });

  test("a quorum names as many seats as are missing", () => {
    expect(missing({ pollRule: "quorum", quorum: 3 }, go("q1"))).toHaveLength(2);
    expect(missing({ pollRule: "quorum", quorum: 1 }, go("q1"))).toEqual([]);
  });

  test("the gap of a quorum or a team is named by the seat with the shortest way, and lies with all who could fill it", () => {
    const people = ["ann", "hana", "max", "zoe"];
    const ways = ["seat-empty", "seat-abstained", "seat-unsigned", "seat-stale"] as const;
    for (const [index, kind] of ways.entries()) {
      // Each of the seats with a longer way stands before it.
      const some = ways.slice(0, index + 1);
      const rows = some.map((one, n) => seat(`q${n}`, { ...held, holderId: one === "seat-empty" ? null : (people[n] ?? null), position: n }));
      const said = some.flatMap((one, n) => (one === "seat-abstained" ? [go(`q${n}`, { position: "abstain", byId: people[n] ?? "" })] : one === "seat-stale" ? [go(`q${n}`, { digest: "other", byId: people[n] ?? "" })] : []));
      for (const over of [{ pollRule: "quorum", quorum: 1 }, { pollRule: "any-of-each-team" }] as const) {
        const { reasons } = at(stateOf({ item: [ready], seat: rows, signOff: said }, over));
        expect(reasons.map((reason) => [reason.kind, reason.subjectId])).toEqual([[kind, `q${index}`]]);
        expect(reasons[0]?.who, kind).toEqual(kind === "seat-empty" ? ["max"] : people.slice(1, index + 1));
      }
    }
  });

  test("a delegate's time begins at its first moment and ends before its last; open at either side it has none", () => {
    const asked = (delegateFrom: string | null, delegateTo: string | null) => at(stateOf({ item: [ready], seat: [seat("q", { ...held, delegateId: "ann", delegateFrom, delegateTo })] })).reasons[0]?.who;
    const [before, after] = ["2026-03-10T11:59:59.999Z", "2026-03-10T12:00:00.001Z"];
    expect([asked(null, null), asked(now, null), asked(null, after), asked(before, after)]).toEqual(Array(4).fill(["ann", "hana"]));
    expect([asked(after, null), asked(null, now), asked(null, before)]).toEqual(Array(3).fill(["hana"]));
  });

  test("the newest signature stands, of one moment the one with the later id", () => {
    const of = (...rows: [id: string, moment: string, position: "go" | "abstain"][]) =>
      at(stateOf({ item: [ready], seat: [seat("q", held)], signOff: rows.map(([id, moment, position]) => signOff(id, "q", { digest: "same", at: moment, position })) })).seats[0]?.position;
    expect(of(["a", "2026-03-03T00:00:00.000Z", "abstain"], ["b", "2026-03-02T00:00:00.000Z", "go"])).toBe("abstain");
    expect(of(["a", now, "abstain"], ["b", now, "go"])).toBe("go");
    expect(of(["b", now, "go"], ["a", now, "abstain"])).toBe("go");
    expect(of(["a", held.holderAt, "go"])).toBe("go");
  });

  test("a named seat must answer whatever the count, and abstaining is an answer but no go", () => {
    const named = (signOffs: ReturnType<typeof signOff>[], quorum = 1) => at(stateOf({
      item: [ready], seat: [team("q1", "A"), seat("q2", { ...held, mustAnswer: true })], signOff: signOffs,
    }, { pollRule: "quorum", quorum })).reasons.map(({ kind, subjectId }) => `${kind} ${subjectId}`);
    expect(named([go("q1")])).toEqual(["seat-unsigned q2"]);
    expect(named([go("q1"), go("q2", { position: "abstain" })])).toEqual([]);
    expect(named([go("q1"), go("q2", { position: "abstain" })], 2)).toEqual(["seat-abstained q2"]);
  });

  test("any no-go blocks under every rule, even one that is stale", () => {
    for (const pollRule of ["all", "any-of-each-team", "quorum"] as const) {
      const others = [go("q1"), go("q2"), go("q3")];
      expect(missing({ pollRule, quorum: pollRule === "quorum" ? 1 : null }, ...others, go("q4", { position: "no-go", digest: "other" }))).toEqual(["seat-no-go q4"]);
    }
  });

  test("an open poll's rule stands before the launch's", () => {
    const state = stateOf({ item: [ready], seat: seats, signOff: [go("q1")], poll: [poll("p", { rule: "quorum", quorum: 1 })] });
    expect(at(state).verdict).toBe("go");
  });

  test("a new holder signs anew", () => {
    const state = stateOf({ item: [ready], seat: [seat("q", { holderId: "ann", holderAt: "2026-03-03T00:00:00.000Z" })], signOff: [signed()] });
    expect(at(state).reasons).toMatchObject([{ kind: "seat-unsigned", since: "2026-03-03T00:00:00.000Z", who: ["ann"] }]);
  });

  test("a holder who left a seat and came back signs anew", () => {
    const state = stateOf({ item: [ready], seat: [seat("q", { holderId: "hana", holderAt: "2026-03-03T00:00:00.000Z" })], signOff: [signed()] });
    expect(at(state).reasons.map(({ kind }) => kind)).toEqual(["seat-unsigned"]);
  });

  test("a delegate's signature is the holder's, and in their time they can be asked", () => {
    const absent = seat("q", { ...held, delegateId: "ann", delegateFrom: "2026-03-01T00:00:00.000Z", delegateTo: "2026-03-12T00:00:00.000Z" });
    expect(at(stateOf({ item: [ready], seat: [absent], signOff: [signed({ byId: "ann", forId: "hana" })] })).verdict).toBe("go");
    expect(at(stateOf({ item: [ready], seat: [absent] }))).toMatchObject({ reasons: [{ who: ["ann", "hana"] }], validUntil: "2026-03-12T00:00:00.000Z" });
  });

  test("withdrawing does not bring an older signature back", () => {
    const state = stateOf({ item: [ready], seat: [seat("q", held)], signOff: [signed(), signOff("p", "q", { digest: "same", at: "2026-03-04T00:00:00.000Z", withdrawnAt: "2026-03-05T00:00:00.000Z" })] });
    expect(at(state).reasons).toMatchObject([{ kind: "seat-unsigned", since: "2026-03-05T00:00:00.000Z" }]);
  });

  test("a condition is open until met, and missed at its deadline", () => {
    const state = (over: Parameters<typeof condition>[2]) => stateOf({ item: [ready], seat: [seat("q", held)], signOff: [signed({ position: "go-with-conditions" })], condition: [condition("c", "o", over)] });
    expect(at(state({}))).toMatchObject({ verdict: "conditional-go", validUntil: "2027-01-01T00:00:00.000Z" });
    expect(at(state({ metAt: now })).verdict).toBe("go");
    expect([at(state({})).seats[0]?.openConditions, at(state({ metAt: now })).seats[0]?.openConditions]).toEqual([1, 0]);
    expect(at(state({}), "2027-01-01T00:00:00.000Z").reasons[0]?.kind).toBe("condition-missed");
  });

  test("an item's reason falls to the seats that name its section before those that answer for all", () => {
    const state = stateOf({ section: [section("s1")], item: [item("a")], seat: [seat("q", { ...held, sections: ["s1"] }), seat("r", { holderId: "ann" })] });
    expect(at(state).reasons.find(({ kind }) => kind === "open")?.who).toEqual(["hana"]);
  });

  test("a launch without seats or managers can be go", () => {
    expect(at(stateOf({ item: [ready], member: [member("ann")] })).verdict).toBe("go");
  });
});

describe("once launched", () => {
  const launched = { phase: "launched" as const, launchedAt: "2026-03-05T10:00:00.000Z", goLive: "2026-03-05T10:00", goLiveAt: start };
  const proof = evidence("e", "a", { trueAt: "2026-03-01T10:00:00.000Z", validDays: 5 });

  test("the verdict is kept as it was, and what expires later is a follow-up", () => {
    const state = stateOf({ item: [item("a", { ...done, hadProof: true })], evidence: [proof], decision: [decision("d")] }, launched);
    expect(at(state)).toMatchObject({ verdict: "go", reasons: [], followUps: [{ kind: "proof-stale" }], numbers: { verified: { done: 1 } } });
    expect(at(state, "2026-03-06T10:00:00.000Z")).toMatchObject({ followUps: [], validUntil: "2026-03-07T00:00:00.000Z" });
    const reopened = { ...state, item: { a: item("a", { workAt: now }) } };
    expect(at(reopened)).toMatchObject({ verdict: "go", reasons: [], followUps: [{ kind: "open" }] });
  });

  test("the verdict kept is the last decision's before the launch, and the decision told is the newest", () => {
    const decisions = [
      decision("a", { at: "2026-03-02T00:00:00.000Z", verdict: "go" }), decision("b", { at: launched.launchedAt, verdict: "conditional-go" }),
      decision("c", { at: "2026-03-06T00:00:00.000Z", verdict: "no-go", outcome: "no-go" }),
    ];
    for (const order of [decisions, decisions.toReversed()]) {
      expect(at(stateOf({ item: [ready], decision: order }, launched))).toMatchObject({ verdict: "conditional-go", decision: { outcome: "no-go", at: "2026-03-06T00:00:00.000Z" } });
    }
    expect(at(stateOf({ item: [item("a")] }, launched)).verdict).toBe("no-go");
    const { decision: told } = at(stateOf({ item: [ready], decision: decisions }, { ...launched, phase: "rolled-back" }));
    expect(told?.stands).toBe(false);
  });

  test("a launch against the verdict keeps its no-go and its reasons", () => {
    const state = stateOf({ item: [item("a")], decision: [decision("d", { verdict: "no-go", againstVerdict: true })] }, launched);
    expect(at(state)).toMatchObject({ verdict: "no-go", reasons: [{ kind: "open" }], followUps: [{ kind: "open" }] });
  });

  test("neither the date that has passed nor a tick of the final week that gets old is a reason or a follow-up", () => {
    const state = stateOf({ item: [ready, item("f", { window: "final-week", work: "done", workAt: "2026-03-04T10:00:00.000Z" })] }, launched);
    expect(at(state, "2026-05-01T00:00:00.000Z")).toMatchObject({ verdict: "go", reasons: [], followUps: [], numbers: { claimed: { done: 2 } } });
  });
});

test("changes since the decision are counted against the state it was made on", () => {
  const before = stateOf({ item: [ready, item("b")] });
  const record = { material: { rule: 1, goLive: null, sections: null, facts: {}, items: {} } };
  expect(at({ ...before, decision: { d: decision("d", { record }) } }).decision?.changesSince).toBe(2);
  expect(at({ ...before, decision: { d: decision("d") } }).decision?.changesSince).toBe(0);
});
