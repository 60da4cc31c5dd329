import { describe, expect, test } from "vitest";
import { type Settings, judgeSettings } from "./judge-settings";
import { judge } from "./judge";
import { ruleInForce } from "./poll";
import { item, poll, seat, stateOf } from "./testing/build";
import { after, ann, changesOf, max, why } from "./testing/people";
import { sha256 } from "./testing/sha256";

const now = "2026-03-10T12:00:00.000Z";
const held = { holderId: "hana", holderAt: "2026-02-01T00:00:00.000Z" };
const ready = stateOf({ item: [item("a", { work: "done" })], seat: [seat("q", held)] });

describe("settings", () => {
  const set = (values: Settings, state = ready, actor = max) => judgeSettings(state, actor, { version: 1, set: values }, now);
  test("take what exists and is to come", () => {
    expect([why(set({ zone: "Mars/Olympus" })), why(set({ goLive: "2026-02-30T10:00" })), why(set({ goLive: "2026-03-10T12:00" })), why(set({ nextReview: "2026-03-09" })), why(set({ nextReview: "soon" }))])
      .toEqual(["bad-zone", "bad-time", "in-the-past", "in-the-past", "bad-day"]);
    expect([why(set({ name: " " })), why(set({ validDays: -1 })), why(set({ waiverDaysAfter: 1.5 })), why(set({ rule: 9 })), why(set({ waiverLimit: -1 }))])
      .toEqual(["text-needed", "bad-number", "bad-number", "bad-number", "bad-number"]);
    expect(why(set({ name: "Else" }, ready, ann))).toBe("not-permitted");
  });
  test("remember since when the date stands, only when it moves", () => {
    expect(after(ready, set({ goLive: "2026-06-01T10:00", name: "Else" })).launch).toMatchObject({ goLive: "2026-06-01T10:00", goLiveAt: now, name: "Else" });
    expect(after(ready, set({ name: "Else" })).launch.goLiveAt).toBeNull();
    expect(changesOf(set({ name: "Demo" }))).toEqual([]);
  });
  test("another zone moves a date that is set, and no date that is not", () => {
    const dated = { ...ready, launch: { ...ready.launch, goLive: "2026-06-01T10:00", goLiveAt: "2026-03-01T00:00:00.000Z" } };
    expect(after(dated, set({ zone: "Europe/Madrid" }, dated)).launch).toMatchObject({ zone: "Europe/Madrid", goLiveAt: now });
    expect(after(ready, set({ zone: "Europe/Madrid" })).launch.goLiveAt).toBeNull();
    expect(after(dated, set({ goLive: null }, dated)).launch).toMatchObject({ goLive: null, goLiveAt: now });
    // 02:30 never comes on that night: it is 03:30, which is still to come at 03:29 there.
    const gap = (at: string) => why(judgeSettings({ ...ready, launch: { ...ready.launch, zone: "Europe/Madrid" } }, max, { version: 1, set: { goLive: "2026-03-29T02:30" } }, at));
    expect([gap("2026-03-29T01:29:59.999Z"), gap("2026-03-29T01:30:00.000Z")]).toEqual([null, "in-the-past"]);
  });
  test("another rule than a quorum takes the quorum away, and an open poll keeps both", () => {
    const counted = { ...ready, launch: { ...ready.launch, pollRule: "quorum" as const, quorum: 1 } };
    expect(why(set({ pollRule: "all", quorum: 1 }, { ...ready, launch: { ...ready.launch, pollRule: "any-of-each-team" } }))).toBe("bad-quorum");
    expect(after(counted, set({ pollRule: "any-of-each-team", quorum: null }, counted)).launch).toMatchObject({ quorum: null });
    const two = { ...counted, seat: { ...ready.seat, r: seat("r", { ...held, position: 1 }) }, poll: { p: poll("p") } };
    expect([why(set({ quorum: 2 }, two)), why(set({ name: "Else" }, two))]).toEqual(["poll-open", null]);
  });
  test("keep a past date that is not touched", () => {
    const past = { ...ready, launch: { ...ready.launch, goLive: "2026-03-01T10:00" } };
    expect(why(set({ name: "Else" }, past))).toBeNull();
  });
  test("give a quorum to that rule only, and no new rule to an open poll", () => {
    expect([why(set({ pollRule: "quorum" })), why(set({ quorum: 1 })), why(set({ pollRule: "quorum", quorum: 1 }))]).toEqual(["bad-quorum", "bad-quorum", null]);
    expect(why(set({ pollRule: "any-of-each-team" }, { ...ready, poll: { p: poll("p") } }))).toBe("poll-open");
    const counted = { ...ready, launch: { ...ready.launch, pollRule: "quorum" as const, quorum: 2 } };
    expect(after(counted, set({ pollRule: "all" }, counted)).launch).toMatchObject({ pollRule: "all", quorum: null });
  });
});

describe("a quorum", () => {
  const seats = (...retired: boolean[]) => Object.fromEntries(retired.map((gone, n) => [`q${n}`, seat(`q${n}`, { ...held, position: n, retiredAt: gone ? now : null })]));
  const declare = (quorum: number | null, ...retired: boolean[]) =>
    judgeSettings({ ...ready, seat: seats(...retired) }, max, { version: 1, set: { pollRule: "quorum", quorum } }, now);

  test.each([[0, "bad-quorum"], [1, null], [3, null], [4, "bad-quorum"], [99, "bad-quorum"], [1.5, "bad-quorum"], [-1, "bad-quorum"], [null, "bad-quorum"]] as const)(
    "of %s is declared for three seats: %s", (quorum, refused) => {
      expect(why(declare(quorum, false, false, false))).toBe(refused);
    });

  test("says how many seats there are when more are asked for; retired ones are none", () => {
    expect(declare(3, false, false, true)).toEqual({ allowed: false, why: "bad-quorum", field: "quorum", limit: 2 });
    expect(declare(1)).toMatchObject({ why: "bad-quorum", limit: 0 });
  });

  test("that seats were declared for and retired since asks for all that are left, and stops no other setting", () => {
    const fallen = { ...ready, seat: seats(false, false, true), launch: { ...ready.launch, pollRule: "quorum" as const, quorum: 3 } };
    expect(ruleInForce(fallen)).toEqual({ rule: "quorum", quorum: 2 });
    expect(ruleInForce({ ...fallen, poll: { p: poll("p", { rule: "quorum", quorum: 3 }) } })).toEqual({ rule: "quorum", quorum: 2 });
    expect(judge(fallen, now, sha256).reasons.map(({ kind, subjectId }) => `${kind} ${subjectId}`)).toEqual(["seat-unsigned q0", "seat-unsigned q1"]);
    expect(why(judgeSettings(fallen, max, { version: 1, set: { name: "Else", pollRule: "quorum", quorum: 3 } }, now))).toBeNull();
  });
});
