import { expect, test } from "vitest";
import { launchRows } from "./launch-rows";
import { readDocument } from "./read";
import { itemsOf } from "./reading";
import { bytesOf, changedLines, read, stateOf, view } from "./testing/documents";
import { counting } from "./testing/living";
import { writeDocument } from "./write";

const text = "# Plan\n\n## [ ] Prepare\n\n- [ ] a\n  - [ ] a1\n- [x] b\n\n### [x] Sub\n\n- [x] c\n\n## [ ] Ship\n\n## [ ] Later\n\n### Docs\n\n- [ ] d\n";
const taken = () => {
  const outcome = readDocument(bytesOf(text), { take: read(text).choices.map(({ id }) => id) });
  if (!outcome.ok) throw new Error(outcome.sentence);
  return outcome.reading;
};

test("a heading that is an item is the parent of what stands right under it, in its own group", () => {
  const shown = taken().sections.map((section) => [section.title, section.groups.map((group) => [group.title, group.items.map(({ text: words, parentKey }) => [words, parentKey])])]);
  const prepared = [["Prepare", null], ["a", "prepare/prepare"], ["a1", "prepare/a"], ["b", "prepare/prepare"]];
  expect(shown).toEqual([
    ["Prepare", [["", prepared], ["Sub", [["Sub", null], ["c", "prepare/sub/sub"]]]]],
    ["", [["", [["Ship", null]]]]],
    ["Later", [["Docs", [["d", null]]]]],
  ]);
});

test("a heading whose items all stand under further headings is their group and no item", () => {
  expect(read(text).choices).toMatchObject([{ id: "headings:3", count: 3, lines: [3, 9, 13] }]);
});

test("its box is written on the heading's own line, and the launch counts its items, not it", () => {
  const reading = taken();
  const [first] = itemsOf(reading);
  if (!first) throw new Error("no item");
  expect(changedLines(text, writeDocument(reading, view({ [first.key]: { ...stateOf(first), work: "done" } })))).toEqual([3]);
  const { item } = launchRows(reading, "2026-01-04T09:00:00.000Z", counting());
  expect(item.filter((one) => !item.some(({ parentId }) => parentId === one.id)).map((one) => one.text)).toEqual(["a1", "b", "c", "Ship", "d"]);
});
