import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readDocument } from "./read";
import { itemsOf, type ReadItem, type Reading } from "./reading";
import { changedLines, read, stateOf, view } from "./testing/documents";
import { unchangedView, writeBytes, writeDocument } from "./write";

// Checklists in the styles that teams have; what their authors would expect of them stands below, line by line.
const folder = fileURLToPath(new URL("./testing/checklists/", import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith(".md")).sort();

function reads(name: string, taken: boolean): Reading {
  const bytes = readFileSync(folder + name);
  const outcome = readDocument(bytes, { take: taken ? read(bytes).choices.map(({ id }) => id) : [] });
  if (!outcome.ok) throw new Error(outcome.sentence);
  return outcome.reading;
}

/** What an item is besides its words, where that is anything. */
function aspects(item: ReadItem): string[] {
  const { threshold: target } = item;
  const said = [
    item.work === "todo" ? "" : item.work, item.applicability === "applies" ? "" : item.applicability, item.window === "before" ? "" : item.window, item.conditional && `if: ${item.conditional}`, item.advisory && `advisory: ${item.advisory}`,
    item.cadence, target && `${target.metric} ${target.comparator} ${target.limit} ${target.unit}`.trim(), item.alternativeTo && "alternative", item.owner && `owner: ${item.owner}`, item.due && `due: ${item.due}`, item.parentKey && "nested",
  ].flatMap((part) => part || []);
  return said.length === 0 ? [] : [`${item.line} ${said.join("; ")}`];
}
function summary(reading: Reading) {
  const { places: _, ...meta } = reading.meta;
  return {
    title: reading.title, language: reading.language, sections: reading.sections.map((section) => `${section.title} ${section.groups.reduce((sum, group) => sum + group.items.length, 0)}`),
    items: itemsOf(reading).flatMap(aspects), seats: reading.seats.map(({ team, role, line }) => `${line} ${[team, role].filter(Boolean).join(": ")}`),
    meta: Object.fromEntries(Object.entries(meta).filter(([, value]) => value !== null)), choices: reading.choices.map(({ id, count }) => `${id} ×${count}`), findings: reading.findings.map(({ kind, line }) => `${line} ${kind}`),
  };
}

describe.each(files)("%s", (name) => {
  test("reads as its author would expect, and with everything taken that is asked", () => {
    const plain = summary(reads(name, false));
    const { sections, items, seats } = summary(reads(name, true));
    expect({ ...plain, taken: plain.choices.length === 0 ? "the same" : { sections, items: items.filter((line) => !plain.items.includes(line)), seats } }).toMatchSnapshot();
  });
  test("comes back byte for byte, and a change of each item stays on its line", () => {
    for (const taken of [false, true]) {
      const reading = reads(name, taken);
      expect(Buffer.from(writeBytes(reading, unchangedView(reading))).equals(readFileSync(folder + name))).toBe(true);
      for (const item of itemsOf(reading)) {
        const written = writeDocument(reading, view({ [item.key]: { ...stateOf(item), work: item.work === "done" ? "todo" : "done", applicability: "applies", applicabilityReason: null } }));
        expect(changedLines(reading.original, written)).toEqual([item.line]);
      }
    }
  });
});
