import { expect, test } from "vitest";
import { differenceOf } from "./difference";
import { item, start, stateOf } from "./testing/build";

const later = "2026-03-05T10:00:00.000Z";
const between = (before: Parameters<typeof item>[1], after: Parameters<typeof item>[1]) => differenceOf(stateOf({ item: [item("a", before)] }), stateOf({ item: [item("a", after)] }));

test("what was changed and changed back is no difference, whoever did both", () => {
  expect(between({ workAt: start, workBy: null }, { workAt: later, workBy: "ann", applicabilityAt: later, applicabilityBy: "person", version: 3 })).toEqual([]);
});

test("a difference names its fields, without who and when", () => {
  expect(between({}, { work: "done", workAt: later, workBy: "ann", hadProof: true })).toMatchObject([{ entity: "item", kind: "changed", fields: [{ field: "work" }, { field: "hadProof" }] }]);
});
