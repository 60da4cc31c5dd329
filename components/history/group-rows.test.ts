import { expect, test } from "vitest";
import type { RowDifference } from "@/lib/domain/difference";
import { groupRows } from "./group-rows";

const row = (entity: RowDifference["entity"], kind: RowDifference["kind"], id: string): RowDifference => ({ entity, kind, id, subject: id, fields: [] });

test("every difference stands in one group, what changed before what came and went", () => {
  const groups = groupRows([row("item", "added", "a"), row("note", "removed", "b"), row("item", "changed", "c"), row("item", "added", "d")]);
  expect(groups.map(({ entity, kind, rows }) => [entity, kind, rows.map(({ id }) => id)])).toEqual([["item", "changed", ["c"]], ["item", "added", ["a", "d"]], ["note", "removed", ["b"]]]);
});
test("no difference makes no group", () => {
  expect(groupRows([])).toEqual([]);
});
