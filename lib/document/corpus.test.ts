import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { linesOf } from "./lines";
import { locate } from "./locate";
import { itemsOf } from "./reading";
import { changedLines, read, stateOf, view } from "./testing/documents";
import { unchangedView, writeBytes, writeDocument } from "./write";

// Other people's checklists, beside the project where there are any; never part of it.
const folder = fileURLToPath(new URL("../../../shared/corpus/", import.meta.url));
const index = existsSync(`${folder}INDEX.tsv`) ? readFileSync(`${folder}INDEX.tsv`, "utf8").trim().split("\n").slice(1).map((row) => row.split("\t")) : [];

test.each(index.map((row) => [row[0] ?? "", Number(row[7]), Number(row[8])] as const))("%s has the tasks GitHub sees and comes back byte for byte", (file, tasks, checked) => {
  const bytes = readFileSync(`${folder}${file}`);
  const reading = read(bytes);
  expect([reading.counts.tasks, reading.counts.checked]).toEqual([tasks, checked]);
  expect(reading.counts.items + reading.counts.seats).toBe(tasks);
  expect(Buffer.from(writeBytes(reading, unchangedView(reading))).equals(bytes)).toBe(true);
});

test.each(index.map((row) => row[0] ?? ""))("%s: each item toggled changes its own line only, and reads back", (file) => {
  const reading = read(readFileSync(`${folder}${file}`));
  const items = itemsOf(reading);
  for (const item of items.filter((_, at) => at % Math.ceil(items.length / 8) === 0)) {
    const wanted = { ...stateOf(item), work: item.checked ? "blocked" as const : "done" as const, reason: item.checked ? "a reason" : null };
    const written = writeDocument(reading, view({ [item.key]: wanted }));
    expect(changedLines(reading.original, written)).toEqual([item.line]);
    const again = itemsOf(read(written)).find((one) => one.key === item.key);
    expect(again).toMatchObject({ work: wanted.work, reason: wanted.reason, text: item.text });
  }
});

test.each(index.map((row) => row[0] ?? ""))("%s: cutting it for the parser changes nothing", (file) => {
  const text = readFileSync(`${folder}${file}`, "utf8");
  const lines = linesOf(text);
  const [cut, whole] = [locate(text, lines, 0, 1), locate(text, lines, 0, Infinity)];
  expect(cut.tasks).toEqual(whole.tasks);
  expect(cut.headings).toEqual(whole.headings);
});
