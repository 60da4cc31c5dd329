import { describe, expect, test } from "vitest";
import type { ReasonKind } from "./judgement";
import { itemReasonKinds, reasonKinds } from "./judgement";
import { judge, rules } from "./judge";
import type { LaunchState } from "./state";
import { condition, decision, evidence, fact, item, member, poll, seat, section, signOff, start, stateOf, waiver } from "./testing/build";
import { sha256 } from "./testing/sha256";

const now = "2026-03-10T12:00:00.000Z";
const at = (state: LaunchState, moment = now) => judge(state, moment, () => "same");
const done = { work: "done" as const, workAt: "2026-03-01T10:00:00.000Z" };
const target = { metric: "p95", comparator: "<" as const, limit: 200, unit: "ms" };
const measured = (id: string, value: number, source: string, trueAt = "2026-03-05T10:00:00.000Z") =>
  evidence(id, "a", { kind: "measurement", value, unit: "ms", source, url: null, trueAt, addedAt: trueAt });
const held = { holderId: "hana", holderAt: "2026-02-01T00:00:00.000Z" };
const signed = (over: Parameters<typeof signOff>[2] = {}) => signOff("o", "q", { digest: "same", at: "2026-03-02T10:00:00.000Z", ...over });
const ready = item("a", done);

type Row = { kind: ReasonKind; state: LaunchState; since: string; who: string[]; detail?: string | null; subject?: string };

/** One row per kind of reason: the state that has exactly this reason, since when it held and who can clear it. */
const table: Row[] = [
  { kind: "contradicted", since: "2026-03-05T10:00:00.000Z", who: ["ann"],
    state: stateOf({ item: [item("a", { ...done, threshold: target, ownerId: "ann" })], evidence: [measured("e", 250, "load test")] }) },
  { kind: "blocked", since: "2026-03-04T10:00:00.000Z", who: ["max"], detail: "Waiting for keys",
    state: stateOf({ item: [item("a", { work: "blocked", workReason: "Waiting for keys", workAt: "2026-03-04T10:00:00.000Z" })] }) },
  { kind: "undecided", since: start, who: ["max"], state: stateOf({ item: [item("a", { applicability: "undecided", condition: "if needed" })] }) },
  { kind: "open", since: start, who: ["max"], detail: null, state: stateOf({ item: [item("a")] }) },
  { kind: "proof-stale", since: "2026-03-09T00:00:00.000Z", who: ["max"],
    state: stateOf({ item: [item("a", { ...done, hadProof: true })], evidence: [evidence("e", "a", { trueAt: "2026-03-01T15:00:00.000Z", validDays: 7 })] }) },
  { kind: "proof-missing", since: done.workAt, who: ["max"], state: stateOf({ item: [item("a", { ...done, proof: "required" })] }) },
  { kind: "waiver-too-short", since: "2026-02-20T00:00:00.000Z", who: ["max"],
    state: stateOf({ item: [item("a")], waiver: [waiver("w", "a", { endsAt: "2026-04-01T00:00:00.000Z", decidedAt: "2026-02-01T00:00:00.000Z" })] },
      { goLive: "2026-04-02T10:00", goLiveAt: "2026-02-20T00:00:00.000Z" }) },
  { kind: "seat-empty", since: start, who: ["max"], subject: "Role q", state: stateOf({ item: [ready], seat: [seat("q")] }) },
  { kind: "seat-no-go", since: "2026-03-02T10:00:00.000Z", who: ["hana"], detail: "Too risky",
    state: stateOf({ item: [ready], seat: [seat("q", held)], signOff: [signed({ position: "no-go", reason: "Too risky" })] }) },
  { kind: "seat-stale", since: "2026-03-05T10:00:00.000Z", who: ["hana"],
    state: stateOf({ item: [item("a", { ...done, workAt: "2026-03-05T10:00:00.000Z" })], seat: [seat("q", held)], signOff: [signed({ digest: "other", material: { items: {} } })] }) },
  { kind: "seat-unsigned", since: held.holderAt, who: ["hana"], state: stateOf({ item: [ready], seat: [seat("q", held)] }) },
  { kind: "seat-abstained", since: "2026-03-02T10:00:00.000Z", who: ["hana"], detail: "Not my field",
    state: stateOf({ item: [ready], seat: [seat("q", held)], signOff: [signed({ position: "abstain", reason: "Not my field" })] }) },
  { kind: "undecided-alternatives", since: start, who: ["max"], subject: "Item a / Item b",
    state: stateOf({ item: [item("a", { alternatives: "x" }), item("b", { alternatives: "x", position: 1 })] }) },
  { kind: "condition-missed", since: "2026-03-08T00:00:00.000Z", who: ["ann"], detail: "Role q",
    state: stateOf({ item: [ready], seat: [seat("q", held)], signOff: [signed({ position: "go-with-conditions", reason: "But" })],
      condition: [condition("c", "o", { deadline: "2026-03-08T00:00:00.000Z", ownerId: "ann" })] }) },
  { kind: "go-live-passed", since: "2026-03-09T10:00:00.000Z", who: ["max"],
    state: stateOf({ item: [ready] }, { goLive: "2026-03-09T10:00", goLiveAt: start }) },
  { kind: "nothing-to-judge", since: start, who: ["max"], state: stateOf({ item: [item("a", { applicability: "not-applicable", applicabilityReason: "No" })] }) },
];

describe("every kind of reason", () => {
  test.each(table)("$kind stands alone in its state, with since, who and detail", ({ kind, state, since, who, detail, subject }) => {
    const { verdict, reasons } = at(state);
    expect(reasons.map((reason) => reason.kind)).toEqual([kind]);
    expect(verdict).toBe("no-go");
    expect(reasons[0]).toMatchObject({ since, who, ...(detail === undefined ? {} : { detail }), ...(subject === undefined ? {} : { subject }) });
  });

  test("has a row in the table", () => {
    expect(new Set(table.map(({ kind }) => kind))).toEqual(new Set(reasonKinds));
  });

  test("comes first in the order of the rules when several hold", () => {
    const all = item("a", { work: "blocked", workReason: "Why", applicability: "undecided", proof: "required", threshold: target });
    const disagreeing = [measured("e", 100, "x"), measured("f", 300, "y")];
    const kinds = (over: Partial<typeof all>, evidenceRows = disagreeing) => at(stateOf({ item: [{ ...all, ...over }], evidence: evidenceRows })).reasons[0]?.kind;
    expect(kinds({})).toBe("contradicted");
    expect(kinds({}, [])).toBe("blocked");
    expect(kinds({ work: "done", workReason: null }, [])).toBe("undecided");
    expect(kinds({ work: "todo", workReason: null, applicability: "applies" }, [])).toBe("open");
    expect(itemReasonKinds[0]).toBe("contradicted");
  });
});

describe("what counts", () => {
  test("advisory, not applicable, retired and later items and parents of tasks are not in m", () => {
    const { numbers } = at(stateOf({ item: [
      item("a", done), item("b", { required: false, work: "done" }), item("c", { applicability: "not-applicable", applicabilityReason: "No" }),
      item("d", { retiredAt: now }), item("e", { window: "launch-day" }), item("f", { window: "ongoing", work: "done" }),
      item("p", { work: "done" }), item("q", { parentId: "p", work: "done" }),
    ] }));
    expect(numbers.claimed).toEqual({ done: 2, of: 2, percent: 100 });
    expect(numbers).toMatchObject({ notApplicable: 1, advisory: { done: 1, of: 1 }, windows: { "launch-day": { done: 0, of: 1 }, ongoing: { done: 1, of: 1 } } });
  });

  test("a parent's work is its children's, and a tick that says otherwise is a finding", () => {
    const { items, findings } = at(stateOf({ item: [item("p", { work: "done" }), item("c", { parentId: "p", work: "done" }), item("d", { parentId: "p" })] }));
    expect(items.p?.work).toBe("in-progress");
    expect(findings).toEqual([{ kind: "parent-tick", itemId: "p", message: "Item p" }]);
  });

  test("not-applicable and a waiver on a parent cover its children", () => {
    const covered = at(stateOf({ item: [item("p", { applicability: "not-applicable", applicabilityReason: "No" }), item("c", { parentId: "p" }), item("d", { parentId: "c" }), item("z", done)] }));
    expect(covered.numbers.claimed.of).toBe(1);
    const waived = at(stateOf({ item: [item("p"), item("c", { parentId: "p" })], waiver: [waiver("w", "p")] }));
    expect([waived.verdict, waived.items.c?.band]).toEqual(["conditional-go", "waived"]);
  });

  test("199 of 200 is 99 percent", () => {
    const rows = Array.from({ length: 200 }, (_, index) => item(`i${index}`, index === 0 ? {} : done));
    expect(at(stateOf({ item: rows })).numbers.claimed).toEqual({ done: 199, of: 200, percent: 99 });
  });
});

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

  test("that are only asked for change nothing", () => {
    expect(at(stateOf({ item: [item("a")], waiver: [waiver("w", "a", { state: "requested" })] })).verdict).toBe("no-go");
  });

  test("of an item that has nothing to waive leave it done and the verdict go", () => {
    expect(at(stateOf({ item: [item("a", done)], waiver: [waiver("w", "a")] }))).toMatchObject({ verdict: "go", numbers: { waived: 0, claimed: { done: 1 } } });
  });
});

describe("windows", () => {
  const dated = { goLive: "2026-04-02T10:00", goLiveAt: start, zone: "Europe/Madrid" };
  const final = (over: Partial<Parameters<typeof item>[1]> = {}) => stateOf({ item: [item("a", { window: "final-week", ...over })] }, dated);

  test("before T − 7 d a final-week item is not yet due, and a tick is too early", () => {
    expect(at(final()).items.a?.timing).toBe("not-yet-due");
    expect(at(final(done))).toMatchObject({ items: { a: { timing: "too-early", claimed: false } }, reasons: [{ kind: "open", detail: "too-early" }] });
  });

  test("daylight saving keeps the local time at which the final week opens", () => {
    // 26 March 10:00 in Madrid is before the clocks go forward: 09:00 UTC, where go-live is 08:00 UTC.
    expect(at(final())).toMatchObject({ goLive: "2026-04-02T08:00:00.000Z", validUntil: "2026-03-26T09:00:00.000Z" });
    expect(at(final({ work: "done", workAt: "2026-03-26T09:00:00.000Z" }), "2026-03-27T00:00:00.000Z").verdict).toBe("go");
    expect(at(final({ work: "done", workAt: "2026-03-26T08:59:59.999Z" }), "2026-03-27T00:00:00.000Z").items.a?.timing).toBe("too-early");
  });

  test("a newer proof makes an early tick true again", () => {
    const state = final({ ...done, hadProof: true });
    const proof = evidence("e", "a", { trueAt: "2026-03-27T10:00:00.000Z" });
    expect(at({ ...state, evidence: { e: proof } }, "2026-03-28T10:00:00.000Z").verdict).toBe("go");
  });

  test("without a date everything is judged as if launching now", () => {
    const state = stateOf({ item: [item("a", { window: "final-week", work: "done", workAt: "2026-03-04T12:00:00.000Z" })] });
    expect(at(state).verdict).toBe("go");
    expect(at(state, "2026-03-11T12:00:00.001Z").reasons[0]).toMatchObject({ kind: "open", detail: "too-early" });
  });

  test("later windows never touch the verdict", () => {
    expect(at(stateOf({ item: [item("a", done), item("b", { window: "first-24h", work: "blocked", workReason: "Why" })] })).verdict).toBe("go");
  });
});

describe("alternatives", () => {
  const pair = (a: Partial<Parameters<typeof item>[1]>, b: Partial<Parameters<typeof item>[1]> = {}) => stateOf({
    item: [item("a", { alternatives: "x", ...a }), item("b", { alternatives: "x", position: 1, ...b })], fact: [fact("f")],
  });

  test("one done satisfies the others", () => {
    expect(at(pair(done))).toMatchObject({ verdict: "go", items: { b: { applicability: "not-applicable" } }, numbers: { claimed: { done: 1, of: 1 } } });
  });

  test("one chosen by a person is the only one that counts", () => {
    expect(at(pair({ applicabilityBy: "person" })).reasons.map(({ kind, subjectId }) => [kind, subjectId])).toEqual([["open", "a"]]);
  });

  test("an unanswered fact is one reason, with its question", () => {
    const hanging = { factId: "f", applicability: "undecided" as const };
    expect(at(pair({ ...hanging, factAnswer: false }, { ...hanging, factAnswer: true })).reasons).toMatchObject([{ kind: "undecided-alternatives", detail: "Does it use f?" }]);
  });
});

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

test("rule versions that are not known are refused loudly, and version 1 is there", () => {
  expect(rules[1]).toBeTypeOf("function");
  expect(() => judge(stateOf({}, { rule: 99 }), now, sha256)).toThrow(RangeError);
});
