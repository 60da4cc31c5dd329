import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encode } from "./decode";
import { outlineIn, shapeIn } from "./outline-of";
import { readDocument } from "./read";
import { itemsOf, type ReadItem, type Reading } from "./reading";
import { diff } from "./testing/diff";
import { stateOf, view } from "./testing/documents";
import type { OutlineItem, OutlineSection } from "./view";
import { holdsOutline, writeDocument } from "./write";

/** Every home that an item can have. */
const document = `# Launch

## Plain

- [ ] plain one — **Blocked**: no key
- [x] plain two
\t- [ ] plain nested

## Table

| Status | Check          | Who | Risk |
|--------|----------------|-----|------|
| ❌     | Drill **done** | SRE | low  |
| ✅     | Other          |     |      |
| 🟡     | Third          |     |      |

## Words

| Task | Done |
|---|---|
| Rota | yes |
| Phone | no |

## Emoji

- ✅ emoji one
- ❌ emoji two
- 🟡 emoji three

## Headings

### [ ] heading one

Prose of one.

### [x] heading two

## Fence

\`\`\`
- [ ] fence one
- [x] fence two
\`\`\`

## Quote

> - [ ] quote one
> - [x] quote two
>   more words

## Loose

- [ ] loose one

  with a paragraph

- [x] loose two

## Ordered

1. [ ] ordered one
2. [x] ordered two
3. [ ] ordered three

## Ones

1. [ ] one
1. [ ] another

## Details

<details><summary>More</summary>

- [ ] details one
- [x] details two

</details>

## Marks

- [~] mark one
- [-] mark two
- [?] mark three

## Lines

✅ line one
❌ line two
🟡 line three

The end.
`;

function readAll(text: string): Reading {
  const bytes = encode(text, "utf-8", false);
  const first = readDocument(bytes);
  const outcome = first.ok ? readDocument(bytes, { take: first.reading.choices.map(({ id }) => id) }) : first;
  if (!outcome.ok) throw new Error(outcome.sentence);
  return outcome.reading;
}
const reading = readAll(document);
const groupsOf = (outline: readonly OutlineSection[]) => outline.flatMap((section) => section.groups);
const named = (outline: readonly OutlineSection[], title: string) => {
  const found = outline.find((section) => section.title === title)?.groups[0];
  if (!found) throw new Error(`no section ${title}`);
  return found;
};
const fresh = (text: string): OutlineItem => ({ from: null, text, parent: null, state: null });
function takeOut(group: OutlineSection["groups"][number], at: number): OutlineItem[] {
  const end = group.items.findIndex((item, index) => index > at && item.parent === null);
  const gone = group.items.splice(at, (end < 0 ? group.items.length : end) - at);
  for (const item of group.items) if (item.parent !== null && item.parent >= at) item.parent -= gone.length;
  return gone.map((item) => ({ ...item, parent: item.parent === null ? null : item.parent - at }));
}
function putIn(group: OutlineSection["groups"][number], at: number, items: readonly OutlineItem[]): void {
  for (const item of group.items) if (item.parent !== null && item.parent >= at) item.parent += items.length;
  group.items.splice(at, 0, ...items.map((item) => ({ ...item, parent: item.parent === null ? null : item.parent + at })));
}
const whole = (outline: readonly OutlineSection[]) => outline.map((section) => ({ ...section, groups: section.groups.filter(({ items }) => items.length > 0) })).filter(({ groups }) => groups.length > 0);

/** What an edit changes in the text, having checked that it is held, and reads back with everybody's state. */
function edited(edit: (outline: OutlineSection[]) => void, from = reading): string[] {
  const all = outlineIn(from);
  edit(all);
  const outline = whole(all);
  expect(holdsOutline(from, outline)).toBe(true);
  const text = writeDocument(from, view({}, { outline }));
  check(from, outline, text);
  return diff(from.original, text);
}
function check(from: Reading, outline: readonly OutlineSection[], text: string): void {
  const again = readAll(text);
  expect(shapeIn(outlineIn(again))).toBe(shapeIn(outline));
  const was = new Map(itemsOf(from).map((item) => [item.key, item]));
  const wanted = groupsOf(outline).flatMap(({ items }) => items);
  // What a table's own column says of an owner is a note elsewhere: the same to whoever reads it.
  expect(itemsOf(again).map((item) => stateOf(item))).toEqual(wanted.map((item, at) => {
    const own = item.from === null ? undefined : was.get(item.from);
    return own ? stateOf(own) : stateOf(itemsOf(again)[at] ?? fail(item));
  }));
}
function fail(item: OutlineItem): never {
  throw new Error(`${item.text} is missing`);
}

describe("an item takes on the form of its new home, with its state", () => {
  test.each([
    ["Table", "Plain", ["+- [ ] Drill **done** — **Owner**: SRE", "+  - Risk: low", "-| ❌     | Drill **done** | SRE | low  |"]],
    ["Emoji", "Plain", ["+- [x] emoji one", "-- ✅ emoji one"]],
    ["Marks", "Ordered", ["+4. [ ] mark one — **In progress**", "-- [~] mark one"]],
    ["Lines", "Quote", ["+> - [x] line one", "-✅ line one"]],
    ["Headings", "Plain", ["+- [ ] heading one", "+  Prose of one.", "+", "-### [ ] heading one", "-Prose of one.", "-"]],
    ["Plain", "Table", ["-- [ ] plain one — **Blocked**: no key", "+| ☐      | plain one — **Blocked**: no key      |     |      |"]],
    ["Emoji", "Words", ["+| emoji one | Done |", "-- ✅ emoji one"]],
    ["Plain", "Emoji", ["-- [ ] plain one — **Blocked**: no key", "+- ☐ plain one — **Blocked**: no key"]],
    ["Ordered", "Headings", ["+### [ ] ordered one", "+", "-1. [ ] ordered one"]],
    ["Table", "Fence", null], ["Plain", "Fence", ["-- [ ] plain one — **Blocked**: no key", "+- [ ] plain one — **Blocked**: no key"]],
  ] as const)("from %s to %s", (from, to, lines) => {
    const changed = edited((outline) => { const [item] = takeOut(named(outline, from), lines === null ? 1 : 0); if (item) named(outline, to).items.push(item); });
    if (lines !== null) expect(changed).toEqual(lines);
  });
  test("rows are added to a table in its own columns, first and last", () => {
    expect(edited((outline) => { named(outline, "Table").items.push(fresh("New | here")); })).toEqual(["+| ☐      | New \\| here    |     |      |"]);
    expect(edited((outline) => { named(outline, "Words").items.unshift(fresh("First")); })).toEqual(["+| First | To do |"]);
  });
  test("a row that goes takes its line along, and a numbered list goes on as it counts", () => {
    expect(edited((outline) => { named(outline, "Table").items.splice(1, 1); })).toEqual(["-| ✅     | Other          |     |      |"]);
    expect(edited((outline) => { named(outline, "Ones").items.push(fresh("third")); })).toEqual(["+1. [ ] third"]);
  });
  test("what a form has no place for is refused", () => {
    const outline = outlineIn(reading);
    const [item] = takeOut(named(outline, "Table"), 0);
    if (item) named(outline, "Words").items.push(item);
    expect(holdsOutline(reading, outline)).toBe(false);
  });
});

const edits = fc.array(fc.tuple(fc.constantFrom("add", "cut", "move", "move", "reword"), fc.nat(), fc.nat(), fc.nat(), fc.constantFrom("Alpha | one", "Beta `two`", "Gamma (if needed)")), { minLength: 1, maxLength: 4 });
const variants: Record<string, (text: string) => string> = {
  "as it is": (text) => text, "with Windows lines": (text) => text.replace(/\n/g, "\r\n"), "without a last line ending": (text) => text.replace(/\n$/, ""),
};

test.each(Object.entries(variants))("any edits of items in every home read back as they are, or are refused, and leave other lines alone, %s", (_, vary) => {
  const from = readAll(vary(document));
  const numRuns = Math.ceil(Number(process.env.FUZZ_RUNS ?? 90) / 3);
  let held = 0;
  fc.assert(fc.property(edits, (all) => {
    let outline = outlineIn(from);
    const touched = new Set<string>();
    for (const [kind, one, other, third, words] of all) {
      const next = structuredClone(outline);
      const [group, target] = [groupsOf(next)[one % groupsOf(next).length], groupsOf(next)[other % groupsOf(next).length]];
      if (!group || !target) continue;
      const tops = group.items.flatMap((item, at) => (item.parent === null ? [at] : []));
      const at = tops[third % Math.max(1, tops.length)] ?? 0;
      const item = group.items[at];
      const text = `${words} ${touched.size}`;
      const ours: string[] = [];
      if (kind === "add") putIn(group, at, [fresh(text)]);
      else if (kind === "reword" && item) { ours.push(item.from ?? ""); item.text = text; }
      else {
        const gone = takeOut(group, at);
        ours.push(...gone.map((one_) => one_.from ?? ""));
        if (kind === "move") {
          const places = target.items.flatMap((one_, index) => (one_.parent === null ? [index] : []));
          putIn(target, places[third % Math.max(1, places.length)] ?? target.items.length, gone);
        }
      }
      const wanted = whole(next);
      if (!holdsOutline(from, wanted)) continue;
      held += 1;
      outline = wanted;
      for (const key of ours) touched.add(key);
    }
    const text = writeDocument(from, view({}, { outline }));
    check(from, outline, text);
    const lines = from.original.split("\n");
    const own = new Set(itemsOf(from).filter(({ key }) => touched.has(key)).flatMap((item) => ownLines(item, from)));
    const changed = diff(from.original, text);
    const bare = (line: string) => line.slice(1).replace(/\r$/, "").replace(/\d+\./, "1.");
    const added = new Set(changed.filter((line) => line.startsWith("+")).map(bare));
    // Two that changed places: either may be the one that moved. A heading whose items all went goes too, with the blank lines around it.
    const free = (line: string) => /^.\s*$|^.#|^.Prose of one/.test(line) || added.has(bare(line));
    expect(changed.filter((line) => line.startsWith("-") && !free(line) && ![...own].some((number) => lines[number - 1] === line.slice(1)))).toEqual([]);
  }), { numRuns });
  expect(held).toBeGreaterThanOrEqual(numRuns / 2);
}, 600_000);

function ownLines({ place: { extent } }: ReadItem, { original }: Reading): number[] {
  const first = original.slice(0, extent.from).split("\n").length;
  return Array.from({ length: original.slice(extent.from, extent.to).split("\n").length }, (_, at) => first + at);
}
