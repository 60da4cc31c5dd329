import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reasonKinds, type Reason } from "@/lib/domain/judgement";
import { groupReasons } from "./group-reasons";

const reason = (over: Partial<Reason> = {}): Reason => ({
  kind: "open", subjectId: "i1", subjectType: "item", subject: "Backups", sectionId: "s1", who: ["max"],
  since: "2026-01-05T09:00:00.000Z", detail: null, ...over,
});
const many = (count: number, over: (n: number) => Partial<Reason>): Reason[] =>
  Array.from({ length: count }, (_, n) => reason({ subjectId: `i${n}`, ...over(n) }));

const anyReason = fc.record({
  kind: fc.constantFrom(...reasonKinds), subjectId: fc.uuid(), sectionId: fc.constantFrom("s1", "s2", "s3", "s4", "s5", "s6", null),
  who: fc.subarray(["ann", "hana", "max"]), since: fc.constantFrom("2026-01-05T09:00:00.000Z", "2026-02-05T09:00:00.000Z"),
}).map((over) => reason(over));

describe("groupReasons", () => {
  test("every reason is in exactly one line of the group of those who can clear it", () => {
    fc.assert(fc.property(fc.array(anyReason, { maxLength: 60 }), (reasons) => {
      const told = groupReasons(reasons, "ann").flatMap(({ who, lines }) =>
        lines.flatMap((line) => (line.type === "one" ? [line.reason] : line.reasons)).map((one) => ({ who, one })));
      expect(told.map(({ one }) => one.subjectId).sort()).toEqual(reasons.map(({ subjectId }) => subjectId).sort());
      for (const { who, one } of told) expect(who).toEqual(one.who);
    }));
  });

  test("hundreds of open items take four lines: the three largest sections and the rest", () => {
    const [group] = groupReasons(many(192, (n) => ({ sectionId: `s${n % 12}` })), "ann");
    expect(group?.total).toBe(192);
    expect(group?.lines).toHaveLength(4);
    expect(group?.lines.at(-1)).toMatchObject({ type: "several", sectionId: null });
  });

  test("a blocked item comes before open ones and stands by itself", () => {
    const [group] = groupReasons([...many(9, () => ({})), reason({ kind: "blocked", subjectId: "b" })], "ann");
    expect(group?.lines[0]).toMatchObject({ type: "one", reason: { subjectId: "b" } });
  });

  test("the reader's own group comes first even when another is larger", () => {
    const groups = groupReasons([...many(9, () => ({})), reason({ who: ["ann"], subjectId: "mine" })], "ann");
    expect(groups.map(({ who }) => who)).toEqual([["ann"], ["max"]]);
  });

  test("a line names its oldest reason", () => {
    const old = reason({ subjectId: "old", since: "2025-12-01T00:00:00.000Z" });
    const [group] = groupReasons([...many(4, () => ({})), old], "ann");
    expect(group?.lines[0]).toMatchObject({ type: "several", oldest: { subjectId: "old" } });
  });

  test("no reason gives no group", () => {
    expect(groupReasons([], "ann")).toEqual([]);
  });
});
