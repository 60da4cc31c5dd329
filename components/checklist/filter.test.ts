import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RowView } from "@/lib/domain/row";
import { arrange } from "./arrange";
import { filterFrom, fits, isShown, queryOf, shows, type Filter } from "./filter";

const row = (over: Partial<RowView> = {}): RowView => ({
  id: "a", key: "part/a", text: "Réplication configured", sectionId: "s1", groupId: "g1", parentId: null, work: "todo", applicability: "applies", face: "todo",
  required: true, window: "before", ownerId: null, answeredBy: null, answeredAt: null, due: null, overdue: false, note: null, counts: true, isParent: false, reason: null,
  proofs: 0, standing: "none", proofRequired: false, version: 1, ...over,
});
const all: Filter = { show: null, q: "", window: null, section: null };
const here = { me: "me", sectionId: "s1" };

describe("a choice", () => {
  test("survives the address", () => {
    const filters = fc.record<Filter>({
      show: fc.option(fc.constantFrom(...shows)), window: fc.option(fc.constantFrom("before" as const, "ongoing" as const)),
      q: fc.string({ maxLength: 50 }).map((text) => text.trim()), section: fc.option(fc.string({ minLength: 1, maxLength: 5 })),
    });
    fc.assert(fc.property(filters, (filter) => {
      expect(filterFrom(Object.fromEntries(new URLSearchParams(queryOf(filter))))).toEqual(filter);
    }));
  });
  test("ignores what the address makes up", () => {
    expect(filterFrom({ show: "everything", window: "never", q: ["a", "b"] })).toEqual(all);
  });
  test("finds words in any order, whatever their case or accents, in text and reason", () => {
    expect(fits(row({ note: "needs Vault" }), { ...all, q: "vault replication" }, here)).toBe(true);
    expect(fits(row(), { ...all, q: "vault" }, here)).toBe(false);
  });
  test("without proof means done, applying, and not proven on launch day", () => {
    expect(isShown(row({ work: "done" }), "without-proof", "me")).toBe(true);
    expect(isShown(row({ work: "done", standing: "valid" }), "without-proof", "me")).toBe(false);
    expect(isShown(row(), "without-proof", "me")).toBe(false);
  });
  test("of a section that does not exist shows nothing", () => {
    expect(fits(row(), { ...all, section: "99" }, { me: "me", sectionId: null })).toBe(false);
  });
});

describe("the list", () => {
  const section = { id: "s1", key: "1", title: "One", validDays: null, mine: false, groups: [{ id: "g1", title: "Group" }] };
  test("keeps final-week items in their section and later windows on boards", () => {
    const rows = [row({ id: "a" }), row({ id: "b", window: "final-week" }), row({ id: "c", window: "launch-day" }), row({ id: "d", window: "ongoing" })];
    expect(arrange(rows, [section]).map((block) => [block.id, block.groups.flatMap((group) => group.rows.map(({ id }) => id))])).toEqual([
      ["s1", ["a", "b"]], ["launch-day", ["c"]], ["ongoing", ["d"]],
    ]);
  });
});
