import { describe, expect, test } from "vitest";
import { itemsOf } from "./reading";
import { changedLines, item, read, stateOf, view } from "./testing/documents";
import type { FooterView } from "./view";
import { writeDocument } from "./write";

const footer: FooterView = {
  verdict: "no-go", verified: { done: 1, of: 5, percent: 20 }, claimed: { done: 2, of: 5, percent: 40 }, lastUpdated: "2026-01-05", nextReview: null, goLive: null,
};
const list = "## 1. Security\n\n- [ ] a\n- [x] b\n- [ ] c\n\n## 2. Database\n\n- [ ] d\n- [ ] e\n";

/** A document, and what becomes of its lines once the first item is done. */
function written(text: string): string[] {
  const reading = read(text);
  const [first] = itemsOf(reading);
  const items = first ? { [first.key]: { ...stateOf(first), work: "done" as const } } : {};
  return writeDocument(reading, view(items, { footer })).split("\n");
}
const contradicted = (text: string) => read(text).findings.filter(({ kind }) => kind === "claim-contradicted").map(({ line, message }) => [line, message]);

describe("what is claimed of the whole list, wherever it stands", () => {
  test.each([
    ["**Overall:** 90 %", "**Overall:** 1 of 5 verified (20 %), 2 claimed (40 %)"],
    ["Progress: 12/40", "Progress: 1 of 5 verified (20 %), 2 claimed (40 %)"],
    ["Overall progress: **90%** (4/5)", "Overall progress: 1 of 5 verified (20 %), 2 claimed (40 %)"],
    ["> Completion: ▓▓▓▓░ 80 %", "> Completion: 1 of 5 verified (20 %), 2 claimed (40 %)"],
    ["We are currently 80% complete.", "We are currently 40% complete."],
    ["4 of 5 items done", "2 of 5 items done"],
    ["![Progress](https://img.shields.io/badge/progress-80%25-yellow)", "![Progress](https://img.shields.io/badge/progress-40%25-yellow)"],
    ["![](https://progress-bar.dev/80/)", "![](https://progress-bar.dev/40/)"],
    ['<progress value="4" max="5"></progress>', '<progress value="2" max="5"></progress>'],
    ["| Overall | 90 % |\n|---|---|\n| Owner | ops |", "| Overall | 1 of 5 verified (20 %), 2 claimed (40 %) |\n|---|---|\n| Owner | ops |"],
    ["Avance general: 90 %", "Avance general: 1 of 5 verified (20 %), 2 claimed (40 %)"],
  ])("%s", (claim, wanted) => {
    const text = `# T\n\n${claim}\n\n${list}`;
    const line = claim.includes("\n") ? claim.split("\n")[0] : claim;
    expect(contradicted(text).map(([at]) => at)).toEqual([3]);
    const after = written(text);
    expect(after[2]).toBe(wanted.split("\n")[0]);
    expect(changedLines(text, after.join("\n"))).toHaveLength(2);
    expect(writeDocument(read(text), { ...view({}, { footer }), changed: false })).toContain(line);
  });
  test("a second one is rewritten with the footer, and both are told apart from what the boxes say", () => {
    const text = `# Launch (65 %)\n\n${list}\n---\n\n**Completion**: 60 %\n\nOverall: 90 %\n`;
    expect(contradicted(text)).toEqual([
      [1, "the document claims 65 %, 1 of 5 boxes are ticked"], [16, "the document claims 60 %, 1 of 5 boxes are ticked"], [18, "the document claims 90 %, 1 of 5 boxes are ticked"],
    ]);
    const after = written(text);
    expect([0, 15, 17].map((at) => after[at])).toEqual([
      "# Launch (20 % verified, 40 % claimed)", "**Completion**: 1 of 5 verified (20 %), 2 claimed (40 %)", "Overall: 1 of 5 verified (20 %), 2 claimed (40 %)",
    ]);
    expect(read(after.join("\n")).title).toBe("Launch");
    expect(contradicted(after.join("\n"))).toEqual([]);
    expect(writeDocument(read(after.join("\n")), view({}, { footer }))).toBe(after.join("\n"));
  });
});

describe("what is claimed of one heading's items", () => {
  test("is counted by its own boxes, and the heading keeps its name and its items their keys", () => {
    const text = "# T\n\n## 1. Security (2/3)\n\nProgress: 2/3\n\n- [ ] a\n- [x] b\n- [ ] c\n\n## 2. Database — 100% done\n\n- [ ] d\n- [ ] e\n";
    expect(read(text).sections.map(({ title }) => title)).toEqual(["Security", "Database"]);
    expect(contradicted(text)).toEqual([
      [3, "line 3 claims 2 of 3, 1 of the 3 boxes that it is about are ticked"], [5, "line 5 claims 2 of 3, 1 of the 3 boxes that it is about are ticked"],
      [11, "line 11 claims 100 %, 0 of the 2 boxes that it is about are ticked"],
    ]);
    const items = itemsOf(read(text)).map(({ key }) => key);
    const ticked = item(read(text), "b");
    const after = writeDocument(read(text), view({ [ticked.key]: { ...stateOf(ticked), work: "todo" } }, { footer }));
    expect([2, 4, 10].map((at) => after.split("\n")[at])).toEqual(["## 1. Security (0/3)", "Progress: 0/3", "## 2. Database — 0% done"]);
    expect(itemsOf(read(after)).map(({ key }) => key)).toEqual(items);
  });
  test("stands in rows of a table under the headings' names", () => {
    const table = "| Section | Done | Total | % |\n|---|---|---|---|\n| Security | 3 | 3 | 100 % |\n| Database | 0/2 | 2 | 0% |\n| **Total** | 3/5 | 5 | 60 % |\n";
    const text = `# T\n\n${table}\n${list}`;
    expect(contradicted(text).map(([line]) => line)).toEqual([5, 7]);
    expect(written(text).slice(4, 7)).toEqual(["| Security | 2 | 3 | 66 % |", "| Database | 0/2 | 2 | 0% |", "| **Total** | 1 of 5 verified, 2 claimed | 5 | 20 % verified, 40 % claimed |"]);
  });
});

test("a claim that is true in any way people count is none to be told of", () => {
  expect(contradicted(`# T\n\nProgress: 1/5\n\nOverall: 20 %\n\n${list}`)).toEqual([]);
  expect(contradicted("# T\n\nProgress: 1/2\n\n- [x] a\n- [ ] b\n- [ ] c — **N/A**: no\n")).toEqual([]);
  expect(contradicted("# T\n\nProgress: 50 %\n\n## A\n- [x] a\n- [ ] b\n## Launch day\n- [ ] c\n- [ ] d\n")).toEqual([]);
});

test.each([
  "Coverage: 90 %", "We want 90 % of users to be happy.", "Discount: 20 %", "Page: 3/12", "Rollout (2/3)", "Uptime 99.9 %", "Step 2 of 5", "- Error budget: 5 %", "Ratio: 4/5", "Completed: 12/2025",
  "| Metric | Target |\n|---|---|\n| Coverage | 90 % |", "## Canary (10 %)", "## Part (1/3)", "`Overall: 90 %`", "<!-- Overall: 90 % -->", "```\nOverall: 90 %\n```",
])("says nothing of what is done, and stays: %j", (line) => {
  const text = `# T\n\n${line}\n\n${list}`;
  expect(read(text).claims).toEqual([]);
  expect(changedLines(text, written(text).join("\n"))).toHaveLength(1);
});
