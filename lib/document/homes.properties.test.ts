import fc from "fast-check";
import { expect, test } from "vitest";
import { outlineIn } from "./outline-of";
import { itemsOf, type ReadItem, type Reading } from "./reading";
import { diff } from "./testing/diff";
import { everyHome, expectReadBack, fresh, groupsOf, putIn, readAll, takeOut, whole } from "./testing/homes";
import { view } from "./testing/documents";
import { holdsOutline, writeDocument } from "./write";

const edits = fc.array(fc.tuple(fc.constantFrom("add", "cut", "move", "move", "reword"), fc.nat(), fc.nat(), fc.nat(), fc.constantFrom("Alpha | one", "Beta `two`", "Gamma (if needed)")), { minLength: 1, maxLength: 4 });
const variants: Record<string, (text: string) => string> = {
  "as it is": (text) => text, "with Windows lines": (text) => text.replace(/\n/g, "\r\n"), "without a last line ending": (text) => text.replace(/\n$/, ""),
};

test.each(Object.entries(variants))("any edits of items in every home read back as they are, or are refused, and leave other lines alone, %s", (_, vary) => {
  const from = readAll(vary(everyHome));
  const numRuns = Math.ceil(Number(process.env.FUZZ_RUNS ?? 90) / 3);
  let held = 0;
  // As many as there was time for.
  let tried = 0;
  fc.assert(fc.property(edits, (all) => {
    tried += 1;
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
    expectReadBack(from, outline, text);
    const lines = from.original.split("\n");
    const own = new Set(itemsOf(from).filter(({ key }) => touched.has(key)).flatMap((item) => ownLines(item, from)));
    const changed = diff(from.original, text);
    const bare = (line: string) => line.slice(1).replace(/\r$/, "").replace(/\d+\./, "1.");
    const added = new Set(changed.filter((line) => line.startsWith("+")).map(bare));
    // Two that changed places: either may be the one that moved. A heading whose items all went goes too, with the blank lines around it.
    const free = (line: string) => /^.\s*$|^.#|^.Prose of one/.test(line) || added.has(bare(line));
    expect(changed.filter((line) => line.startsWith("-") && !free(line) && ![...own].some((number) => lines[number - 1] === line.slice(1)))).toEqual([]);
  }), { numRuns });
  expect(held).toBeGreaterThanOrEqual(tried / 2);
}, 600_000);

function ownLines({ place: { extent } }: ReadItem, { original }: Reading): number[] {
  const first = original.slice(0, extent.from).split("\n").length;
  return Array.from({ length: original.slice(extent.from, extent.to).split("\n").length }, (_, at) => first + at);
}
