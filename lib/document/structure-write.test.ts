import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outlineIn, settleWords, wantedWords, wordsIn } from "./outline-of";
import { itemsOf, type Reading } from "./reading";
import { diff } from "./testing/diff";
import { bytesOf, read, seed, view } from "./testing/documents";
import { nasty } from "./testing/nasty";
import { readDocument } from "./read";
import type { OutlineItem, OutlineSection } from "./view";
import { writeDocument } from "./write";

const document = `# Launch

Intro.

## 1. Platform

### Database
- [ ] Backups automated
- [x] Restore tested
  over two lines
  - [ ] From tape
  - [ ] From disk

### Traffic
1. [ ] Load test passed
2. [ ] Rate limits set

---

## 2. People

* [ ] Rota agreed

## Notes

The end.
`;
const reading = read(document);
const written = (outline: OutlineSection[], from: Reading = reading) => writeDocument(from, view({}, { outline }));
const fresh = (text: string, parent: number | null = null): OutlineItem => ({ from: null, text, parent, state: null });

function edited(edit: (outline: OutlineSection[]) => void, from: Reading = reading): string[] {
  const outline = outlineIn(from);
  edit(outline);
  const text = written(outline, from);
  expect(wordsIn(read(text))).toEqual(wantedWords(outline));
  return diff(from.original, text);
}
const group = (outline: OutlineSection[], section: number, at: number) => {
  const found = outline[section]?.groups[at];
  if (!found) throw new Error("no such group");
  return found;
};

describe("a document whose launch has another structure", () => {
  test("is the document itself while the structure is its own", () => {
    expect(written(outlineIn(reading))).toBe(document);
  });
  test("gets a new item as one line, written like its neighbours", () => {
    expect(edited((outline) => put(group(outline, 0, 0), 1, [fresh("Backups encrypted")]))).toEqual(["+- [ ] Backups encrypted"]);
    expect(edited((outline) => group(outline, 0, 1).items.push(fresh("Alarms reach somebody")))).toEqual(["+3. [ ] Alarms reach somebody"]);
    expect(edited((outline) => put(group(outline, 0, 0), 0, [fresh("First")]))).toEqual(["+- [ ] First"]);
    expect(edited((outline) => group(outline, 0, 0).items.push(fresh("From the cloud", 1)))).toEqual(["+  - [ ] From the cloud"]);
    expect(edited((outline) => group(outline, 0, 0).items.push(fresh("After all")))).toEqual(["+- [ ] After all"]);
    expect(edited((outline) => group(outline, 1, 0).items.push(fresh("Deputies named"), fresh("And told")))).toEqual(["+* [ ] Deputies named", "+* [ ] And told"]);
  });
  test("loses the lines of a retired item, with what only belonged to it", () => {
    expect(edited((outline) => take(group(outline, 0, 0), 0, 1)))
      .toEqual(["-- [ ] Backups automated"]);
    expect(edited((outline) => group(outline, 0, 0).items.splice(1))).toEqual(["-- [x] Restore tested", "-  over two lines", "-  - [ ] From tape", "-  - [ ] From disk"]);
    expect(edited((outline) => group(outline, 0, 1).items.splice(0))).toEqual(["-1. [ ] Load test passed", "-2. [ ] Rate limits set"]);
    expect(edited((outline) => outline[0]?.groups.pop())).toEqual(["-### Traffic", "-1. [ ] Load test passed", "-2. [ ] Rate limits set", "-"]);
  });
  test("has a reworded item on its own line, everything else on the line kept", () => {
    expect(edited((outline) => { Object.assign(group(outline, 0, 1).items[1] ?? {}, { text: "Rate limits set for **all**" }); }))
      .toEqual(["+2. [ ] Rate limits set for **all**", "-2. [ ] Rate limits set"]);
    expect(edited((outline) => { Object.assign(group(outline, 0, 0).items[1] ?? {}, { text: "Restore rehearsed" }); }))
      .toEqual(["+- [x] Restore rehearsed", "-- [x] Restore tested", "-  over two lines"]);
  });
  test("has a moved item where it belongs, with its tick and its nested items", () => {
    expect(edited((outline) => {
      const moved = group(outline, 0, 0).items.splice(1).map((item, at) => ({ ...item, parent: at === 0 ? null : 2 }));
      group(outline, 0, 1).items.push(...moved);
    })).toEqual([
      "-- [x] Restore tested", "-  over two lines", "-  - [ ] From tape", "-  - [ ] From disk",
      "+3. [x] Restore tested", "+   over two lines", "+   - [ ] From tape", "+   - [ ] From disk",
    ]);
    expect(edited((outline) => { group(outline, 0, 1).items.reverse(); })).toHaveLength(2);
  });
  test.each([
    ["behind", "# L\n\n## A\n\n| Check | Status |\n|---|---|\n| Drill **done** | ❌ |\n| Other | ✅ |\n", "Drill | twice | a year"],
    ["before", "# L\n\n## A\n\n| Status | Check | Who |\n|---|---|---|\n| ❌ | Drill **done** | SRE |\n| ✅ | Other | |\n", "Drill | SRE's"],
  ])("has a reworded row of a table in its cell, with the status %s it", (_, text, words) => {
    const taken = readDocument(bytesOf(text), { take: ["table:7"] });
    if (!taken.ok) throw new Error(taken.sentence);
    const outline = outlineIn(taken.reading);
    const [item] = outline[0]?.groups[0]?.items ?? [];
    if (!item) throw new Error("an item");
    item.text = words;
    const changed = written(outline, taken.reading);
    expect(diff(text, changed)).toHaveLength(2);
    const again = readDocument(bytesOf(changed), { take: ["table:7"] });
    expect(again.ok && itemsOf(again.reading).map((one) => [one.text, one.work])).toEqual([[words, "todo"], ["Other", "done"]]);
  });
  test("has new and reworded headings, numbers kept", () => {
    expect(edited((outline) => { outline[0]?.groups.push({ from: null, title: "Security", items: [fresh("Keys rotated")] }); }))
      .toEqual(["+### Security", "+", "+- [ ] Keys rotated", "+"]);
    expect(edited((outline) => { outline.push({ from: null, title: "After", groups: [{ from: null, title: "", items: [fresh("Looked back")] }] }); }))
      .toEqual(["+## After", "+", "+- [ ] Looked back", "+"]);
    expect(edited((outline) => { outline.unshift({ from: null, title: "First of all", groups: [{ from: null, title: "", items: [fresh("Looked ahead")] }] }); }))
      .toEqual(["+## First of all", "+", "+- [ ] Looked ahead", "+"]);
    expect(edited((outline) => { Object.assign(outline[1] ?? {}, { title: "Staff" }); })).toEqual(["+## 2. Staff", "-## 2. People"]);
  });
  test("loses nothing of the built-in checklist's other lines, wherever one item goes", () => {
    const built = read(seed());
    expect(edited((outline) => { const [item] = group(outline, 2, 0).items.splice(0, 1); if (item) group(outline, 5, 1).items.push(item); }, built)).toHaveLength(2);
  });
});

/** What fuzzing found once: a document, what becomes of it, and the words of the items that it then has to have. */
const found: [why: string, text: string, edit: (outline: OutlineSection[]) => void, words: string[]][] = [
  [
    "words that stand on the line behind the box alone", "1) [ ] \n-->\n      - [ ] !\n",
    (outline) => { Object.assign(group(outline, 0, 0).items[0] ?? {}, { text: "Alpha" }); outline[0]?.groups.push({ from: null, title: "Group", items: [fresh("Beta")] }); },
    ["!", "Alpha", "Beta"],
  ],
  [
    "words that would open a code block", "1) [ ] ```\n      - [ ] !\n",
    (outline) => { Object.assign(group(outline, 0, 0).items[0] ?? {}, { text: "Alpha" }); outline[0]?.groups.push({ from: null, title: "Group", items: [fresh("Beta")] }); },
    ["!", "Alpha", "Beta"],
  ],
  [
    "a line ending whose other half follows", ">   - [ ] plain words\n   - \r- [ ] \r",
    (outline) => outline[0]?.groups.push({ from: null, title: "Group", items: [fresh("Beta")] }),
    ["plain words", "Beta"],
  ],
];
test.each(found)("keeps every item beside %s", (_, text, edit, words) => {
  const from = read(text);
  const outline = outlineIn(from);
  edit(outline);
  expect(itemsOf(read(written(outline, from))).map((item) => item.text)).toEqual(words);
});

const edits = fc.array(fc.tuple(fc.constantFrom("add", "cut", "move", "reword", "group"), fc.nat(), fc.nat(), fc.constantFrom("Alpha one", "Beta `two`", "Gamma (if needed)", "")), { minLength: 1, maxLength: 4 });
function apply(outline: OutlineSection[], all: [string, number, number, string][]): OutlineSection[] {
  for (const [edit, from, to, text] of all) {
    const groups = outline.flatMap((section) => section.groups);
    const [one, other] = [groups[from % Math.max(1, groups.length)], groups[to % Math.max(1, groups.length)]];
    if (!one || !other) continue;
    // Nested items go with what they stand under: here only whole families move.
    const tops = one.items.flatMap((item, at) => (item.parent === null ? [at] : []));
    const at = tops[to % Math.max(1, tops.length)] ?? 0;
    const end = tops.find((top) => top > at) ?? one.items.length;
    if (edit === "add") put(one, tops[to % Math.max(1, tops.length)] ?? one.items.length, [fresh(text)]);
    if (edit === "cut") take(one, at, end);
    if (edit === "move") put(other, other.items.length, take(one, at, end));
    const item = one.items[at];
    if (edit === "reword" && item) item.text = text;
    if (edit === "group") outline[from % outline.length]?.groups.push({ from: null, title: `Group ${from}`, items: [fresh(`Of the group ${text}`)] });
  }
  return outline;
}
function take(group: OutlineSection["groups"][number], at: number, end: number): OutlineItem[] {
  const taken = group.items.splice(at, end - at);
  for (const item of group.items) if (item.parent !== null && item.parent >= end) item.parent -= end - at;
  return taken.map((item) => ({ ...item, parent: item.parent === null ? null : item.parent - at }));
}
function put(group: OutlineSection["groups"][number], at: number, items: OutlineItem[]): void {
  for (const item of group.items) if (item.parent !== null && item.parent >= at) item.parent += items.length;
  group.items.splice(at, 0, ...items.map((item) => ({ ...item, parent: item.parent === null ? null : item.parent + at })));
}
const runs = { numRuns: Number(process.env.FUZZ_RUNS ?? 200) };

test("any edits of the built-in checklist are written in place and read back as the same structure", () => {
  const built = read(seed());
  fc.assert(fc.property(edits, (all) => {
    const outline = apply(outlineIn(built), all).map((section) => ({ ...section, groups: section.groups.filter((one) => one.items.length > 0) })).filter((section) => section.groups.length > 0);
    expect(wordsIn(read(written(outline, built)))).toEqual(wantedWords(outline));
  }), { numRuns: Math.ceil(runs.numRuns / 8) });
}, 600_000);

test("edits of any document there is lose no item that stays and no word of the prose", () => {
  fc.assert(fc.property(nasty, edits, (text, all) => {
    const outcome = readDocument(bytesOf(text));
    if (!outcome.ok || outcome.reading.counts.items === 0) return;
    const outline = apply(outlineIn(outcome.reading), all);
    const again = readDocument(bytesOf(written(outline, outcome.reading)));
    if (!again.ok) return;
    const texts = new Set(itemsOf(again.reading).map((item) => settleWords(item.text)));
    for (const words of wantedWords(outline)) expect([...texts].join("\n")).toContain(words.split("\n")[2]);
  }), runs);
}, 600_000);
