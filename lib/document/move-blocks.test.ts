import { describe, expect, test } from "vitest";
import { outlineIn, shapeIn } from "./outline-of";
import { diff } from "./testing/diff";
import { read, seed, view } from "./testing/documents";
import type { OutlineSection } from "./view";
import { holdsOutline, writeDocument } from "./write";

const document = `# Launch

Intro.

## 1. Platform

Prose of the platform.

### Database
- [ ] Backups automated
- [ ] Restore tested

A word on backups.

### Traffic

- [ ] Load test passed

---

## 2. People

* [ ] Rota agreed

### Training

* [ ] Everybody trained

---

**Status**: open
`;

/** What an edit of the outline changes in the text, having checked that it reads back as exactly that. */
function edited(text: string | Uint8Array, edit: (outline: OutlineSection[]) => void): string[] {
  const reading = read(text);
  const outline = outlineIn(reading);
  edit(outline);
  expect(holdsOutline(reading, outline)).toBe(true);
  const now = writeDocument(reading, view({}, { outline }));
  expect(shapeIn(outlineIn(read(now)))).toBe(shapeIn(outline));
  return diff(reading.original, now);
}
const groupsOf = (outline: OutlineSection[], at: number) => outline[at]?.groups ?? [];

describe("a heading that moves", () => {
  test("takes its prose and its items along, and nothing else changes", () => {
    expect(edited(document, (outline) => groupsOf(outline, 0).reverse())).toEqual([
      "+### Traffic", "+", "+- [ ] Load test passed", "+", "-### Traffic", "-", "-- [ ] Load test passed", "-",
    ]);
    expect(edited(document, (outline) => outline.reverse()).filter((line) => /Status|Intro|# Launch/.test(line))).toEqual([]);
  });

  test("goes into another section, at the depth that groups have there", () => {
    expect(edited(document, (outline) => { const [moved] = groupsOf(outline, 0).splice(0, 1); if (moved) groupsOf(outline, 1).push(moved); })).toEqual([
      "-### Database", "-- [ ] Backups automated", "-- [ ] Restore tested", "-", "-A word on backups.", "-",
      "+### Database", "+- [ ] Backups automated", "+- [ ] Restore tested", "+", "+A word on backups.", "+",
    ]);
    const flat = "# L\n\n## A\n\n- [ ] a\n\n#### Deep\n\n- [ ] d\n\n## B\n\n- [ ] b\n\n### Not so deep\n\n- [ ] n\n";
    expect(edited(flat, (outline) => { const [moved] = groupsOf(outline, 0).splice(1, 1); if (moved) groupsOf(outline, 1).push(moved); })).toContain("+### Deep");
  });

  test("keeps Windows line endings, a missing one at the end, and setext headings", () => {
    const text = "Title\r\n=====\r\n\r\nA\r\n---\r\n\r\n- [ ] a\r\n\r\nB\r\n---\r\n\r\n- [ ] b";
    const reading = read(text);
    expect(writeDocument(reading, view({}, { outline: outlineIn(reading).reverse() }))).toBe("Title\r\n=====\r\n\r\nB\r\n---\r\n\r\n- [ ] b\r\n\r\nA\r\n---\r\n\r\n- [ ] a");
  });

  test("moves through the whole built-in checklist with no other line touched", () => {
    const lines = edited(seed(), (outline) => { const [last] = outline.splice(10, 1); if (last) outline.splice(1, 0, last); });
    const words = (sign: string) => lines.filter((line) => line.startsWith(sign)).map((line) => line.slice(1)).sort();
    expect(words("+")).toEqual(words("-"));
    expect(words("+").filter((line) => line.startsWith("## "))).toHaveLength(1);
  });

  test("is made where items had none above them", () => {
    expect(edited(document, (outline) => { Object.assign(groupsOf(outline, 1)[0] ?? {}, { title: "Shifts" }); })).toEqual(["+### Shifts", "+"]);
  });
});

test("a document without headings holds more items, and says that it holds no headings", () => {
  const reading = read("- [ ] one\n- [ ] two\n");
  const outline = outlineIn(reading);
  outline[0]?.groups[0]?.items.push({ from: null, text: "three", parent: null, state: null });
  expect(holdsOutline(reading, outline)).toBe(true);
  outline[0]?.groups.push({ from: null, title: "Group", items: [{ from: null, text: "four", parent: null, state: null }] });
  expect(holdsOutline(reading, outline)).toBe(false);
  // Nothing is lost all the same.
  expect(read(writeDocument(reading, view({}, { outline }))).counts.items).toBe(4);
});
