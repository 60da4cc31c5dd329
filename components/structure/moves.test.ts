import { describe, expect, test } from "vitest";
import type { GroupPart, ItemPart } from "@/lib/domain/structure-view";
import { beside, stepOf } from "./moves";

const item = (id: string, parentId: string | null = null): ItemPart => ({ id, key: id, text: id, parentId, depth: parentId ? 1 : 0, version: 1, work: "todo", window: "before", proofs: 0, waivers: 0 });
const items = [item("a"), item("b"), item("b1", "b"), item("b2", "b"), item("c")];
const group: GroupPart = { id: "g", title: "G", version: 1, items };
const step = (id: string, direction: Parameters<typeof stepOf>[2]) => stepOf(group, items.find((one) => one.id === id) ?? item(""), direction);

describe("one step of an item", () => {
  test("goes past one sibling, never into another family", () => {
    expect(step("b", "up")).toEqual({ group: "g", parent: null, before: "a" });
    expect(step("a", "down")).toEqual({ group: "g", parent: null, before: "c" });
    expect(step("b", "down")).toEqual({ group: "g", parent: null, before: null });
    expect(step("b2", "up")).toEqual({ group: "g", parent: "b", before: "b1" });
    expect([step("a", "up"), step("c", "down"), step("b1", "up"), step("b2", "down")]).toEqual([null, null, null, null]);
  });

  test("goes under the sibling above it, and out behind what it stands under", () => {
    expect(step("c", "in")).toEqual({ group: "g", parent: "b", before: null });
    expect(step("b1", "out")).toEqual({ group: "g", parent: null, before: "c" });
    expect([step("a", "in"), step("a", "out")]).toEqual([null, null]);
  });
});

test("a row goes before its neighbour, or behind all", () => {
  const rows = [{ id: "a" }, { id: "b" }, { id: "c" }];
  expect([beside(rows, "b", "up"), beside(rows, "a", "down"), beside(rows, "b", "down"), beside(rows, "a", "up"), beside(rows, "c", "down")]).toEqual(["a", "c", null, undefined, undefined]);
});
