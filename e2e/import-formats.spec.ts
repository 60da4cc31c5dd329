import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { strToU8, zipSync } from "fflate";
import type { Locator, Page } from "playwright/test";
import { readiness } from "./cli";
import { ask } from "./database";
import { items, newLaunch, statusOf } from "./launch";
import { awake, fullLaunch } from "./pages";
import { somebody } from "./people";
import { row } from "./screen";
import { expect, test, type Open } from "./test";

const harbour = readFileSync(fileURLToPath(new URL("fixtures/harbour.md", import.meta.url)), "utf8");

async function newPage(open: Open): Promise<Page> {
  const page = await open(await somebody("Operator", { admin: true }));
  await page.goto("/launches/new");
  await awake(page);
  return page;
}
const columns = (page: Page): Locator => page.getByRole("region", { name: "Which column is what" });
const preview = (page: Page): Locator => page.getByRole("region", { name: "What it becomes" });
const figure = (page: Page, label: string): Locator => preview(page).locator("dl > div").filter({ hasText: label }).getByRole("definition");
const alert = (page: Page, words: string | RegExp): Locator => page.getByRole("alert").filter({ hasText: words });
const file = (name: string, content: string | Uint8Array) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });
const give = (page: Page, name: string, content: string | Uint8Array): Promise<void> => page.getByLabel("Choose a file").setInputFiles(file(name, content));
const show = (page: Page): Promise<void> => page.getByRole("button", { name: "Show what these rows become" }).click();

/** Creates the launch that is shown, at an address of its own. */
async function create(page: Page): Promise<string> {
  const slug = `sheet-${crypto.randomUUID().slice(0, 8)}`;
  await page.getByLabel("Address").fill(slug);
  await page.getByRole("button", { name: "Create the launch" }).click();
  await expect(page).toHaveURL(`/launches/${slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No-go");
  return slug;
}

const sheet = "Area;Was;Wer;Stand;Bis;Anmerkung\r\nPlatform;Backups are tested;ops@example.com;done;31/12/2031;every Monday\r\nPlatform;Alerts page somebody;;Almost;01/02/2031;\r\nPeople;The rota is filled;;open;;\r\n";

test("a sheet's columns are shown before anything is read, put right by hand, and become exactly that launch", async ({ open }) => {
  const page = await newPage(open);
  await give(page, "list.csv", sheet);
  await expect(columns(page).getByRole("heading", { name: "Which column is what" })).toBeFocused();
  await expect(columns(page)).toContainText("From list.csv · 3 rows, 6 columns. Nothing has been read as an item yet.");
  await expect(preview(page)).toHaveCount(0);
  await expect(columns(page).getByLabel("Area")).toHaveValue("section");
  // What no name says is not read before somebody says it.
  await columns(page).getByLabel("Was", { exact: true }).selectOption("Item");
  await columns(page).getByLabel("Wer").selectOption("Owner");
  await columns(page).getByLabel("Stand").selectOption("Status");
  await columns(page).getByLabel("Bis").selectOption("Due");
  await columns(page).getByLabel("Anmerkung").selectOption("Notes");
  await columns(page).getByLabel("Dates such as 01/02/2027").selectOption("have the day first");
  await expect(columns(page).getByRole("table").getByRole("row").nth(1)).toContainText("Backups are tested");
  await show(page);
  await expect(preview(page).getByRole("heading", { name: "What it becomes" })).toBeFocused();
  await expect(figure(page, "Items")).toHaveText("3");
  await expect(figure(page, "Ticked")).toHaveText("1 of 3");
  await expect(preview(page)).toContainText("“Almost” in “Stand” (row 3) says no state that is known, so it is to do; the words are kept under the item.");
  await expect(preview(page)).toContainText("list.md, the Markdown made from list.csv");
  await preview(page).locator("summary").filter({ hasText: "Show the Markdown" }).click();
  await expect(preview(page).getByText("- Anmerkung: every Monday")).toBeVisible();

  // Another mapping takes the preview of the first one away.
  await columns(page).getByLabel("Anmerkung").selectOption("not read");
  await expect(preview(page)).toHaveCount(0);
  await show(page);
  await expect(figure(page, "Items")).toHaveText("3");
  const slug = await create(page);
  expect(await statusOf(slug)).toMatchObject({ numbers: { claimed: { done: 1, of: 3 } }, sections: [{ title: "Platform" }, { title: "People" }] });
  expect(await ask("select i.due::text as due from items i join launches l on l.id = i.launch_id where l.slug = $1 order by i.position", [slug])).toEqual([{ due: "2031-12-31" }, { due: "2031-02-01" }, { due: null }]);
  const [kept] = await ask<{ name: string; text: string }>("select d.name, convert_from(d.bytes, 'UTF8') as text from documents d join launches l on l.id = d.launch_id where l.slug = $1", [slug]);
  expect(kept?.name).toBe("list.md");
  expect(kept?.text).toContain("- [x] Backups are tested — **Owner**: ops@example.com — **Due**: 2031-12-31");
  const exported = await page.request.get(`/launches/${slug}/export/md`);
  expect(await exported.text()).toBe(kept?.text);
});

test("our own CSV, XLSX and JSON come in again with the same items, states and seats", async ({ open }) => {
  const launch = await fullLaunch();
  const page = await newPage(open);
  const reader = await open(launch.manager);
  const wanted = await statusOf(launch.slug);
  for (const format of ["csv", "xlsx", "json"] as const) {
    const exported = await reader.request.get(`${launch.path}/export/${format}`);
    await give(page, `export.${format}`, await exported.body());
    if (format !== "json") {
      await expect(columns(page)).toContainText(`From export.${format} · 8 rows`);
      await show(page);
    }
    await expect(preview(page)).toContainText(`export.md, the Markdown made from export.${format}`);
    await expect(figure(page, "Seats")).toHaveText(format === "json" ? "2" : "0");
    const slug = await create(page);
    const made = await statusOf(slug);
    expect(made.numbers, format).toEqual(wanted.numbers);
    expect(made.sections.map(({ title, claimed }) => [title, claimed]), format).toEqual(wanted.sections.map(({ title, claimed }) => [title, claimed]));
    const state = (of: string) => ask("select i.text, i.work, i.work_reason, i.applicability, i.applicability_reason from items i join launches l on l.id = i.launch_id where l.slug = $1 order by i.position", [of]);
    expect(await state(slug), format).toEqual(await state(launch.slug));
    await page.goto("/launches/new");
    await awake(page);
  }
});

const workbook = (parts: Record<string, string>): Uint8Array => zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
const cells = (...rows: string[][]): string => `<worksheet><sheetData>${rows.map((row) => `<row>${row.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join("")}</row>`).join("")}</sheetData></worksheet>`;

test("of a workbook with several sheets one is chosen, and empty ones cannot be", async ({ open }) => {
  const page = await newPage(open);
  const sheets = ["Cover", "Backups", "People"];
  await give(page, "plan.xlsx", workbook({
    "xl/workbook.xml": `<workbook><sheets>${sheets.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${sheets.map((_, at) => `<Relationship Id="r${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`).join("")}</Relationships>`,
    "xl/worksheets/sheet1.xml": "<worksheet><sheetData/></worksheet>",
    "xl/worksheets/sheet2.xml": cells(["Task"], ["Backups are tested"]),
    "xl/worksheets/sheet3.xml": cells(["Task", "Owner"], ["The rota is filled", "ops"], ["The deputy is named", ""]),
  }));
  const chosen = columns(page).getByLabel("Sheet", { exact: true });
  await expect(chosen.locator("option")).toHaveText(["Cover (empty)", "Backups", "People"]);
  await expect(chosen.locator("option:checked")).toHaveText("Backups");
  await chosen.selectOption("People");
  await expect(columns(page)).toContainText("2 rows, 2 columns");
  await show(page);
  await expect(figure(page, "Items")).toHaveText("2");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("People");
});

test("a pasted list is one item a line, and cells copied from a spreadsheet have columns", async ({ open }) => {
  const page = await newPage(open);
  const text = page.getByLabel("Or paste it");
  const read = page.getByRole("button", { name: "Show what it becomes" });
  await text.fill("Before launch:\n• Backups are tested\n2) Alerts page somebody\n\nAfter:\nLook back\n");
  await read.click();
  await expect(figure(page, "Items")).toHaveText("3");
  await expect(figure(page, "Sections")).toHaveText("2");
  await expect(preview(page)).toContainText("No line has a task box, so each line was read as one item (3).");

  await text.fill("Task\tOwner\nBackups are tested\tops\nAlerts page somebody\t\n");
  await read.click();
  await expect(columns(page)).toContainText("2 rows, 2 columns");
  await expect(preview(page)).toHaveCount(0);
  await show(page);
  await expect(figure(page, "Items")).toHaveText("2");
  const slug = await create(page);
  await page.goto(`/launches/${slug}/checklist`);
  await expect(row(page, "Alerts page somebody")).toBeVisible();
});

test("repeats are offered to be linked, none by itself, and those ticked share their proof from the first event on", async ({ open }) => {
  const page = await newPage(open);
  await page.getByRole("button", { name: "Take the built-in checklist" }).click();
  const repeat = (words: string): Locator => preview(page).getByRole("checkbox", { name: new RegExp(words.replace(/[()]/g, "\\$&")) });
  await expect(repeat("Database replication configured (if needed)")).not.toBeChecked();
  await expect(repeat("Disaster recovery plan documented")).not.toBeChecked();
  await expect(repeat("service tests passing")).toHaveCount(0);
  await repeat("Disaster recovery plan documented").check();
  await repeat("Backup.*restor").check();
  const slug = await create(page);
  const links = await ask<{ words: string[] }>("select array_agg(i.text order by i.position) as words from items i join launches l on l.id = i.launch_id where l.slug = $1 and i.link is not null group by i.link order by count(*)", [slug]);
  expect(links.map(({ words }) => words.length)).toEqual([2, 3]);
  expect(links[0]?.words).toEqual(["Disaster recovery plan documented", "Disaster recovery plan documented"]);
  expect((await statusOf(slug)).revision).toBe(1);
});

test("a file that cannot be read gets one sentence with the way out, and reading can be cancelled", async ({ open, complaints }) => {
  complaints.forgive(/422 \(Unprocessable/);
  const page = await newPage(open);
  const old = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const bad: [string, string | Uint8Array, string][] = [
    ["secret.xlsx", Buffer.concat([Buffer.from(old), Buffer.from("EncryptedPackage", "utf16le")]), "This workbook is protected by a password, so nothing of it can be read. Take the password off"],
    ["old.xls", Buffer.from(old), "Save it as XLSX or CSV."],
    ["plan.pdf", "%PDF-1.7\n", "This is a PDF, which holds no checklist that can be read."],
    ["plan.docx", workbook({ "word/document.xml": "<w/>" }), "This is a Word document and no XLSX workbook."],
    ["empty.xlsx", workbook({ "xl/worksheets/sheet1.xml": "<worksheet><sheetData/></worksheet>" }), "No sheet of this workbook holds anything."],
    ["bomb.xlsx", zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(20 * 1_048_576) }), "This workbook unpacks to 20,971,520 bytes; at most 16,777,216 are read."],
    ["long.csv", `Task\n${"Check\n".repeat(6_000)}`, "This file has 6,001 rows; at most 5,000 items can be imported."],
    ["open.csv", 'Task,Owner\n"Backups,ops\n', "Row 2 opens a quotation mark that is never closed."],
    ["other.json", '{"tasks":[]}', "This JSON is no export of Readiness"],
    ["photo.csv", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0x01, 0xff]), "This is no CSV file"],
  ];
  for (const [name, content, sentence] of bad) {
    await give(page, name, content);
    await expect(alert(page, sentence), name).toBeVisible();
  }
  await expect(columns(page)).toHaveCount(0);

  // One whose answer takes its time says what is being done, and can be ended.
  const held: (() => void)[] = [];
  await page.route("**/api/launches/import?*", async (route) => {
    await new Promise<void>((resolve) => held.push(resolve));
    await route.abort().catch(() => undefined);
  });
  await give(page, "large.md", `# Large\n\n${"- [ ] Check\n".repeat(3_000)}`);
  await expect(page.getByRole("status").filter({ hasText: /^(?:Sending large\.md: \d+ %|Reading large\.md \(35 KiB\))…$/ })).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Cancelled. Nothing was changed." })).toBeVisible();
  for (const letGo of held) letGo();
  await page.unroute("**/api/launches/import?*");
  await give(page, "small.md", `- [ ] ${items.restored}\n`);
  await expect(figure(page, "Items")).toHaveText("1");
});

test("a newer text's own choices are taken or left, and its steps are said in words", async ({ open }) => {
  const launch = await newLaunch();
  const page = await open(launch.manager);
  await page.goto(`${launch.path}/import`);
  await awake(page);
  const doors = "### Doors\n\n| Door | Locked |\n|---|---|\n| North gate | [ ] |\n| South gate | [ ] |\n\n";
  const newer = harbour.replace("### Doors\n\n", doors).replace(`- [ ] ${items.restored}\n`, `- [ ] ${items.restored} — **Due**: 2031-05-01\n`).replace(`- [ ] ${items.written}\n`, `- [ ] ${items.written} — **Blocked**: the pen is missing\n`);
  await give(page, "newer.md", newer);
  const plan = page.getByRole("region", { name: "What would change" });
  await expect(plan.getByRole("heading", { name: "What would change" })).toBeFocused();
  await expect(plan.getByRole("listitem").filter({ hasText: items.restored })).toContainText(/due: none.*2031-05-01/);
  await expect(plan.getByRole("listitem").filter({ hasText: items.written })).toContainText(/state: to do.*blocked: the pen is missing/);
  await expect(plan.getByText("North gate")).toHaveCount(0);
  await plan.getByRole("checkbox", { name: /2 rows of this table look like items/ }).check();
  await expect(plan.getByRole("listitem").filter({ hasText: "North gate" })).toContainText("Added");
  await expect(plan).toContainText("newer.md stays with the launch exactly as it came");
  await plan.getByRole("button", { name: "Apply the import" }).click();
  await expect(page.getByRole("status").filter({ hasText: "The import was applied." })).toBeVisible();
  expect(await (await page.request.get(`${launch.path}/export/md`)).text()).toBe(newer);

  // A sheet is brought in the same way, and says nothing of seats, so that they stay.
  await give(page, "list.csv", `Task,Section,Group\n${items.restored},Backups,Copies\n${items.second},Backups,Copies\n`);
  await expect(columns(page)).toContainText("2 rows, 3 columns");
  await page.getByRole("button", { name: "Show what these rows would change" }).click();
  await expect(plan.getByRole("listitem").filter({ hasText: items.deleted })).toContainText("Removed");
  await expect(plan).toContainText("list.md, the Markdown made from list.csv");
  await expect(plan.getByText("Lead Developer")).toHaveCount(0);
});

test("the command line asks for a sheet's columns, shows what it proposes, and links what is named", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "sheet-"));
  try {
    const list = path.join(folder, "list.csv");
    writeFileSync(list, "Task,Area\nBackups are tested,Platform\nBackups are tested,People\n");
    const slug = `sheet-${crypto.randomUUID().slice(0, 8)}`;
    await expect(readiness("import", list, "--launch", slug)).rejects.toThrow(/ended with 3: .*is a table of 2 rows\. Nothing was read[\s\S]*--columns "text=Task,section=Area"/);
    expect(await readiness("parse", list, "--columns", "proposed")).toContain("repeat:9  line 5: Backups are tested; line 9: Backups are tested");
    expect(await readiness("format", list, "--columns", "text=Task")).toBe("# list\n\n- [ ] Backups are tested\n- [ ] Backups are tested\n");
    expect(await readiness("import", list, "--launch", slug, "--columns", "text=Task,section=Area", "--link", "repeat:9")).toContain(`Created the launch ${slug} with 2 items.`);
    expect(await ask("select count(distinct i.link)::int as links, count(i.link)::int as items from items i join launches l on l.id = i.launch_id where l.slug = $1", [slug])).toEqual([{ links: 1, items: 2 }]);
    expect(await readiness("import", list, "--launch", slug, "--columns", "proposed")).toContain("Nothing to import");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
