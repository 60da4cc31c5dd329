import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyChanges, changeOf, created, diffRows, emptyState, removed, replay, reverseChanges } from "./changes";
import type { Change, Item, LaunchState } from "./state";
import { entities, works } from "./state";
import { item, launch, stateOf } from "./testing/build";
import { states } from "./testing/states";
import { unsaid } from "./unsaid";

const whole = (state: LaunchState): Change[] => entities.flatMap((entity): Change[] => (entity === "launch" ? [created("launch", state.launch)] : Object.values(state[entity]).map((row) => created(entity, row))));

describe("changes", () => {
  test("that make up a state lead to that state, and the empty one back", () => {
    fc.assert(fc.property(states, (state) => {
      expect(applyChanges(emptyState, whole(state), state.revision)).toEqual(state);
    }), { numRuns: 200 });
  });

  test("found between any two states lead from one to the other", () => {
    fc.assert(fc.property(states, states, (before, after) => {
      expect(applyChanges(before, diffRows(before, after), after.revision)).toEqual(after);
      expect(diffRows(after, after)).toEqual([]);
    }), { numRuns: 300 });
  });

  test("a field that an old event does not know reads as none, so that its replay still equals the rows", () => {
    const { proofReason: _, ...old } = item("a");
    // As an event of an earlier version holds it: one field fewer than the type says.
    const replayed = stateOf({ item: [old as Item] });
    expect(diffRows(replayed, stateOf({ item: [item("a")] }))).toEqual([]);
    expect(diffRows(replayed, stateOf({ item: [item("a", { proofReason: "Seen" })] }))).toHaveLength(1);
  });

  test("that made a row before a field existed make it with nothing there, as the database keeps it", () => {
    for (const entity of entities) {
      const row = Object.fromEntries(Object.keys(unsaid[entity]).map((field) => [field, null]));
      const made = applyChanges(emptyState, [{ entity, id: "a", before: null, after: { id: "a", version: 1 } }], 1);
      expect(entity === "launch" ? made.launch : made[entity]).toEqual(entity === "launch" ? { ...row, id: "a", version: 1 } : { a: { ...row, id: "a", version: 1 } });
    }
  });

  test("replayed from the first event give the same rows as made one by one, also through JSON", () => {
    const edit = fc.record({ id: fc.constantFrom("i0", "i1", "i2"), work: fc.constantFrom(...works), remove: fc.boolean() });
    fc.assert(fc.property(states, fc.array(edit, { maxLength: 20 }), (state, edits) => {
      const events = [{ seq: 1, changes: whole(state) }];
      let rows = applyChanges(emptyState, whole(state), 1);
      for (const { id, work, remove } of edits) {
        const row = rows.item[id];
        const change = row === undefined ? created("item", item(id)) : remove ? removed("item", row) : changeOf("item", row, { work });
        if (change === null) continue;
        const seq = rows.revision + 1;
        events.push({ seq, changes: [change] });
        rows = applyChanges(rows, [change], seq);
      }
      expect(replay(JSON.parse(JSON.stringify(events)) as typeof events)).toEqual(rows);
    }), { numRuns: 300 });
  });

  test("hold only what changed, with the version before and after", () => {
    const row = item("a", { version: 4, threshold: { metric: "m", comparator: "<", limit: 1, unit: "s" } });
    expect(changeOf("item", row, { work: "done", text: row.text, threshold: { unit: "s", limit: 1, comparator: "<", metric: "m" } })).toEqual({
      entity: "item", id: "a", before: { work: "todo", version: 4 }, after: { work: "done", version: 5 },
    });
    expect(changeOf("item", row, { work: "todo" })).toBeNull();
  });

  test("share what they do not touch and never alter the state before", () => {
    const before = stateOf({ item: [item("a"), item("b")] });
    const copy = structuredClone(before);
    const change = changeOf("item", item("a"), { work: "done" });
    const after = applyChanges(before, change === null ? [] : [change], 2);
    expect(before).toEqual(copy);
    expect(after.item.b).toBe(before.item.b);
    expect(after.section).toBe(before.section);
  });

  test("of a row that does not exist are refused loudly", () => {
    expect(() => applyChanges(stateOf(), [{ entity: "item", id: "ghost", before: {}, after: { work: "done" } }], 2)).toThrow(/event is missing/);
  });

  test("of the launch itself apply to it", () => {
    const change = changeOf("launch", launch(), { name: "Renamed" });
    expect(applyChanges(stateOf(), change === null ? [] : [change], 2).launch).toMatchObject({ name: "Renamed", version: 2 });
  });
});

describe("taking changes back", () => {
  const before = stateOf({ item: [item("a"), item("b")] });
  const done = changeOf("item", item("a"), { work: "done", workBy: "ann" });
  const event = [...(done === null ? [] : [done]), created("item", item("c")), removed("item", item("b"))];
  const after = applyChanges(before, event, 2);

  test("leads to the rows before, with versions that go on rising", () => {
    const back = applyChanges(after, reverseChanges(after, event) ?? [], 3);
    expect(back.item).toEqual({ a: { ...item("a"), version: 3 }, b: { ...item("b"), version: 2 } });
  });

  test("is not possible once somebody built on one of the rows", () => {
    const more = changeOf("item", { ...item("a"), ...after.item.a }, { ownerId: "max" });
    expect(reverseChanges(applyChanges(after, more === null ? [] : [more], 3), event)).toBeNull();
    expect(reverseChanges(before, event)).toBeNull();
  });
});
