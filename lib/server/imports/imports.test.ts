import { strToU8, zipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { proposeMapping } from "@/lib/document/columns";
import { itemsOf } from "@/lib/document/reading";
import { readDocument } from "@/lib/document/read";
import { addLink } from "../commands/evidence";
import { assign, setApplicability, setDue, setWork } from "../commands/items";
import { exportLaunch } from "../exports/export";
import { ownDatabase } from "../testing/database";
import { itemNow, launchNow } from "../testing/launch-now";
import { launchFrom, person } from "../testing/people";
import { readCsv } from "./csv";
import { toDocument } from "./to-document";
import { readXlsx } from "./xlsx";
import { escapeXml, tagsIn, unescapeXml } from "./xml";

ownDatabase();
const bytesOf = (text: string) => new TextEncoder().encode(text);
function reading(bytes: Uint8Array) {
  const read = readDocument(bytes);
  if (!read.ok) throw new Error(read.sentence);
  return read.reading;
}
function through(name: string, bytes: Uint8Array) {
  const first = toDocument({ name, bytes });
  const given = first.kind === "table" ? toDocument({ name, bytes }, { mapping: first.table.mapping }) : first;
  if (given.kind !== "document") throw new Error(given.kind === "refused" ? given.sentence : "rows");
  return reading(given.bytes);
}
const rowsOf = (read: ReturnType<typeof readXlsx>) => (read.ok ? read.table.rows : read.sentence);
const sentenceOf = (name: string, bytes: Uint8Array, pasted = false): string => {
  const given = toDocument({ name, bytes, pasted });
  return given.kind === "refused" ? given.sentence : given.kind;
};

async function workedOn() {
  const admin = await person("Project Manager", true);
  const slug = await launchFrom(admin);
  const [backups, replication, restore, healthy] = await Promise.all(["Backups", "Replication", "Restore", "All services"].map((start) => itemNow(slug, start)));
  if (!backups || !replication || !restore || !healthy) throw new Error("four items");
  const on = new Date().toISOString().slice(0, 10);
  await setWork(admin, { launch: slug, item: backups.id, work: "done", reason: null, version: 1 });
  await addLink(admin, { launch: slug, item: backups.id, title: "=run", url: "https://ci.example.com/7", trueOn: on, validDays: 30 });
  await setApplicability(admin, { launch: slug, item: replication.id, applicability: "not-applicable", reason: "=1+1 is 日本語 😀", version: 1 });
  await setWork(admin, { launch: slug, item: restore.id, work: "blocked", reason: "-no, \"really\"\nsecond line", version: 1 });
  await assign(admin, { launch: slug, item: healthy.id, owner: admin.id, version: 1 });
  await setDue(admin, { launch: slug, item: healthy.id, due: "2099-12-31", version: 2 });
  return { slug, launch: await launchNow(slug) };
}

describe("our own exports come in again", () => {
  test.each(["csv", "xlsx", "json"] as const)("as %s: the same items under the same headings, in the same state", async (format) => {
    const { launch } = await workedOn();
    const file = await exportLaunch(launch, format);
    const items = itemsOf(through(file.name, file.bytes));
    const wanted = Object.values(launch.state.item).sort((a, b) => a.position - b.position);
    expect(items.map((item) => [item.key.replace("small-launch/", ""), item.text, item.work, item.reason, item.due])).toEqual(
      wanted.map((item) => [item.key, item.text, item.work, item.workReason, item.due]));
    expect(items.find((item) => item.text.startsWith("Replication"))).toMatchObject({ applicability: "not-applicable", applicabilityReason: "=1+1 is 日本語 😀" });
    expect(items.find((item) => item.due)?.owner).toBe("Project Manager");
  });
});

describe("a workbook", () => {
  test("has its dates as dates, its truths as truths, and no formula in any cell", async () => {
    const { launch } = await workedOn();
    const { bytes } = await exportLaunch(launch, "xlsx");
    const { unzipSync, strFromU8 } = await import("fflate");
    const parts = unzipSync(bytes);
    const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    const tags = [...tagsIn(sheet)];
    expect(tags.some((tag) => tag.name === "f")).toBe(false);
    // 2099-12-31, counted from the last day of 1899, in the style of a day.
    expect(sheet).toMatch(/ s="2"><v>73050<\/v>/);
    expect(sheet).toMatch(/ t="b"><v>1<\/v>/);
    expect(sheet).toMatch(/ s="4" t="inlineStr"><is><t xml:space="preserve">=1\+1 is 日本語 😀<\/t>/);
    expect(await exportLaunch(launch, "xlsx").then((again) => Buffer.from(again.bytes).equals(Buffer.from(bytes)))).toBe(true);
  });
  test("made elsewhere is read: shared and rich texts, dates, results of formulas, gaps", () => {
    const sheet = `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Due</t></is></c></row>
      <row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2" s="1"><v>46027</v></c></row><row r="3"><c r="A3" t="str"><f>A1&amp;"x"</f><v>Result &lt;b&gt;</v></c></row></sheetData></worksheet>`;
    const file = zipSync({
      "xl/worksheets/sheet1.xml": strToU8(sheet),
      "xl/sharedStrings.xml": strToU8(`<sst><si><t>Task</t></si><si><r><t>Rich </t></r><r><t>text</t></r><rPh><t>no</t></rPh></si></sst>`),
      "xl/styles.xml": strToU8(`<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`),
    });
    expect(rowsOf(readXlsx(file))).toEqual([["Task", "", "Due"], ["Rich text", "", "2026-01-05"], ["Result <b>"]]);
  });
  test("that unpacks to more than a checklist can be, or is none, is refused with a sentence", () => {
    const bomb = zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(40 * 1_048_576) }, { level: 9 });
    expect(bomb.length).toBeLessThan(1_048_576);
    expect(readXlsx(bomb)).toMatchObject({ ok: false, sentence: "This workbook unpacks to 41,943,040 bytes; at most 16,777,216 are read. Save the one sheet as CSV." });
    expect(readXlsx(bytesOf("PK\u0003\u0004 nothing"))).toMatchObject({ ok: false });
    expect(readXlsx(zipSync({ "a.txt": strToU8("x") }))).toMatchObject({ ok: false });
    const lying = zipSync({ "xl/worksheets/sheet1.xml": strToU8("<row><c><v>1</v></c></row>".repeat(2000)) });
    // Every size the file states about itself set to 8 bytes: nothing may be unpacked past it.
    for (let at = 0; at + 28 < lying.length; at += 1) if (lying[at] === 0x50 && lying[at + 1] === 0x4b && lying[at + 2] === 1) lying.set([8, 0, 0, 0], at + 24);
    expect(readXlsx(lying).ok).toBe(false);
  });
  test("of any bytes is read or refused, never thrown at; any text survives XML", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => { expect(typeof readXlsx(new Uint8Array([0x50, 0x4b, ...noise])).ok).toBe("boolean"); }));
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
      const whole = text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
      expect(unescapeXml(escapeXml(whole))).toBe(whole);
    }));
  });
});

describe("a table from elsewhere", () => {
  const csv = "Category;Task;Owner;Status;Due Date\r\nPlatform;Backups;ops;✅ Done;31/12/2026\r\n;\"Restore; tested\";;WIP;5 January 2027\r\nPeople;Rota;;;01/02/2027\r\n";
  test("has its columns proposed before anything is read", () => {
    const given = toDocument({ name: "list.csv", bytes: bytesOf(csv) });
    expect(given).toMatchObject({ kind: "table", table: { rows: 4, mapping: { header: true, columns: ["section", "text", "owner", "status", "due"] } } });
    expect(proposeMapping([["x", "Check the backups"], ["", "Check the restore"]])).toEqual({ header: false, columns: ["status", "text"], dates: null });
    expect(proposeMapping([])).toEqual({ header: false, columns: [], dates: null });
  });
  test("becomes a document with sections, states and only those dates that can be one day", () => {
    const items = itemsOf(through("list.csv", bytesOf(csv)));
    expect(items.map((item) => [item.text, item.work, item.owner, item.due])).toEqual([
      ["Backups", "done", "ops", "2026-12-31"], ["Restore; tested", "in-progress", null, "2027-01-05"], ["Rota", "todo", null, null],
    ]);
  });
  test("gives back exactly the text that our own neutralising was given", () => {
    const read = readCsv(bytesOf("item\r\n'=1+1\r\n''quoted\r\n"));
    expect(rowsOf(read)).toEqual([["item"], ["=1+1"], ["'quoted"]]);
  });
  test("without items, or too long, is refused with a sentence", () => {
    const none = toDocument({ name: "a.csv", bytes: bytesOf("a,b\n,\n") }, { mapping: { header: true, columns: [], dates: null } });
    expect(none).toMatchObject({ kind: "refused", sentence: "No column holds the items. Say which one does." });
    expect(sentenceOf("a.csv", bytesOf("item\n" + "x\n".repeat(6000)))).toBe("This file has 6,001 rows; at most 5,000 items can be imported. Split it.");
    expect(sentenceOf("a.json", bytesOf("{}"))).toMatch(/^This JSON is no export of Readiness/);
    expect(sentenceOf("a.json", bytesOf("{"))).toMatch(/^This is no valid JSON/);
  });
});

test("a pasted list is one item a line, and Markdown with tasks stays as it is", () => {
  const pasted = (text: string) => toDocument({ name: "pasted.md", bytes: bytesOf(text), pasted: true });
  expect(pasted("- [ ] one\n")).toMatchObject({ kind: "document", from: null, bytes: bytesOf("- [ ] one\n") });
  const given = pasted("Before launch:\n• Backups\n2) Restore tested\n\n# After\n☐ Look back\n");
  if (given.kind !== "document") throw new Error(given.kind);
  expect(given).toMatchObject({ from: "list", name: "pasted.md", notices: [expect.stringContaining("(3)") as unknown] });
  expect(reading(given.bytes).sections.map((section) => [section.title, section.groups.flatMap((group) => group.items.map((item) => item.text))])).toEqual([
    ["Before launch", ["Backups", "Restore tested"]], ["After", ["Look back"]],
  ]);
});
