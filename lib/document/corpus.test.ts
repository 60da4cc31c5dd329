import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ownOf } from "./held";
import { settleState } from "./item-notes";
import { lineAt, linesOf } from "./lines";
import { locate } from "./locate";
import { itemsOf } from "./reading";
import { changedLines, read, stateOf, view } from "./testing/documents";
import { anyState } from "./testing/nasty";
import { unchangedView, writeBytes, writeDocument } from "./write";

// Other people's checklists, beside the project where there are any; never part of it.
const folder = fileURLToPath(new URL("../../../shared/corpus/", import.meta.url));
const rows = existsSync(`${folder}INDEX.tsv`) ? readFileSync(`${folder}INDEX.tsv`, "utf8").trim().split("\n").slice(1).map((row) => row.split("\t")) : [];
// The built-in checklist is always there, so this file proves something on every machine.
const builtIn = fileURLToPath(new URL("../../prisma/checklists/a4co.md", import.meta.url));
const index = [["a4co.md", builtIn, 219, 0] as const, ...rows.map((row) => [row[0] ?? "", `${folder}${row[0] ?? ""}`, Number(row[7]), Number(row[8])] as const)];

test.each(index)("%s has the tasks GitHub sees and comes back byte for byte", (_name, file, tasks, checked) => {
  const bytes = readFileSync(file);
  const reading = read(bytes);
  expect([reading.counts.tasks, reading.counts.checked]).toEqual([tasks, checked]);
  expect(reading.counts.items + reading.counts.seats).toBe(tasks);
  expect(Buffer.from(writeBytes(reading, unchangedView(reading))).equals(bytes)).toBe(true);
});

test.each(index)("%s: each item toggled changes its own line only, and reads back", (_name, file) => {
  const reading = read(readFileSync(file));
  const items = itemsOf(reading);
  for (const item of items.filter((_, at) => at % Math.ceil(items.length / 8) === 0)) {
    const wanted = { ...stateOf(item), work: item.checked ? "blocked" as const : "done" as const, reason: item.checked ? "a reason" : null };
    const written = writeDocument(reading, view({ [item.key]: wanted }));
    expect(changedLines(reading.original, written)).toEqual([item.line]);
    const again = itemsOf(read(written)).find((one) => one.key === item.key);
    expect(again).toMatchObject({ work: wanted.work, reason: wanted.reason, text: item.text });
  }
});

test.each(index)("%s: any states of its items survive being written and read, on every axis a line can hold", (_name, file) => {
  const reading = read(readFileSync(file));
  const [items, lines] = [itemsOf(reading), linesOf(reading.original)];
  fc.assert(fc.property(fc.array(anyState, { minLength: 3, maxLength: 20 }), (states) => {
    const wanted = Object.fromEntries(items.map((item, at) => [item.key, states[at % states.length] ?? stateOf(item)]));
    const written = writeDocument(reading, view(wanted));
    const again = itemsOf(read(written));
    expect(again.map((item) => [item.key, item.text, stateOf(item)])).toEqual(items.map((item) => [item.key, item.text, settleState(wanted[item.key] ?? item, { text: item.text, own: ownOf(item) })]));
    const own = new Set([...items, ...reading.seats].flatMap(({ place }) => [place.box ? lineAt(lines, place.box.from) : 0, lineAt(lines, place.notes.from)]));
    expect(changedLines(reading.original, written).filter((line) => !own.has(line))).toEqual([]);
  }), { numRuns: Number(process.env.FUZZ_RUNS ?? 3) });
}, 600_000);

test.each(index)("%s: cutting it for the parser changes nothing", (_name, file) => {
  const text = readFileSync(file, "utf8");
  const lines = linesOf(text);
  const [cut, whole] = [locate(text, lines, 0, 1), locate(text, lines, 0, Infinity)];
  expect(cut.tasks).toEqual(whole.tasks);
  expect(cut.headings).toEqual(whole.headings);
});
