import { expect, test } from "vitest";
import type { Reason, ReasonKind } from "@/lib/domain/judgement";
import { start } from "@/lib/domain/testing/build";
import { wonderGroups } from "./wonder-groups";

const reason = (kind: ReasonKind, subjectId: string, sectionId: string | null = null): Reason =>
  ({ kind, subjectId, subjectType: "item", subject: subjectId, sectionId, who: [], since: start, detail: null });

test("every reason can be ticked in exactly one group, and what a launch has hundreds of is grouped by section", () => {
  const reasons = [reason("blocked", "a", "s1"), reason("open", "b", "s1"), reason("open", "c", "s2"), reason("open", "d", "s1"), reason("blocked", "e", "s2"), reason("seat-empty", "f")];
  const groups = wonderGroups(reasons);
  expect(groups.flatMap((group) => group.reasons.map(({ subjectId }) => subjectId)).sort()).toEqual(["a", "b", "c", "d", "e", "f"]);
  expect(groups.map(({ kind, sectionId, reasons: own }) => [kind, sectionId, own.length])).toEqual([["blocked", null, 2], ["open", "s1", 2], ["open", "s2", 1], ["seat-empty", null, 1]]);
});
