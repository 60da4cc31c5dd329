import { describe, expect, test } from "vitest";
import { judgeAddGroup, judgeAddSection, judgeMoveGroup, judgeMoveSection, judgeRewordGroup, judgeRewordSection } from "./judge-structure-headings";
import { judgeAddItem, judgeMoveItem, judgeRewordItem } from "./judge-structure-items";
import { judgeRetireGroup, judgeRetireItem, judgeRetireSection, judgeReturnGroup, judgeReturnItem, judgeReturnSection } from "./judge-structure-retire";
import { judgeAddSeat, judgeMoveSeat, judgeRetireSeat, judgeReturnSeat, judgeRewordSeat } from "./judge-structure-seats";
import { judgeUndo } from "./judge-undo";
import { materialOfSeat } from "./material";
import type { LaunchState } from "./state";
import { liveItems } from "./survey";
import { group, item, seat, section, stateOf } from "./testing/build";
import { after, ann, changesOf, counter, hana, max, stranger, why } from "./testing/people";

const now = "2026-03-10T12:00:00.000Z";
const state = stateOf({
  section: [section("s1"), section("s2", { position: 1 })],
  group: [group("g1"), group("g2", { position: 1 }), group("g3", { sectionId: "s2", position: 2 })],
  item: [
    item("a", { position: 0 }), item("b", { position: 1 }), item("b1", { position: 2, parentId: "b" }), item("b2", { position: 3, parentId: "b" }), item("c", { position: 4 }),
    item("d", { position: 5, groupId: "g2" }), item("e", { position: 6, groupId: "g3", sectionId: "s2" }),
  ],
  seat: [seat("q1"), seat("q2", { position: 1, sections: ["s1"] })],
});
const order = (of: LaunchState) => liveItems(of).map(({ id }) => id).join(" ");
const fresh = { text: "New words", key: "a", window: "before" as const };
const at = (id: string, version = 1) => ({ id, version });
const add = (over: object = {}, from = state) => judgeAddItem(from, max, { groupId: "g1", parentId: null, before: null, ...fresh, ...over }, now, counter());

describe("adding an item", () => {
  test("puts it behind all others, before one, or under another, and gives it a key of its own", () => {
    expect(order(after(state, add()))).toBe("a b b1 b2 c new0 d e");
    expect(order(after(state, add({ before: "a" })))).toBe("new0 a b b1 b2 c d e");
    expect(order(after(state, add({ before: "c" })))).toBe("a b b1 b2 new0 c d e");
    expect(order(after(state, add({ parentId: "b" })))).toBe("a b b1 b2 new0 c d e");
    expect(order(after(state, add({ parentId: "b", before: "b2" })))).toBe("a b b1 new0 b2 c d e");
    expect(after(state, add()).item.new0).toMatchObject({ key: "a-2", line: null, sectionId: "s1", text: "New words", work: "todo", applicability: "applies" });
  });

  test("changes the place of as few others as can be", () => {
    expect(changesOf(add())).toHaveLength(1);
    const once = after(state, add({ before: "b" }));
    expect(changesOf(add({ before: "b" }))).toHaveLength(5);
    // Making room left some: the next one moves nobody.
    expect(changesOf(judgeAddItem(once, max, { groupId: "g1", parentId: null, before: "b", ...fresh }, now, counter("x")))).toHaveLength(1);
  });

  test("is refused in words where it cannot be", () => {
    expect(why(add({ text: "  " }))).toBe("text-needed");
    expect(why(add({ text: "two\nlines" }))).toBe("one-line");
    expect(why(add({ text: "two\u2028lines" }))).toBe("one-line");
    expect(why(add({ text: "x".repeat(5_001) }))).toBe("text-too-long");
    expect(why(add({ groupId: "none" }))).toBe("unknown-group");
    expect(why(add({ before: "d" }))).toBe("unknown-item");
    expect(why(add({ parentId: "d" }))).toBe("unknown-item");
    const many = stateOf({ item: Array.from({ length: 5_000 }, (_, position) => item(`i${position}`, { position })) });
    expect(why(add({}, many))).toBe("too-many-items");
    const deep = stateOf({ item: Array.from({ length: 12 }, (_, position) => item(`i${position}`, { position, parentId: position === 0 ? null : `i${position - 1}` })) });
    expect(why(add({ parentId: "i11" }, deep))).toBe("nested-too-deep");
    expect(why(add({ parentId: "i10" }, deep))).toBeNull();
  });
});

describe("moving an item", () => {
  const move = (id: string, over: object) => judgeMoveItem(state, max, { ...at(id), groupId: "g1", parentId: null, before: null, ...over });

  test("takes everything nested in it along, into another group and section", () => {
    expect(order(after(state, move("b", { before: "a" })))).toBe("b b1 b2 a c d e");
    const moved = after(state, move("b", { groupId: "g3", before: "e" }));
    expect(order(moved)).toBe("a c d b b1 b2 e");
    expect(moved.item.b2).toMatchObject({ groupId: "g3", sectionId: "s2", parentId: "b", key: "b2" });
    expect(order(after(state, move("c", { parentId: "b", before: "b1" })))).toBe("a b c b1 b2 d e");
  });

  test("is no material change", () => {
    const of = (one: LaunchState) => one.seat.q1 && materialOfSeat(one, one.seat.q1).canonical;
    expect(of(after(state, move("a", { before: null })))).toBe(of(state));
    expect(of(after(state, judgeRewordItem(state, max, { ...at("a"), text: "Other words" })))).not.toBe(of(state));
    expect(of(after(state, add()))).not.toBe(of(state));
    expect(of(after(state, judgeRetireItem(state, max, at("a"), now)))).not.toBe(of(state));
  });

  test("is refused under itself, before what is elsewhere, and too deep", () => {
    expect(why(move("b", { parentId: "b1" }))).toBe("under-itself");
    expect(why(move("b", { parentId: "b" }))).toBe("under-itself");
    expect(why(move("a", { before: "a" }))).toBe("under-itself");
    expect(why(move("a", { before: "b1" }))).toBe("unknown-item");
  });
});

describe("retiring", () => {
  test("an item takes its parts, a group its items, a section all it has, and bringing back gives exactly those", () => {
    const one = after(state, judgeRetireItem(state, max, at("b1"), "2026-03-09T12:00:00.000Z"));
    for (const [gone, back] of [
      [judgeRetireItem(one, max, at("b"), now), (of: LaunchState) => judgeReturnItem(of, max, at("b", 2), now)],
      [judgeRetireGroup(one, max, at("g1"), now), (of: LaunchState) => judgeReturnGroup(of, max, at("g1", 2), now)],
      [judgeRetireSection(one, max, at("s1"), now), (of: LaunchState) => judgeReturnSection(of, max, at("s1", 2), now)],
    ] as const) {
      const without = after(one, gone);
      expect(order(without)).not.toMatch(/\bb/);
      expect(order(after(without, back(without)))).toBe("a b b2 c d e");
    }
    expect(changesOf(judgeRetireSection(state, max, at("s1"), now)).map(({ entity, id }) => `${entity} ${id}`)).toEqual(["section s1", "group g1", "group g2", "item a", "item b", "item b1", "item b2", "item c", "item d"]);
  });

  test("keeps the last section, and brings nothing back to a place that is retired", () => {
    const one = after(state, judgeRetireSection(state, max, at("s2"), now));
    expect(why(judgeRetireSection(one, max, at("s1"), now))).toBe("last-section");
    expect(why(judgeReturnItem(one, max, at("e", 2), now))).toBe("place-retired");
    expect(why(judgeReturnGroup(one, max, at("g3", 2), now))).toBe("place-retired");
    const nested = after(state, judgeRetireItem(state, max, at("b"), now));
    expect(why(judgeReturnItem(nested, max, at("b1", 2), now))).toBe("place-retired");
  });

  test("is taken back by undo as one step, as is adding, by the one who did it", () => {
    for (const outcome of [judgeRetireGroup(state, max, at("g1"), now), add({ before: "b" }), judgeMoveGroup(state, max, { ...at("g1"), sectionId: "s2", before: null })]) {
      const changed = after(state, outcome);
      const event = { seq: 1, actorId: "max", kind: outcome.allowed ? outcome.kind : "", changes: changesOf(outcome) };
      const back = after(changed, judgeUndo(changed, max, event, [], now));
      expect(order(back)).toBe(order(state));
      expect(Object.keys(back.item)).toEqual(Object.keys(state.item));
      // Who is no manager any more undoes no structure.
      expect(why(judgeUndo(changed, { ...max, role: "contributor" }, event, [], now))).toBe("not-permitted");
    }
  });
});

describe("headings", () => {
  test("sections and groups are added behind the others, with the next number as key", () => {
    const more = after(after(state, judgeAddSection(state, max, { title: " Legal " }, counter("s-new"))), judgeAddGroup(state, max, { sectionId: "s1", title: "Third" }, counter("g-new")));
    expect(more.section["s-new0"]).toMatchObject({ title: "Legal", position: 2, key: "1" });
    expect(more.group["g-new0"]).toMatchObject({ title: "Third", sectionId: "s1", position: 2 });
    const numbered = stateOf({ section: [section("x", { key: "12" }), section("y", { key: "3b", position: 1 })] });
    expect(after(numbered, judgeAddSection(numbered, max, { title: "Legal" }, counter("n"))).section.n0?.key).toBe("13");
  });

  test("sections and groups move with all that stands in them", () => {
    expect(order(after(state, judgeMoveSection(state, max, { ...at("s2"), before: "s1" })))).toBe("e a b b1 b2 c d");
    const moved = after(state, judgeMoveGroup(state, max, { ...at("g2"), sectionId: "s2", before: "g3" }));
    expect(order(moved)).toBe("a b b1 b2 c d e");
    expect(moved.item.d).toMatchObject({ sectionId: "s2", groupId: "g2" });
    expect(why(judgeMoveSection(state, max, { ...at("s2"), before: "s2" }))).toBe("under-itself");
    expect(why(judgeMoveGroup(state, max, { ...at("g2"), sectionId: "s2", before: "g1" }))).toBe("unknown-group");
  });

  test("a group under another one keeps the heading above it, and follows when that is renamed", () => {
    const nested = stateOf({ group: [group("g1", { title: "Data" }), group("g2", { title: "Data › Copies", position: 1 }), group("g3", { title: "Database", position: 2 })] });
    const renamed = after(nested, judgeRewordGroup(nested, max, { ...at("g1"), text: "Storage" }));
    expect(Object.values(renamed.group).map(({ title }) => title)).toEqual(["Storage", "Storage › Copies", "Database"]);
    expect(after(nested, judgeRewordGroup(nested, max, { ...at("g2"), text: "Backups" })).group.g2?.title).toBe("Data › Backups");
    expect(why(judgeRewordSection(nested, max, { ...at("s1"), text: "two\nlines" }))).toBe("one-line");
  });
});

describe("seats", () => {
  test("are added with a key of their own, renamed, moved, retired and brought back as they were", () => {
    const added = after(state, judgeAddSeat(state, max, { team: "", role: "Data Protection Officer", key: "q1" }, now, counter()));
    expect(added.seat.new0).toMatchObject({ key: "q1-2", team: "", role: "Data Protection Officer", position: 2, sections: null });
    expect(after(state, judgeRewordSeat(state, max, { ...at("q1"), team: "Safety", role: "Officer" })).seat.q1).toMatchObject({ key: "q1", team: "Safety", role: "Officer" });
    const moved = after(state, judgeMoveSeat(state, max, { ...at("q2"), before: "q1" })).seat;
    expect(moved.q2?.position).toBeLessThan(moved.q1?.position ?? 0);
    const gone = after(state, judgeRetireSeat(state, max, at("q2"), now));
    expect(after(gone, judgeReturnSeat(gone, max, at("q2", 2))).seat.q2).toEqual({ ...state.seat.q2, version: 3 });
  });

  test("take no role that a sign-off line could not hold", () => {
    for (const role of ["x", "Lead: Dev", "A|B", "x".repeat(61), "a\nb"]) expect(judgeAddSeat(state, max, { team: "T", role, key: "k" }, now, counter()).allowed).toBe(false);
  });
});

test("nobody but managers changes the structure, nobody a launch that is over, and nobody from an older copy", () => {
  const tries = (of: LaunchState, actor: typeof max, version = 1) => [
    judgeAddItem(of, actor, { groupId: "g1", parentId: null, before: null, ...fresh }, now, counter()), judgeAddGroup(of, actor, { sectionId: "s1", title: "T" }, counter()),
    judgeAddSection(of, actor, { title: "T" }, counter()), judgeAddSeat(of, actor, { team: "", role: "Role", key: "r" }, now, counter()),
  ].concat([
    judgeRewordItem(of, actor, { ...at("a", version), text: "T" }), judgeMoveItem(of, actor, { ...at("a", version), groupId: "g2", parentId: null, before: null }),
    judgeRetireItem(of, actor, at("a", version), now), judgeRetireGroup(of, actor, at("g1", version), now), judgeRetireSection(of, actor, at("s1", version), now),
    judgeRewordSection(of, actor, { ...at("s1", version), text: "T" }), judgeRewordGroup(of, actor, { ...at("g1", version), text: "T" }),
    judgeMoveSection(of, actor, { ...at("s1", version), before: null }), judgeMoveGroup(of, actor, { ...at("g1", version), sectionId: "s2", before: null }),
    judgeRewordSeat(of, actor, { ...at("q1", version), team: "", role: "Role" }), judgeMoveSeat(of, actor, { ...at("q1", version), before: null }), judgeRetireSeat(of, actor, at("q1", version), now),
  ]).map(why);
  expect(new Set(tries(state, ann))).toEqual(new Set(["not-permitted"]));
  expect(new Set(tries(state, hana))).toEqual(new Set(["not-permitted"]));
  expect(new Set(tries(state, stranger))).toEqual(new Set(["unknown-launch"]));
  expect(new Set(tries({ ...state, launch: { ...state.launch, phase: "archived" } }, max))).toEqual(new Set(["launch-over"]));
  expect(new Set(tries(state, max))).toEqual(new Set([null]));
  expect(tries(state, max, 7).slice(4)).toEqual(Array.from({ length: 12 }, () => "stale-version"));
});
