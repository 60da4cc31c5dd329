import { describe, expect, test } from "vitest";
import { judgeDecideWaiver, judgeEndWaiver, judgeRequestWaiver } from "./judge-waiver";
import { judge } from "./judge";
import type { LaunchState } from "./state";
import { item, seat, stateOf, waiver } from "./testing/build";
import { after, ann, counter, hana, max, stranger, why } from "./testing/people";

const now = "2026-03-10T12:00:00.000Z";

describe("waivers", () => {
  const state = stateOf({ item: [item("a"), item("never", { neverWaive: true }), item("n", { applicability: "not-applicable", applicabilityReason: "No" })] }, { goLive: "2026-04-01T10:00" });
  const ask = { itemId: "a", version: 1, reason: "Late", control: "Watch it", endsAt: "2026-04-10T00:00:00.000Z" };
  const request = (over: Partial<typeof ask> = {}, actor = ann, from = state) => judgeRequestWaiver(from, actor, { ...ask, ...over }, now, counter("w"));
  const decide = (from: LaunchState, actor = max, approve = true, reason: string | null = null) => judgeDecideWaiver(from, actor, { waiverId: "w0", approve, reason, version: 1 }, now);
  const asked = after(state, request());

  test("need a reason, a compensating control and an end that is to come and not too far", () => {
    expect(why(request({ reason: "" }))).toBe("reason-needed");
    expect(why(request({ control: "" }))).toBe("text-needed");
    expect(why(request({ endsAt: now }))).toBe("in-the-past");
    expect(why(request({ endsAt: "2026-05-02T00:00:00.000Z" }))).toBeNull();
    expect(why(request({ endsAt: "2026-05-02T00:00:00.001Z" }))).toBe("waiver-too-long");
    expect(why(request({ itemId: "never" }))).toBe("never-waive");
    expect(why(request({ itemId: "n" }))).toBe("not-applicable-item");
    expect(why(request({}, hana))).toBe("not-permitted");
    expect(why(request({}, ann, asked))).toBe("already-decided");
  });

  test("are refused for an item over one that is never to be waived, which they would cover, at any depth", () => {
    const tree = stateOf({ item: [item("a"), item("child", { parentId: "a" }), item("grandchild", { parentId: "child", neverWaive: true })] }, { goLive: "2026-04-01T10:00" });
    expect(why(request({}, ann, tree))).toBe("never-waive");
    const gone = stateOf({ item: [item("a"), item("child", { parentId: "a", neverWaive: true, retiredAt: now })] }, { goLive: "2026-04-01T10:00" });
    expect(why(request({}, ann, gone))).toBeNull();
    expect(why(decide({ ...asked, item: tree.item }))).toBe("never-waive");
  });

  test("are decided by a manager or a seat of the section, never by the one who asked", () => {
    expect(why(decide(asked, ann))).toBe("not-permitted");
    expect(why(decide(after(state, request({}, max)), max))).toBe("own-request");
    expect(why(decide(asked, hana))).toBe("not-permitted");
    const seated = { ...asked, seat: { q: seat("q", { holderId: "hana", sections: ["s1"] }) } };
    expect(why(decide(seated, hana))).toBeNull();
    expect(why(decide({ ...asked, seat: { q: seat("q", { holderId: "hana", sections: ["s2"] }) } }, hana))).toBe("not-permitted");
    expect(judge(asked, now, () => "").items.a?.band).toBe("todo");
    expect(judge(after(asked, decide(asked)), now, () => "").items.a?.band).toBe("waived");
  });

  test("a refusal needs a reason, and a decision is made once", () => {
    expect(why(decide(asked, max, false))).toBe("reason-needed");
    const refused = after(asked, decide(asked, max, false, "Fix it"));
    expect(refused.waiver.w0).toMatchObject({ state: "refused", decidedReason: "Fix it" });
    expect(why(judgeDecideWaiver(refused, max, { waiverId: "w0", approve: true, reason: null, version: 2 }, now))).toBe("already-decided");
  });

  test("are limited in number, a replaced one not counted twice", () => {
    const limited = { ...asked, launch: { ...asked.launch, waiverLimit: 1 } };
    expect(why(decide({ ...limited, waiver: { ...limited.waiver, x: waiver("x", "b") } }))).toBe("waiver-limit");
    const longer = { ...limited, waiver: { ...limited.waiver, x: waiver("x", "a") } };
    expect(after(longer, decide(longer)).waiver).toMatchObject({ x: { state: "ended" }, w0: { state: "active" } });
  });

  test("end no later than the launch's days after go-live, or after today once that is past or unset", () => {
    const latest = (goLive: string | null, endsAt: string) => why(request({ endsAt }, ann, { ...state, launch: { ...state.launch, goLive, waiverDaysAfter: 2, zone: "Europe/Madrid" } }));
    expect([latest("2026-03-20T10:00", "2026-03-22T23:00:00.000Z"), latest("2026-03-20T10:00", "2026-03-22T23:00:00.001Z")]).toEqual([null, "waiver-too-long"]);
    // Over the last Sunday of March, when the clocks go forward.
    expect([latest("2026-03-28T10:00", "2026-03-30T22:00:00.000Z"), latest("2026-03-28T10:00", "2026-03-30T22:00:00.001Z")]).toEqual([null, "waiver-too-long"]);
    for (const passed of [null, "2026-03-01T10:00"]) expect([latest(passed, "2026-03-12T23:00:00.000Z"), latest(passed, "2026-03-12T23:00:00.001Z")]).toEqual([null, "waiver-too-long"]);
    expect(why(request({ endsAt: "2026-04-10" }))).toBe("bad-instant");
    expect(why(decide({ ...asked, launch: { ...asked.launch, waiverDaysAfter: 1 } }))).toBe("waiver-too-long");
    expect(why(judgeDecideWaiver(asked, max, { waiverId: "w0", approve: true, reason: null, version: 1 }, ask.endsAt))).toBe("in-the-past");
  });

  test("are asked for once at a time, each item by itself, and again after a refusal", () => {
    const elsewhere = { ...state, waiver: { x: waiver("x", "never", { state: "requested" }), y: waiver("y", "a", { state: "refused" }), z: waiver("z", "a") } };
    expect(why(request({}, ann, elsewhere))).toBeNull();
  });

  test("are ended once, by a version that was seen", () => {
    const end = (from: LaunchState, version = 1, actor = max, waiverId = "w0") => judgeEndWaiver(from, actor, { waiverId, version }, now);
    const ended = after(asked, end(asked));
    expect(ended.waiver.w0?.state).toBe("ended");
    expect([why(end(ended, 2)), why(end(asked, 7)), why(end(asked, 7, ann)), why(end(asked, 1, max, "unknown")), why(end(asked, 1, stranger))]).toEqual(["waiver-ended", "stale-version", "stale-version", "unknown-waiver", "unknown-launch"]);
    const refused = after(asked, decide(asked, max, false, "Fix it"));
    expect(why(end(refused, 2))).toBe("waiver-ended");
    // Who asked and is only a viewer by now takes nothing back; nor does who did not ask.
    expect(why(end(asked, 1, { ...ann, role: "viewer" }))).toBe("not-permitted");
    expect(why(end({ ...asked, waiver: { w0: waiver("w0", "a", { state: "requested", requestedBy: "max" }) } }, 1, ann))).toBe("not-permitted");
  });

  test("are ended by the one who asked, or by whoever may decide them", () => {
    const end = (actor: typeof ann) => why(judgeEndWaiver(asked, actor, { waiverId: "w0", version: 1 }, now));
    expect([end(ann), end(max), end(hana)]).toEqual([null, null, "not-permitted"]);
  });
});
