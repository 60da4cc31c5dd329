import { zipSync } from "fflate";
import { address, alert, columns, figure, give, newPage, preview, workbook } from "./importing";
import { items } from "./launch";
import { expect, test } from "./test";

const mebibyte = 1_048_576;

test("import: what is no checklist, empty, binary or too large gets one sentence, and nothing typed is lost", async ({ open, complaints }) => {
  complaints.forgive(/413 \(/, /422 \(Unprocessable/);
  const page = await newPage(open);
  const text = page.getByLabel("Or paste it");
  const show = page.getByRole("button", { name: "Show what it becomes" });
  await show.click();
  await expect(alert(page, "Nothing is pasted yet.")).toBeVisible();
  await text.fill("# A letter\n\nDear harbour, all is well.\n");
  await show.click();
  await expect(alert(page, "No checklist items were found in this file.")).toBeVisible();
  await expect(text).toHaveValue("# A letter\n\nDear harbour, all is well.\n");
  await expect(preview(page)).toHaveCount(0);

  const file = page.getByLabel("Choose a file");
  await file.setInputFiles({ name: "photo.md", mimeType: "text/markdown", buffer: Buffer.from("- [ ] a\0b") });
  await expect(alert(page, "This is not a text file: it contains zero bytes.")).toBeVisible();
  await file.setInputFiles({ name: "empty.md", mimeType: "text/markdown", buffer: Buffer.alloc(0) });
  await expect(alert(page, /empty/)).toBeVisible();
  await file.setInputFiles({ name: "large.md", mimeType: "text/markdown", buffer: Buffer.from("- [ ] one\n".repeat(mebibyte / 10 + 1)) });
  await expect(alert(page, "This file has 1,048,580 bytes; at most 1,048,576 can be imported. Split it.")).toBeVisible();
  await expect(text).toHaveValue("# A letter\n\nDear harbour, all is well.\n");

  // And whoever does not ask the page: the same sentence, by status.
  const { origin } = new URL(page.url());
  const post = (query: string, data: string, headers = {}) => page.request.post(`/api/launches/import?${query}`, { data: Buffer.from(data), headers: { origin, "content-type": "application/octet-stream", ...headers } });
  const tooLarge = await post("preview=true&file=a.md", "x".repeat(mebibyte + 1));
  expect([tooLarge.status(), await tooLarge.text()]).toEqual([413, expect.stringContaining("This file has 1,048,577 bytes; at most 1,048,576 can be imported.")]);
  const noItems = await post(`file=a.md&slug=${address()}`, "nothing");
  expect([noItems.status(), await noItems.text()]).toEqual([422, expect.stringContaining("No checklist items were found")]);
  expect((await post("preview=true", "- [ ] a")).status()).toBe(422);
  expect((await post("preview=true&file=a.md", "- [ ] a", { origin: "https://evil.example.com" })).status()).toBe(403);
  const made = await post(`file=a.md&slug=${address()}`, "- [ ] a");
  expect(made.status()).toBe(201);
  expect((await page.request.get(made.headers()["location"] ?? "")).status()).toBe(200);
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
