import { describe, expect, test } from "vitest";
import { outlineIn } from "./outline-of";
import { diff } from "./testing/diff";
import { everyHome, expectReadBack, fresh, readAll, takeOut, whole } from "./testing/homes";
import { view } from "./testing/documents";
import type { OutlineSection } from "./view";
import { holdsOutline, writeDocument } from "./write";

const reading = readAll(everyHome);
const named = (outline: readonly OutlineSection[], title: string) => {
  const found = outline.find((section) => section.title === title)?.groups[0];
  if (!found) throw new Error(`no section ${title}`);
  return found;
};

/** What an edit changes in the text, having checked that it is held, and reads back with everybody's state. */
function edited(edit: (outline: OutlineSection[]) => void, from = reading): string[] {
  const all = outlineIn(from);
  edit(all);
  const outline = whole(all);
  expect(holdsOutline(from, outline)).toBe(true);
  const text = writeDocument(from, view({}, { outline }));
  expectReadBack(from, outline, text);
  return diff(from.original, text);
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
