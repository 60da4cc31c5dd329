import { expect, test } from "vitest";
import { evidence, group, item, seat, section, stateOf } from "@/lib/domain/testing/build";
import type { Change } from "@/lib/domain/state";
import { groupNews, splitNews } from "./group-news";

const state = stateOf({
  section: [section("later", { position: 2 }), section("first", { position: 1 })], group: [group("g1", { sectionId: "first" })],
  item: [item("a", { sectionId: "first" }), item("b", { sectionId: "later" })], evidence: [evidence("e", "b")], seat: [seat("x")],
});
const change = (entity: Change["entity"], id: string, fields: object = { version: 2 }): Change => ({ entity, id, before: { version: 1 }, after: { ...fields } });
const event = (seq: number, kind: string, ...changes: Change[]) => ({ seq, kind, changes });
const shape = (groups: ReturnType<typeof groupNews<ReturnType<typeof event>>>) => groups.map(({ section: of, events }) => [of?.id ?? null, events.map(({ seq }) => seq)]);

test("news stands under the section it is about, in the document's order, and each event exactly once", () => {
  const events = [
    event(9, "evidence.added", change("evidence", "e")), event(8, "item.work", change("item", "a")), event(7, "seat.signed", change("signOff", "s")),
    event(6, "item.work", change("item", "b")), event(5, "group.moved", change("group", "g1")), event(4, "settings.changed", change("launch", "launch")),
  ];
  expect(shape(groupNews(events, state))).toEqual([["first", [8, 5]], ["later", [9, 6]], [null, [7, 4]]]);
});

test("what is about several sections, or about something that is gone, is news of the launch and not lost", () => {
  const several = event(3, "item.required", change("item", "a"), change("item", "b"));
  const gone = event(2, "item.retired", { entity: "item", id: "gone", before: { sectionId: "no such" }, after: null });
  // Whoever leaves a launch leaves their items: that is about them, not about the items' section.
  const left = event(1, "member.removed", change("item", "a"), { entity: "member", id: "ann", before: { role: "viewer" }, after: null });
  expect(shape(groupNews([several, gone, left], state))).toEqual([[null, [3, 2, 1]]]);
});

test("proof that was withdrawn and removed items are found by what the event itself says", () => {
  const added = event(2, "evidence.added", { entity: "evidence", id: "not here", before: null, after: { itemId: "b" } });
  const moved = event(1, "item.retired", { entity: "item", id: "not here", before: { sectionId: "first" }, after: null });
  expect(shape(groupNews([added, moved], state))).toEqual([["first", [1]], ["later", [2]]]);
});

test("folding splits after so many lines, also within a group, and loses none", () => {
  const groups = groupNews([event(4, "item.work", change("item", "a")), event(3, "item.work", change("item", "a")), event(2, "item.work", change("item", "b")), event(1, "seat.signed")], state);
  for (let n = 0; n <= 5; n += 1) {
    const [first, rest] = splitNews(groups, n);
    expect(first.flatMap(({ events }) => events)).toHaveLength(Math.min(n, 4));
    expect([...first, ...rest].flatMap(({ events }) => events.map(({ seq }) => seq))).toEqual([4, 3, 2, 1]);
  }
});
