import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeAddMeasurements, judgeSetRequiredMany } from "./judge-bulk";
import { judgeLinkItems, judgeUnlinkItem } from "./judge-link";
import { judgeEditNote, judgeRetireNote } from "./judge-note";
import { judgeSetTarget } from "./judge-target";
import { newestPerSource } from "./threshold";
import { evidence, item, note, stateOf } from "./testing/build";
import { admin, after, ann, changesOf, counter, hana, max, why } from "./testing/people";

const now = "2026-03-10T12:00:00.000Z";
const of = (itemId: string, version = 1) => ({ itemId, version });
const p95 = { metric: "p95", comparator: "<" as const, limit: 200, unit: "ms" };

describe("making several items advisory", () => {
  const state = stateOf({ item: [item("a"), item("b"), item("c", { required: false, requiredReason: "old" })] });
  test("takes one reason for all, and leaves those that are so already", () => {
    const next = after(state, judgeSetRequiredMany(state, max, { items: [of("a"), of("b"), of("c"), of("a")], required: false, reason: "a pilot" }, now));
    expect(["a", "b", "c"].map((id) => [next.item[id]?.required, next.item[id]?.requiredReason])).toEqual([[false, "a pilot"], [false, "a pilot"], [false, "old"]]);
  });
  test("is done to all of them or to none, and names the one it failed at", () => {
    expect(judgeSetRequiredMany(state, max, { items: [of("a"), of("b", 7)], required: false, reason: "a pilot" }, now)).toMatchObject({ why: "stale-version", field: "items.1" });
    expect(why(judgeSetRequiredMany(state, ann, { items: [of("a")], required: false, reason: "a pilot" }, now))).toBe("not-permitted");
    expect(why(judgeSetRequiredMany(state, max, { items: [of("a")], required: false, reason: " " }, now))).toBe("reason-needed");
    expect(why(judgeSetRequiredMany(state, max, { items: [], required: true, reason: null }, now))).toBe("bad-input");
    const many = (count: number) => why(judgeSetRequiredMany(state, max, { items: Array.from({ length: count }, () => of("a")), required: false, reason: "a pilot" }, now));
    expect([many(500), many(501)]).toEqual([null, "bad-input"]);
    expect(changesOf(judgeSetRequiredMany(state, max, { items: [of("a"), of("a")], required: false, reason: "a pilot" }, now))).toHaveLength(1);
  });
});

describe("pasted measurements", () => {
  const state = stateOf({ item: [item("a", { threshold: p95 })] });
  const value = { value: 150, unit: "ms", source: "load test", trueAt: null };
  const paste = (values: object[]) => judgeAddMeasurements(state, ann, { itemId: "a", title: null, validDays: null, values: values.map((one) => ({ ...value, ...one })) }, now, counter());
  test("become one proof each in one event, which says once that there was proof", () => {
    const changes = changesOf(paste([{}, { value: 170 }, { value: 190 }]));
    expect(changes.map(({ entity }) => entity)).toEqual(["evidence", "item", "evidence", "evidence"]);
    expect(after(state, paste([{}, { value: 170 }])).item.a?.hadProof).toBe(true);
  });
  test("count from the last line on where they name no moment, whatever ids they are given", () => {
    fc.assert(fc.property(fc.uniqueArray(fc.uuid(), { minLength: 2, maxLength: 8 }), (ids) => {
      const left = [...ids];
      const values = ids.map((_, at) => ({ ...value, value: 100 + at }));
      const pasted = judgeAddMeasurements(state, ann, { itemId: "a", title: null, validDays: null, values }, now, () => left.pop() ?? "");
      expect(newestPerSource(Object.values(after(state, pasted).evidence)).map((one) => one.value)).toEqual([100 + ids.length - 1]);
    }), { numRuns: 200 });
  });
  test("are all refused for one bad row, which is named", () => {
    expect(paste([{}, { unit: "s" }])).toMatchObject({ why: "wrong-unit", field: "values.1.unit" });
    expect(paste([{ value: Number.NaN }])).toMatchObject({ why: "bad-number", field: "values.0.value" });
    expect(paste([{ trueAt: "2027-01-01T00:00:00.000Z" }])).toMatchObject({ why: "in-the-future", field: "values.0.trueAt" });
    expect(paste([])).toMatchObject({ why: "value-needed" });
    expect(paste(Array.from({ length: 501 }, () => ({})))).toMatchObject({ why: "bad-input" });
  });
});

describe("a link", () => {
  const state = stateOf({ item: [item("a"), item("b", { hadProof: true }), item("c"), item("d", { link: "x" }), item("e", { link: "x" })] });
  test("joins items with their partners, and demands proof of all that share one", () => {
    const next = after(state, judgeLinkItems(state, ann, { items: [of("a"), of("b"), of("d")] }, counter("word")));
    expect(["a", "b", "c", "d", "e"].map((id) => [next.item[id]?.link, next.item[id]?.hadProof])).toEqual([["x", true], ["x", true], [null, false], ["x", true], ["x", true]]);
  });
  test("takes two, and who may", () => {
    expect(why(judgeLinkItems(state, ann, { items: [of("a"), of("a")] }, counter()))).toBe("linked-with-itself");
    expect(why(judgeLinkItems(state, hana, { items: [of("a"), of("b")] }, counter()))).toBe("not-permitted");
    expect(why(judgeLinkItems(state, ann, { items: [of("a"), of("b", 3)] }, counter()))).toBe("stale-version");
  });
  test("that is left by one of two is none", () => {
    const next = after(state, judgeUnlinkItem(state, ann, of("d")));
    expect([next.item.d?.link, next.item.e?.link]).toEqual([null, null]);
    expect(changesOf(judgeUnlinkItem(state, ann, of("a")))).toEqual([]);
  });
  test("through which a result fails is a manager's to leave, as withdrawing that result is", () => {
    const shared = (...rows: ReturnType<typeof evidence>[]) => stateOf({ item: [item("a", { link: "x", threshold: p95 }), item("b", { link: "x" })], evidence: rows });
    const value = (id: string, over: object) => evidence(id, "b", { kind: "measurement", value: 300, unit: "ms", source: "load test", ...over });
    const leave = (from: ReturnType<typeof shared>, actor = ann) => why(judgeUnlinkItem(from, actor, of("a")));
    expect([leave(shared(value("e", {}))), leave(shared(value("e", {})), max)]).toEqual(["needs-manager", null]);
    expect(leave(shared(value("e", { withdrawnAt: now })))).toBeNull();
    expect(leave(shared(value("e", {}), value("f", { value: 100, trueAt: now })))).toBeNull();
  });
});

describe("a target", () => {
  const state = stateOf({
    item: [item("a", { text: "User satisfaction", window: "ongoing" }), item("m", { threshold: p95 })],
    evidence: [evidence("e", "m", { kind: "measurement", url: null, value: 180, unit: "ms" })],
  });
  test("is set by a manager where the document gave none, named by the item's own words", () => {
    const input = { ...of("a"), metric: null, comparator: ">=" as const, limit: 4.5, unit: "points" };
    expect(after(state, judgeSetTarget(state, max, input)).item.a?.threshold).toEqual({ metric: "User satisfaction", comparator: ">=", limit: 4.5, unit: "points" });
    expect(why(judgeSetTarget(state, ann, input))).toBe("not-permitted");
    expect(why(judgeSetTarget(state, max, { ...input, limit: Number.POSITIVE_INFINITY }))).toBe("bad-number");
  });
  test("keeps the unit in which values were measured", () => {
    expect(why(judgeSetTarget(state, max, { ...of("m"), metric: null, comparator: "<", limit: 0.3, unit: "s" }))).toBe("unit-in-use");
    expect(after(state, judgeSetTarget(state, max, { ...of("m"), metric: null, comparator: "<", limit: 300, unit: "ms" })).item.m?.threshold?.limit).toBe(300);
  });
});

describe("a note", () => {
  const state = stateOf({ note: [note("n")] });
  test("is reworded and retired by its author or a manager only", () => {
    const edit = { noteId: "n", kind: "exception" as const, text: "Reworded", version: 1 };
    expect(after(state, judgeEditNote(state, ann, edit)).note.n).toMatchObject({ text: "Reworded", kind: "exception", authorId: "ann" });
    const other = { id: "bob", admin: false, role: "contributor" as const };
    expect([other, hana, max, admin].map((person) => why(judgeEditNote(state, person, edit)))).toEqual(["needs-manager", "not-permitted", null, null]);
    const retired = after(state, judgeRetireNote(state, ann, { noteId: "n", version: 1 }, now));
    expect(retired.note.n?.retiredAt).toBe(now);
    expect(why(judgeEditNote(retired, ann, { ...edit, version: 2 }))).toBe("unknown-note");
  });
});
