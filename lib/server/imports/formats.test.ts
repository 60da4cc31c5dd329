import { strToU8, zipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Mapping } from "@/lib/document/columns";
import { isRequired } from "@/lib/document/held";
import { limits } from "@/lib/document/limits";
import { readDocument } from "@/lib/document/read";
import { itemsOf, type Reading } from "@/lib/document/reading";
import { csvFile } from "../exports/cells";
import { readCells, readCsv } from "./csv";
import type { ReadTable } from "./table";
import { toDocument, type How } from "./to-document";
import { readXlsx } from "./xlsx";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const rowsOf = (read: ReadTable) => (read.ok ? read.table.rows : read.sentence);
const noticesOf = (read: ReadTable) => (read.ok ? read.table.notices : [read.sentence]);

const runs = (usual: number) => ({ numRuns: Number(process.env.FUZZ_RUNS ?? usual) });

/** What a file becomes, as read; a table as it is proposed, or as `how` says. */
function read(name: string, content: string | Uint8Array, how: Partial<How> = {}): { reading: Reading; notices: string[]; markdown: string } {
  const bytes = typeof content === "string" ? bytesOf(content) : content;
  const first = toDocument({ name, bytes }, how);
  const given = first.kind === "table" ? toDocument({ name, bytes }, { ...how, mapping: first.table.mapping }) : first;
  if (given.kind !== "document") throw new Error(given.kind === "refused" ? given.sentence : "a table");
  const outcome = readDocument(given.bytes);
  if (!outcome.ok) throw new Error(outcome.sentence);
  return { reading: outcome.reading, notices: given.notices, markdown: new TextDecoder().decode(given.bytes) };
}
const sentence = (name: string, content: string | Uint8Array, how: Partial<How> = {}): string => {
  const given = toDocument({ name, bytes: typeof content === "string" ? bytesOf(content) : content }, how);
  return given.kind === "refused" ? given.sentence : given.kind;
};
const mapped = (columns: Mapping["columns"], rest: Partial<Mapping> = {}): How => ({ mapping: { header: true, columns, dates: null, ...rest } });

describe("rows as CSV", () => {
  // Zero bytes make a file binary, and half a surrogate is no text in any file.
  const cell = fc.string({ unit: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(..."=+-@|%'\"\t\r\n ;,\ufeff＝ａé😀x") }, { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }) }), maxLength: 12 })
    .map((text) => text.replace(/\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, ""));
  test("come back cell by cell, whatever stands in them", () => {
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }), (rows) => {
      const width = Math.max(...rows.map((row) => row.length));
      // As in every export, the first row names the columns.
      const whole = [Array.from({ length: width }, (_, at) => `Column ${at}`), ...rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => "")])];
      const wanted = whole.filter((row) => row.some((one) => one.trim() !== ""));
      expect(rowsOf(readCsv(bytesOf(csvFile(whole))))).toEqual(wanted);
    }), runs(500));
  });
  test.each([";", "\t", ","])("are read with %j between them, with a mark or without, and as spreadsheets announce it", (sign) => {
    const text = ["Task", "Owner"].join(sign) + "\r\n" + ["Check, twice; really", "ops"].map((one) => `"${one}"`).join(sign) + "\r\n";
    for (const before of ["", "\ufeff", `sep=${sign}\r\n`]) expect(rowsOf(readCsv(bytesOf(before + text)))).toEqual([["Task", "Owner"], ["Check, twice; really", "ops"]]);
  });
  test("are read from UTF-16 and from Windows-1252, which is said", () => {
    const utf16 = Buffer.from("\ufeffTarea;Dueño\r\nProbar;ops\r\n", "utf16le");
    expect(rowsOf(readCsv(utf16))).toEqual([["Tarea", "Dueño"], ["Probar", "ops"]]);
    const western = Buffer.from("Tarea;Dueño\r\nRestauración probada – “ya”;ops\r\n".replace("–", "\x96").replace("“", "\x93").replace("”", "\x94"), "latin1");
    expect(rowsOf(readCsv(western))).toEqual([["Tarea", "Dueño"], ["Restauración probada – “ya”", "ops"]]);
    expect(noticesOf(readCsv(western))).toEqual([expect.stringContaining("read as Windows-1252")]);
  });
  test("of one column keep the commas in their words", () => {
    const one = readCsv(bytesOf("Task\r\nCheck, twice\r\nLook; again, and once more\r\n"));
    expect(rowsOf(one)).toEqual([["Task"], ["Check, twice"], ["Look; again, and once more"]]);
    expect(noticesOf(one)).toHaveLength(1);
    expect(itemsOf(read("one.csv", "Task\nCheck\nLook\n").reading).map((item) => item.text)).toEqual(["Check", "Look"]);
    expect(itemsOf(read("bare.csv", "Check the backups\nLook after the logs\n").reading).map((item) => item.text)).toEqual(["Check the backups", "Look after the logs"]);
  });
  test("that are none, hold binary or an open quotation mark, or too much, get a sentence", () => {
    expect(sentence("a.csv", "")).toBe("This file is empty. Choose a CSV file that holds a checklist.");
    expect(sentence("a.csv", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff]))).toMatch(/^This is no CSV file/);
    expect(sentence("a.csv", 'Task,Owner\n"Check,ops\nLook,ops\n')).toMatch(/^Row 2 opens a quotation mark/);
    expect(sentence("a.csv", `Task\n${"x".repeat(10_001)}\n`)).toBe("Row 2 has a cell of 10,001 characters; at most 10,000 are read. Shorten it.");
    expect(sentence("a.csv", `${"a,".repeat(250)}\n`)).toBe("This file has 251 columns; at most 200 are read. Keep the ones that matter.");
    expect(sentence("a.csv", new Uint8Array(limits.bytes + 1))).toMatch(/^This file has 1,048,577 bytes/);
  });
});

describe("what a mapping says", () => {
  const table = "Task,Must,Status,Due,Why,Link,Memo,Id,Under\n"
    + "Backups,yes,Almost,01/02/2031,waits for disks,https://ci.example.com/7 run 7,- [ ] call ops,1,\n"
    + "Restore,no,n/a,46027,single node,,,2,1\n"
    + "Rota,perhaps,blocked,soon,nobody left,,,3,9\n";
  const how = mapped(["text", "required", "status", "due", "reason", "proof", "notes", "key", "parent"]);
  test("is read, and what no state can hold stays in words under its item", () => {
    const { reading, notices, markdown } = read("plan.csv", table, how);
    const items = itemsOf(reading);
    expect(items.map((item) => [item.text, item.work, item.applicability, item.applicabilityReason, item.reason, item.due, isRequired(item), item.parentKey])).toEqual([
      ["Backups", "todo", "applies", null, null, null, true, null],
      ["Restore", "todo", "not-applicable", "single node", null, "2026-01-05", false, items[0]?.key],
      ["Rota", "blocked", "applies", null, "nobody left", null, true, null],
    ]);
    expect(items[0]?.evidence).toEqual([{ title: "https://ci.example.com/7", url: "https://ci.example.com/7", on: null }]);
    for (const kept of ["Status: Almost", "Due: 01/02/2031", "Why: waits for disks", "Link: run 7", "Memo: - \\[ \\] call ops", "Due: soon", "Must: perhaps"]) expect(markdown).toContain(kept);
    expect(notices).toHaveLength(4);
    expect(reading.counts).toMatchObject({ items: 3, tasks: 3 });
  });
  test("of dates that could be two days holds for all of them", () => {
    const due = (dates: Mapping["dates"]) => itemsOf(read("a.csv", "Task,Due\nA,01/02/2031\nB,31/12/2031\n", mapped(["text", "due"], { dates })).reading).map((item) => item.due);
    expect([due(null), due("day-first"), due("month-first")]).toEqual([[null, "2031-12-31"], ["2031-02-01", "2031-12-31"], ["2031-01-02", "2031-12-31"]]);
  });
  test("brings rows of one section together, and never writes more sections than there are", () => {
    const { reading } = read("a.csv", "Task,Area\nA,One\nB,Two\nC,One\n");
    expect(reading.sections.map((section) => [section.title, itemsOf({ sections: [section] }).map((item) => item.text)])).toEqual([["One", ["A", "C"]], ["Two", ["B"]]]);
  });
  test("gives as many items as rows with words, and nothing that is ticked or not by accident, whatever the cells hold", () => {
    const words = fc.string({ unit: fc.constantFrom(..."#-*[]x `<>!&_~|:—.\n1é😀ab"), maxLength: 14 });
    fc.assert(fc.property(fc.array(fc.tuple(words, words, fc.constantFrom("done", "open", "blocked", "n/a", "?", "odd"), words), { minLength: 1, maxLength: 6 }), (rows) => {
      const csv = csvFile([["Task", "Area", "Status", "Notes"], ...rows]);
      const wanted = rows.filter(([text]) => text.trim() !== "");
      const given = toDocument({ name: "a.csv", bytes: bytesOf(csv) }, mapped(["text", "section", "status", "notes"]));
      if (given.kind !== "document") {
        expect(wanted).toEqual([]);
        return;
      }
      const outcome = readDocument(given.bytes);
      expect(outcome.ok && [outcome.reading.counts.items, outcome.reading.counts.checked]).toEqual([wanted.length, wanted.filter(([, , status]) => status === "done").length]);
    }), runs(400));
  });
});

describe("a workbook", () => {
  const sheets = (...names: string[]) => ({
    "xl/workbook.xml": `<workbook><workbookPr date1904="0"/><sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" ${name === "Hidden" ? 'state="hidden"' : ""} r:id="r${at + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${names.map((_, at) => `<Relationship Id="r${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`).join("")}</Relationships>`,
  });
  const file = (parts: Record<string, string>) => zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
  const sheet = (...rows: string[]) => `<worksheet><sheetData>${rows.map((row) => `<row>${row}</row>`).join("")}</sheetData></worksheet>`;
  const text = (words: string) => `<c t="inlineStr"><is><t>${words}</t></is></c>`;

  test("has its sheets named, hidden ones left out, and the first that holds anything read", () => {
    const bytes = file({ ...sheets("Cover", "Hidden", "Plan", "More"), "xl/worksheets/sheet1.xml": sheet(""), "xl/worksheets/sheet2.xml": sheet(text("Secret")), "xl/worksheets/sheet3.xml": sheet(text("Task")), "xl/worksheets/sheet4.xml": sheet(text("Other")) });
    expect(readXlsx(bytes)).toEqual({ ok: true, table: { sheets: [{ name: "Cover", empty: true }, { name: "Plan", empty: false }, { name: "More", empty: false }], sheet: 1, rows: [["Task"]], notices: [] } });
    expect(rowsOf(readXlsx(bytes, 2))).toEqual([["Other"]]);
    expect(rowsOf(readXlsx(bytes, 0))).toBe("The sheet “Cover” is empty. Choose another sheet or file.");
    expect(rowsOf(readXlsx(bytes, 7))).toBe("This workbook has no sheet 8; it has 3.");
  });
  test("counts its days from 1900 or 1904, takes no time of day for a day, and says which formulas have no result", () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy\\-mm"/><numFmt numFmtId="171" formatCode="[h]:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>`;
    const row = `<c s="1"><v>46027.75</v></c><c s="2"><v>0.5</v></c><c s="3"><v>46027</v></c><c s="4"><v>1.5</v></c><c><f>A1</f></c><c t="str"><f>A2</f><v>made</v></c>`;
    const bytes = file({ ...sheets("Plan"), "xl/styles.xml": styles, "xl/worksheets/sheet1.xml": sheet(row) });
    expect(rowsOf(readXlsx(bytes))).toEqual([["2026-01-05", "0.5", "2026-01-05", "1.5", "", "made"]]);
    expect(noticesOf(readXlsx(bytes))).toEqual([expect.stringMatching(/^One cell holds a formula without a result/)]);
    const mac = file({ ...sheets("Plan"), "xl/workbook.xml": sheets("Plan")["xl/workbook.xml"].replace('"0"', '"1"'), "xl/styles.xml": styles, "xl/worksheets/sheet1.xml": sheet(`<c s="1"><v>44565</v></c>`) });
    expect(rowsOf(readXlsx(mac))).toEqual([["2026-01-05"]]);
  });
  test("or what is taken for one is refused by what it is", () => {
    const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    expect(sentence("a.xlsx", Buffer.concat([Buffer.from(ole), Buffer.from("EncryptedPackage", "utf16le")]))).toMatch(/protected by a password/);
    expect(sentence("a.xls", new Uint8Array(ole))).toMatch(/Excel 2003 or older/);
    expect(sentence("a.ods", file({ "content.xml": "<x/>" }))).toMatch(/OpenDocument file and no XLSX workbook. Save it as XLSX or CSV/);
    expect(sentence("a.docx", file({ "word/document.xml": "<x/>" }))).toMatch(/Word document/);
    expect(sentence("a.zip", file({ "a.txt": "x" }))).toMatch(/^This is a ZIP archive/);
    expect(sentence("a.xlsx", "Task\n")).toMatch(/called a workbook and is none/);
    expect(sentence("a.pdf", "%PDF-1.7")).toMatch(/^This is a PDF/);
    expect(sentence("a.xlsx", file({ ...sheets("A", "B"), "xl/worksheets/sheet1.xml": sheet("") }))).toMatch(/^No sheet of this workbook holds anything/);
  });
  test("whose cells repeat one long text is refused by how much they hold, not unpacked into memory", () => {
    const rows = Array.from({ length: 4_000 }, () => `<c t="s"><v>0</v></c>`.repeat(2));
    const bytes = file({ ...sheets("Plan"), "xl/sharedStrings.xml": `<sst><si><t>${"long ".repeat(1_900)}</t></si></sst>`, "xl/worksheets/sheet1.xml": sheet(...rows) });
    expect(rowsOf(readXlsx(bytes))).toBe("The cells hold 76,000,000 characters together; at most 8,388,608 are read. Split the file.");
  });
});

describe("a newer one of a document", () => {
  const seat = { team: "Crew", role: "Captain", name: "Somebody", date: "2026-12-01" };
  const rest = { seats: [seat], notes: [], goLive: null, nextReview: null };
  test("has its title where rows and lists have none", () => {
    expect(read("e.csv", "Item\nBackups\n", { title: "Rollout", rest }).reading.title).toBe("Rollout");
    expect(read("e.txt", "Backups\nRestore\n", { title: "Rollout" }).reading.title).toBe("Rollout");
  });
  test("keeps the names on its places to sign, which our own export does not hold", () => {
    const json = JSON.stringify({ format: "readiness/1", status: { seats: [{ team: "Crew", role: "Captain" }, { team: "Crew", role: "Mate" }] }, items: [{ text: "Backups" }] });
    expect(read("e.json", json, { rest }).reading.seats).toMatchObject([seat, { role: "Mate", name: null }]);
    expect(read("e.json", json).reading.seats).toMatchObject([{ role: "Captain", name: null }, { role: "Mate", name: null }]);
  });
});

describe("what is pasted", () => {
  const pasted = (text: string) => toDocument({ name: "pasted.md", bytes: bytesOf(text), pasted: true });
  test("has columns when it has cells, quoted ones with several lines included", () => {
    expect(pasted('Task\tOwner\nBackups\tops\n"Restore\nand test"\t\n')).toMatchObject({ kind: "table", table: { rows: 3, first: [["Task", "Owner"], ["Backups", "ops"], ["Restore\nand test", ""]] } });
    expect(rowsOf(readCells("a\tb\n", { delimiter: "\t" }))).toEqual([["a", "b"]]);
  });
  test("keeps its headings' depth, and stays what it is where it is no list", () => {
    const given = pasted("# Plan\n\n## Platform\n### Database\n* Backups\n\n## People\n1. Rota\n");
    expect(given.kind === "document" && new TextDecoder().decode(given.bytes)).toBe("# Plan\n\n## Platform\n\n### Database\n\n- [ ] Backups\n\n## People\n\n- [ ] Rota\n");
    expect(pasted("# A letter\n\nDear harbour, all is well.\n")).toMatchObject({ kind: "document", from: null });
    expect(pasted('{"format":"other"}')).toMatchObject({ kind: "refused", sentence: expect.stringMatching(/no export of Readiness/) as unknown });
    expect(toDocument({ name: "list.txt", bytes: bytesOf("Backups\nRestore\n") })).toMatchObject({ kind: "document", from: "list", name: "list.md" });
    expect(toDocument({ name: "prose.md", bytes: bytesOf("Backups\nRestore\n") })).toMatchObject({ kind: "document", from: null });
  });
});

test("any bytes under any name are read or refused, never thrown at", () => {
  const names = fc.constantFrom("a.md", "a.csv", "a.xlsx", "a.json", "a.txt", "a");
  const start = fc.constantFrom<number[]>([], [0x50, 0x4b, 3, 4], [0xff, 0xfe], [0xef, 0xbb, 0xbf], [0x7b, 0x22]);
  fc.assert(fc.property(names, start, fc.uint8Array({ maxLength: 120 }), fc.boolean(), (name, head, noise, isPasted) => {
    expect(["document", "table", "refused"]).toContain(toDocument({ name, bytes: new Uint8Array([...head, ...noise]), pasted: isPasted }).kind);
  }), runs(400));
});
