import fc from "fast-check";
import { expect, test } from "vitest";
import { applyChanges, reverseChanges } from "@/lib/domain/changes";
import type { Item, LaunchState } from "@/lib/domain/state";
import { isOwnOutline } from "./outline-of";
import { outlineOfLaunch } from "./outline-of-launch";
import type { ItemState } from "./reading";
import { writeDocument } from "./write";
import { mergeReading } from "./merge";
import { applyMerge } from "./merge-apply";
import { anchorsOf, type Answers, type MergePlan } from "./merge-plan";
import { itemsOf } from "./reading";
import { bytesOf, read, seed } from "./testing/documents";
import { counting, livingFrom } from "./testing/living";
import { nasty } from "./testing/nasty";
import { readDocument } from "./read";

const runs = { numRuns: Number(process.env.FUZZ_RUNS ?? 120) };
const patience = 600_000;
const now = "2026-02-01T10:00:00.000Z";

const things = ["Backups", "Restore", "Failover", "Alarms", "Runbook", "Load test", "Secrets", "Certificates"];
const ends = ["automated", "tested", "reviewed (if needed)", "rotated daily", "automated and reviewed", "with p95 < 200 ms", "with p95 < 100 ms", ""];
const manyWords = fc.tuple(fc.constantFrom(...things), fc.constantFrom(...ends)).map((parts) => parts.join(" ").trim());
/** So few that most items stand more than once. */
const fewWords = fc.constantFrom("Backups tested", "Backups tested", "Restore tested", "Backups");
const lineOf = (words: fc.Arbitrary<string>) => fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom("- [ ] ", "- [ ] ", "- [x] ", "  - [ ] "), words, fc.constantFrom("", "", "", " — **Blocked**: why", " — **N/A**: none", " — **Due**: 2026-05-01")).map((parts) => parts.join("")) },
  { weight: 1, arbitrary: fc.constantFrom("## 1. Platform", "## 2. People", "### Database", "### Traffic", "### Release") },
  { weight: 1, arbitrary: fc.constantFrom("", "Some prose.", "**Target Go-Live**: 2026-04-01", "**Next Review**: 2026-03-01") },
);
const text = (all: string[]) => `# Launch\n\n## 1. Platform\n\n### Database\n\n${all.join("\n")}\n\n## Sign-Off\n\n### Team\n- [ ] Lead: ____ Date: ____\n`;
/** A document and what somebody made of it: lines taken out, put in, moved and reworded. */
const twoOf = (words: fc.Arbitrary<string>) => fc.tuple(fc.array(lineOf(words), { minLength: 1, maxLength: 14 }), fc.array(fc.tuple(fc.constantFrom("cut", "add", "move", "reword", "tick"), fc.nat(), fc.nat(), lineOf(words), words), { maxLength: 5 })).map(([all, edits]) => {
  const next = [...all];
  for (const [edit, from, to, other, end] of edits) {
    const at = from % Math.max(1, next.length);
    const [taken = ""] = edit === "add" ? [] : next.splice(at, 1);
    if (edit === "add") next.splice(to % (next.length + 1), 0, other);
    if (edit === "move") next.splice(to % (next.length + 1), 0, taken);
    if (edit === "reword") next.splice(at, 0, `${taken} ${end}`);
    if (edit === "tick") next.splice(at, 0, taken.replace("[ ]", "[x]"));
  }
  return [text(all), text(next)] as const;
});
const two = twoOf(manyWords);
const repeating = twoOf(fewWords);

const patch: fc.Arbitrary<Partial<Item>> = fc.constantFrom<Partial<Item>>(
  {}, {}, { work: "done", workReason: null, workAt: now, workBy: "ann", applicability: "applies" }, { work: "blocked", workReason: "a reason", workAt: now }, { text: "Reworded here" }, { retiredAt: "2026-01-20T00:00:00.000Z" },
  { applicability: "not-applicable", applicabilityReason: "not used", applicabilityBy: "person" }, { due: "2026-06-01" }, { ownerId: "ann" }, { position: 99 }, { line: null, text: "Of the page" },
);
/** What a launch became: some of its items changed, moved, reworded, retired here. */
function lived(state: LaunchState, patches: Partial<Item>[]): LaunchState {
  const groups = Object.values(state.group);
  const rows = Object.values(state.item).map((item, at): Item => {
    const changes = patches[at % Math.max(1, patches.length)] ?? {};
    const group = changes.position === undefined ? undefined : groups[at % groups.length];
    return { ...item, ...changes, ...(group ? { groupId: group.id, sectionId: group.sectionId } : {}) };
  });
  return { ...state, item: Object.fromEntries(rows.map((row) => [row.id, row])) };
}
const answered = (plan: MergePlan, pick: number): Answers =>
  Object.fromEntries(plan.questions.map(({ id, options }, at) => [id, options[(pick + at) % options.length]?.id ?? ""]));
const names = { ann: "Engineer" };

test("merging the same document is empty, whatever the launch became", () => {
  fc.assert(fc.property(two, fc.array(patch, { maxLength: 6 }), ([before], patches) => {
    const base = read(before);
    const state = lived(livingFrom(base), patches.filter((one) => one.line === undefined));
    const plan = mergeReading(base, base, state, names);
    expect([plan.steps, plan.questions]).toEqual([[], []]);
    expect(applyMerge(plan, {}, state, now, counting("new"))).toEqual([]);
  }), runs);
}, patience);

test("merging the same document is empty for any document there is", () => {
  fc.assert(fc.property(nasty, (before) => {
    const outcome = readDocument(bytesOf(before));
    if (!outcome.ok) return;
    const state = livingFrom(outcome.reading);
    const plan = mergeReading(outcome.reading, outcome.reading, state);
    expect([plan.steps, plan.questions]).toEqual([[], []]);
    expect(applyMerge(plan, {}, state, now, counting("new"))).toEqual([]);
  }), runs);
  const reading = read(seed());
  expect(applyMerge(mergeReading(reading, reading, livingFrom(reading)), {}, livingFrom(reading), now, counting("new"))).toEqual([]);
}, patience);

const repeats = (all: readonly string[]): boolean => new Set(all).size < all.length;

/** What an export writes of an item. */
function stateOf(state: LaunchState, item: Item): ItemState {
  const parent = Object.values(state.item).some((one) => one.parentId === item.id && one.retiredAt === null);
  return {
    work: item.work, reason: item.work === "blocked" ? item.workReason : null, applicability: item.applicability, waiver: null, due: item.due, evidence: [],
    applicabilityReason: item.applicability === "not-applicable" ? item.applicabilityReason : null, owner: item.ownerId === null ? null : (names.ann), ...(parent ? {} : {}),
  };
}

test("merging our own export back is empty, whatever the launch became", () => {
  // As many as there was time for.
  let [tried, structural, compared] = [0, 0, 0];
  fc.assert(fc.property(two, fc.array(patch, { maxLength: 6 }), ([before], patches) => {
    tried += 1;
    const base = read(before);
    const state = lived(livingFrom(base), patches);
    const anchors = anchorsOf(base, state);
    const items = Object.fromEntries([...anchors].flatMap(([key, id]) => {
      const item = state.item[id];
      return item ? [[key, stateOf(state, item)]] : [];
    }));
    const outline = outlineOfLaunch(base, state, (item) => stateOf(state, item));
    const restructured = !isOwnOutline(base, outline);
    if (restructured) structural += 1;
    const text = writeDocument(base, { changed: true, items, seats: {}, footer: null, notes: null, ...(restructured ? { outline } : {}) });
    const plan = mergeReading(base, read(text), state, names);
    // Equal words under equal headings cannot always be told apart once one of them went: not what is tried here.
    const headings = base.sections.flatMap((section) => section.groups.map((group) => `${section.title}\n${group.title}`));
    if (repeats(Object.values(state.item).map((item) => item.text)) || repeats(headings)) return;
    compared += 1;
    expect([plan.steps, plan.questions]).toEqual([[], []]);
  }), runs);
  expect(Math.min(structural, compared)).toBeGreaterThan(tried / 10);
}, patience);

test("after any merge the next one of the same document is empty, nothing is lost, and one undo takes it all back", () => {
  fc.assert(fc.property(fc.oneof(two, repeating), fc.array(patch, { maxLength: 6 }), fc.nat(12), ([before, after], patches, pick) => {
    const [base, next] = [read(before), read(after)];
    const state = lived(livingFrom(base), patches);
    const plan = mergeReading(base, next, state, names);
    const changes = applyMerge(plan, answered(plan, pick), state, now, counting("new"));
    const merged = applyChanges(state, changes, 2);

    for (const item of Object.values(state.item)) {
      expect(merged.item[item.id]).toMatchObject({ key: item.key, id: item.id });
      const gone = merged.item[item.id]?.retiredAt ?? null;
      expect(gone === null || gone === now || gone === item.retiredAt).toBe(true);
    }
    const rows = Object.values(merged.item);
    expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
    const anchors = anchorsOf(next, merged);
    expect(new Set(anchors.values()).size).toBe(itemsOf(next).length);
    for (const row of rows.filter((one) => one.retiredAt === null)) {
      const group = merged.group[row.groupId];
      expect([group?.retiredAt, group?.sectionId, merged.section[row.sectionId]?.retiredAt]).toEqual([null, row.sectionId, null]);
      expect((row.work === "blocked") === (row.workReason !== null)).toBe(true);
      expect((row.factId === null) === (row.factAnswer === null)).toBe(true);
    }
    const again = mergeReading(next, next, merged, names);
    expect([again.steps, again.questions]).toEqual([[], []]);
    expect(applyMerge(again, {}, merged, now, counting("again"))).toEqual([]);
    // With other prose the items have to find each other; what was answered is not asked again.
    const prose = mergeReading(next, read(`${after}\nOne more sentence.\n`), merged, names);
    expect(prose.questions).toEqual([]);
    // Which of equal words stands first may come out otherwise.
    if (!repeats(Object.values(merged.item).map((item) => item.text))) expect(prose.steps).toEqual([]);

    const undone = reverseChanges(merged, changes);
    expect(undone).not.toBeNull();
    const plain = (rows: Record<string, object>) => Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, { ...row, version: 0 }]));
    const back = applyChanges(merged, undone ?? [], 3);
    for (const kind of ["item", "group", "section", "fact", "seat", "note", "waiver"] as const) expect(plain(back[kind])).toEqual(plain(state[kind]));
  }), runs);
}, patience);
