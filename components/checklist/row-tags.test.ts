import { expect, test } from "vitest";
import type { RowView } from "@/lib/domain/row";
import checklist from "@/lib/texts/en/checklist.json";
import common from "@/lib/texts/en/common.json";
import item from "@/lib/texts/en/item.json";
import { initials } from "./initials";
import { tagsOf } from "./row-tags";

const words = { list: checklist, item, common };
const around = { today: "2026-11-23", finalWeek: "2026-11-30", words };
const row = (over: Partial<RowView>): RowView => ({
  id: "a", key: "part/a", text: "A", sectionId: "s", groupId: "g", parentId: null, work: "todo", applicability: "applies", face: "todo", required: true,
  window: "before", ownerId: null, answeredBy: null, answeredAt: null, due: null, overdue: false, note: null, counts: true, isParent: false, reason: null, proofs: 0, standing: "none", proofRequired: false, version: 1, ...over,
});
const tags = (over: Partial<RowView>): string[] => tagsOf(row(over), around).map(({ text }) => text);

test("a due day is said as people say it", () => {
  expect(["2026-11-22", "2026-11-23", "2026-11-24", "2026-11-27", "2027-01-02"].flatMap((due) => tags({ due }))).toEqual([
    "due yesterday", "due today", "due tomorrow", "due 27 Nov", "due 2 Jan 2027",
  ]);
});
test("only what is overdue is red", () => {
  expect(tagsOf(row({ due: "2026-11-22", overdue: true }), around)[0]?.tone).toBe("stop");
  expect(tagsOf(row({ due: "2026-11-23" }), around)[0]?.tone).toBe("mute");
});
test("what is done without proof says so, more strongly where proof is required", () => {
  expect(tags({ work: "done" })).toEqual(["no proof"]);
  expect(tags({ work: "done", proofRequired: true })).toEqual(["proof missing"]);
  expect(tags({ work: "done", proofs: 2, standing: "valid" })).toEqual(["2 proofs"]);
});
test("what does not apply asks for nothing", () => {
  expect(tags({ applicability: "not-applicable", due: "2026-11-20", work: "done" })).toEqual([]);
});
test("initials are two letters at most, in any script", () => {
  expect(["Lead Developer", "ops@example.com", "Ana", "安全 負責人", "", "a b c d"].map(initials)).toEqual(["LD", "OP", "AN", "安負", "?", "AD"]);
});
test("what is true only in the final week says from when, until that has begun", () => {
  const final = (finalWeek: string | null, over: Partial<RowView> = {}) => tagsOf(row({ window: "final-week", ...over }), { ...around, finalWeek }).map(({ text }) => text);
  expect([final("2026-11-30"), final("2026-11-23"), final(null)]).toEqual([["final week, from 30 Nov"], ["final week"], ["final week"]]);
  expect(final("2026-11-30", { work: "done", proofs: 1 })).toEqual(["proof", "final week"]);
});
