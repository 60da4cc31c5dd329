import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readiness } from "./cli";
import { ask } from "./database";
import { address, columns, create, figure, give, newPage, preview, show, workbook } from "./importing";
import { statusOf } from "./launch";
import { awake, fullLaunch } from "./pages";
import { row } from "./screen";
import { expect, test } from "./test";

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

test("the command line asks for a sheet's columns, shows what it proposes, and links what is named", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "sheet-"));
  try {
    const list = path.join(folder, "list.csv");
    writeFileSync(list, "Task,Area\nBackups are tested,Platform\nBackups are tested,People\n");
    const slug = address();
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
