import { describe, expect, test } from "vitest";
import { judge } from "./judge";
import { judgeSetWork } from "./judge-work";
import type { LaunchState, Work } from "./state";
import { fact, item, start, stateOf, waiver } from "./testing/build";
import { after, ann, changesOf, hana, stranger, why } from "./testing/people";

const now = "2026-03-10T12:00:00.000Z";
const set = (state: LaunchState, id: string, work: Work, reason: string | null = null, actor = ann) =>
  judgeSetWork(state, actor, { itemId: id, work, reason, version: state.item[id]?.version ?? 1 }, now);

describe("setting an item's work", () => {
  const state = stateOf({ item: [item("a"), item("p"), item("c", { parentId: "p" }), item("n", { applicability: "not-applicable", applicabilityReason: "No" })] });

  test("records who and when, in one row with its version raised", () => {
    expect(changesOf(set(state, "a", "done"))).toEqual([{ entity: "item", id: "a",
      before: { work: "todo", workBy: null, workAt: null, version: 1 }, after: { work: "done", workBy: "ann", workAt: now, version: 2 } }]);
  });

  test("needs a reason for blocked, trimmed, not too long, without NUL", () => {
    expect(why(set(state, "a", "blocked", "  "))).toBe("reason-needed");
    expect(why(set(state, "a", "blocked", "x".repeat(2001)))).toBe("reason-too-long");
    expect(why(set(state, "a", "blocked", "a\0b"))).toBe("bad-character");
    const blocked = after(state, set(state, "a", "blocked", "  No keys "));
    expect(blocked.item.a).toMatchObject({ work: "blocked", workReason: "No keys" });
    expect(after(blocked, set(blocked, "a", "in-progress", "ignored")).item.a).toMatchObject({ work: "in-progress", workReason: null });
  });

  test("closing ends the waivers of that item, asked for or in force, and of no other; reopening ends none", () => {
    const waived = { ...stateOf({ item: [item("a"), item("b")] }), waiver: { v: waiver("v", "a"), w: waiver("w", "a", { state: "requested" }), x: waiver("x", "a", { state: "refused" }), y: waiver("y", "b") } };
    const states = (from: LaunchState) => Object.values(from.waiver).map(({ state: at }) => at);
    expect(states(after(waived, set(waived, "a", "done")))).toEqual(["ended", "ended", "refused", "active"]);
    expect(states(after(waived, set(waived, "a", "in-progress")))).toEqual(["active", "requested", "refused", "active"]);
  });

  test("other words for a block keep the moment from which it has stood", () => {
    const blocked = stateOf({ item: [item("a", { work: "blocked", workReason: "No keys", workBy: "max", workAt: start })] });
    const reworded = after(blocked, set(blocked, "a", "blocked", "No keys yet"));
    expect(reworded.item.a).toMatchObject({ workReason: "No keys yet", workBy: "ann", workAt: start });
    expect(judge(reworded, now, () => "").reasons[0]).toMatchObject({ kind: "blocked", since: start, detail: "No keys yet" });
  });

  test("changes nothing when it is so already, so that a tick keeps its date", () => {
    expect(changesOf(set(state, "a", "todo"))).toEqual([]);
  });

  test("is refused for strangers, viewers, unknown items, old versions, parents and what is not applicable", () => {
    expect(why(set(state, "a", "done", null, stranger))).toBe("unknown-launch");
    expect(why(set(state, "a", "done", null, hana))).toBe("not-permitted");
    expect(why(set(state, "ghost", "done"))).toBe("unknown-item");
    expect(why(set(state, "__proto__", "done"))).toBe("unknown-item");
    expect(judgeSetWork({ ...state, item: { a: item("a", { version: 3 }) } }, ann, { itemId: "a", work: "done", reason: null, version: 2 }, now))
      .toEqual({ allowed: false, why: "stale-version", seen: 2, present: 3 });
    expect(why(set(state, "p", "done"))).toBe("has-children");
    expect(why(set(state, "n", "done"))).toBe("not-applicable-item");
    expect(why(set(stateOf({ item: [item("a")] }, { phase: "archived" }), "a", "done"))).toBe("launch-over");
  });

  test("done decides that an undecided item applies", () => {
    const undecided = stateOf({ item: [item("a", { applicability: "undecided", condition: "if needed" })] });
    expect(after(undecided, set(undecided, "a", "done")).item.a).toMatchObject({ applicability: "applies", applicabilityBy: "person", applicabilityAt: now });
    expect(after(undecided, set(undecided, "a", "in-progress")).item.a?.applicability).toBe("undecided");
  });

  test("done ends the item's waivers, asked for or in force", () => {
    const waived = stateOf({ item: [item("a")], waiver: [waiver("w", "a"), waiver("x", "a", { state: "requested" }), waiver("y", "a", { state: "refused" })] });
    expect(Object.values(after(waived, set(waived, "a", "done")).waiver).map(({ state: at }) => at)).toEqual(["ended", "ended", "refused"]);
  });
});

describe("alternatives", () => {
  const pair = stateOf({ item: [item("a", { alternatives: "x" }), item("b", { alternatives: "x", position: 1, condition: "or", applicability: "undecided" })] });

  test("one done makes the others not applicable, satisfied by it, and reopening takes that back", () => {
    const done = after(pair, set(pair, "a", "done"));
    expect(done.item.b).toMatchObject({ applicability: "not-applicable", applicabilityBy: "alternative", applicabilityReason: "Item a" });
    const reopened = after(done, set(done, "a", "todo"));
    expect(reopened.item.b).toMatchObject({ applicability: "undecided", applicabilityBy: null, applicabilityReason: null });
  });

  test("a tick that decided for an undecided one lasts as long as the tick", () => {
    const done = after(pair, set(pair, "b", "done"));
    expect(done.item).toMatchObject({ a: { applicability: "not-applicable" }, b: { applicability: "applies", applicabilityBy: "alternative" } });
    expect(after(done, set(done, "b", "todo")).item).toMatchObject({ a: { applicability: "applies" }, b: { applicability: "undecided" } });
  });

  test("a satisfied one can be done as well, and stands alone when the first is reopened", () => {
    const both = after(pair, set(pair, "a", "done"));
    const second = after(both, set(both, "b", "done"));
    expect(second.item.b).toMatchObject({ applicability: "applies", work: "done" });
    const first = judge(after(second, set(second, "a", "todo")), now, () => "");
    expect(first).toMatchObject({ verdict: "go", items: { a: { work: "todo", applicability: "not-applicable" } } });
  });

  test("are left to their fact once it is answered", () => {
    const answered = { ...pair, fact: { f: fact("f", { answer: true, answeredAt: start }) }, item: { ...pair.item, b: item("b", { alternatives: "x", factId: "f" }) } };
    expect(changesOf(set(answered, "a", "done"))).toHaveLength(1);
  });
});
