import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDocument } from "./read";
import { itemsOf, type Reading } from "./reading";
import { bytesOf, changedLines, stateOf, view } from "./testing/documents";
import { nasty } from "./testing/nasty";
import { writeDocument } from "./write";

function reads(text: string, take: string[] = []): Reading {
  const outcome = readDocument(bytesOf(text), { take });
  if (!outcome.ok) throw new Error(outcome.sentence);
  return outcome.reading;
}
const items = (reading: Reading) => itemsOf(reading).map((item) => [item.line, item.text, item.work, item.applicability]);

const table = "# Launch\n\n## Checks\n\n| Item | Owner | Status |\n|---|---|---|\n| Backups work | ops | ✅ |\n| Restore tried \\| twice | dev | 🟡 In progress |\n| DNS ready | ops | ❌ |\n";
const cases: [string, string, string, (string | number)[][]][] = [
  ["a table with a status column", table, "table:7", [[7, "Backups work", "done", "applies"], [8, "Restore tried | twice", "in-progress", "applies"], [9, "DNS ready", "todo", "applies"]]],
  ["a table with boxes", "# L\n\n|   | Check |\n|---|---|\n| [x] | One |\n| [ ] | Two |\n", "table:5", [[5, "One", "done", "applies"], [6, "Two", "todo", "applies"]]],
  ["a list with status symbols", "# L\n\n- ✅ One\n- ⏳ Two\n- plain\n", "status-list:3", [[3, "One", "done", "applies"], [4, "Two", "in-progress", "applies"]]],
  ["a list in GitHub's names for symbols", "# L\n\n- :white_check_mark: One\n- :x: Two\n", "status-list:3", [[3, "One", "done", "applies"], [4, "Two", "todo", "applies"]]],
  ["symbols on lines without bullets", "# L\n\n✅ One\\\n❌ Two\n", "status-list:3", [[3, "One", "done", "applies"], [4, "Two", "todo", "applies"]]],
  ["boxes on lines without bullets", "# L\n\n[x] One  \n[ ] Two\n", "unclear-boxes:3", [[3, "One", "done", "applies"], [4, "Two", "todo", "applies"]]],
  ["a table whose cells hold bullets with boxes", "# L\n\n| Step | Check |\n|---|:-:|\n| One | - [ ] |\n| Two | - [x] |\n", "table:5", [[5, "One", "todo", "applies"], [6, "Two", "done", "applies"]]],
  ["headings with boxes", "# L\n\n## A\n\n### [ ] One\n\nWords.\n\n### [x] Two\n", "headings:5", [[5, "One", "todo", "applies"], [9, "Two", "done", "applies"]]],
  ["a checklist in a fence", "# L\n\n```\n- [ ] One\n- [x] Two\n```\n", "fence:4", [[4, "One", "todo", "applies"], [5, "Two", "done", "applies"]]],
  ["boxes that GitHub does not know", "# L\n\n- [~] One\n- [-] Two\n- [?] Three\n- [n/a] Four\n- [ ] Five\n", "unclear-boxes:3",
    [[3, "One", "in-progress", "applies"], [4, "Two", "todo", "not-applicable"], [5, "Three", "todo", "undecided"], [6, "Four", "todo", "not-applicable"], [7, "Five", "todo", "applies"]]],
];

describe.each(cases)("%s", (_, text, id, wanted) => {
  test("is offered with its count, and not read unless it is taken", () => {
    const reading = reads(text);
    expect(reading.choices.map((choice) => choice.id)).toContain(id);
    expect(itemsOf(reading).filter((item) => item.place.marks)).toEqual([]);
    const added = itemsOf(reads(text, [id])).length - itemsOf(reading).length;
    expect(reading.choices.find((choice) => choice.id === id)?.count).toBe(added);
    expect(reads(text, ["table:999"])).toEqual(reading);
  });
  test("reads as items when taken, with what its marks say", () => {
    expect(items(reads(text, [id]))).toEqual(wanted);
  });
  test("gets its mark spliced, on its own line only, and reads back", () => {
    const reading = reads(text, [id]);
    for (const item of itemsOf(reading)) {
      for (const work of ["done", "todo", "blocked"] as const) {
        const state = { ...stateOf(item), work, reason: work === "blocked" ? "no | vault" : null, applicability: "applies" as const };
        const written = writeDocument(reading, view({ [item.key]: state }));
        expect(changedLines(text, written).filter((line) => line !== item.line)).toEqual([]);
        // What has GitHub's own box now is read without being taken; the rest begins perhaps a line later.
        const again = reads(written, reads(written).choices.map((choice) => choice.id));
        expect(itemsOf(again).find((one) => one.line === item.line)).toMatchObject({ text: item.text, work, reason: state.reason, applicability: "applies" });
      }
    }
  });
});

test("many lists with status symbols can be taken at once, and none twice", () => {
  const text = Array.from({ length: 5 }, (_, at) => `## S${at}\n\n- ✅ One\n- ❌ Two\n\n`).join("");
  const { choices } = reads(text);
  expect(choices.map(({ id }) => id)).toEqual(["status-lists", "status-list:3", "status-list:8", "status-list:13", "status-list:18", "status-list:23"]);
  expect(choices[0]).toMatchObject({ count: 10, ask: "10 lines of this document begin with a status symbol: read all of them as items?" });
  expect(reads(text, ["status-lists"]).counts.items).toBe(10);
  expect(reads(text, choices.map(({ id }) => id)).counts.items).toBe(10);
});

test("a remark that begins with a symbol is no list, nor are lines of which one begins with none", () => {
  expect(reads("# L\n\n⚠️ Mind the gap\n\n✅ One\nand more of it\n\n[ ] alone\n").choices).toEqual([]);
});

test("a table without a clear status is not offered", () => {
  expect(reads("| A | B |\n|---|---|\n| one | two |\n\n| Item | Status |\n|---|---|\n| One | purple |\n").choices).toEqual([]);
});

test("no choice changes what is read by default, and none that is taken makes a document unreadable", () => {
  const pieces = fc.constantFrom("| Item | Status |\n|---|---|\n| a | ✅ |\n", "- ✅ done\n- ❌ not\n", "## [ ] heading\n", "```\n- [ ] x\n```\n", "- [~] so\n", "");
  fc.assert(fc.property(nasty, pieces, pieces, (text, one, other) => {
    const whole = `${one}\n${text}\n\n${other}`;
    const outcome = readDocument(bytesOf(whole));
    if (!outcome.ok) return;
    const { reading } = outcome;
    expect(reading.counts.items + reading.counts.seats).toBe(reading.counts.tasks);
    const taken = reads(whole, reading.choices.map((choice) => choice.id));
    expect(new Set(itemsOf(taken).map((item) => item.key)).size).toBe(taken.counts.items);
    expect(writeDocument(taken, view(Object.fromEntries(itemsOf(taken).map((item) => [item.key, stateOf(item)]))))
      .split(/\r\n|\n|\r/).length).toBe(whole.split(/\r\n|\n|\r/).length);
  }), { numRuns: Number(process.env.FUZZ_RUNS ?? 200) });
}, 600_000);

test("a heading that is read as an item stands under no heading of its own depth, but under itself where items follow", () => {
  const reading = reads("# L\n\n## A\n\n### [ ] One\n\n### [x] Two\n\n- [ ] under two\n", ["headings:5"]);
  expect(itemsOf(reading).map(({ text, key }) => [text, key])).toEqual([["One", "a/one"], ["Two", "a/two/two"], ["under two", "a/two/under-two"]]);
});

test("no finding says of a line that was taken as an item that it is not read", () => {
  const text = "# L\n\n- [~] One\n\n```\n- [ ] Two\n```\n";
  const kinds = (take: string[]) => reads(text, take).findings.map(({ kind, line }) => [kind, line]);
  expect(kinds([])).toEqual([["unclear-box", 3], ["task-not-read", 6]]);
  expect(kinds(["unclear-boxes:3"])).toEqual([["task-not-read", 6]]);
  expect(kinds(["unclear-boxes:3", "fence:6"])).toEqual([]);
});
