import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Locator, Page } from "playwright/test";
import { ask } from "./database";
import { items, markDone, newLaunch, newMember, statusOf } from "./launch";
import { awake } from "./pages";
import { somebody } from "./people";
import { row } from "./screen";
import { expect, test, type Open } from "./test";

const ferry = fileURLToPath(new URL("fixtures/ferry.md", import.meta.url));
const ferryText = readFileSync(ferry, "utf8");
const mebibyte = 1_048_576;

async function newPage(open: Open): Promise<Page> {
  const page = await open(await somebody("Operator", { admin: true }));
  await page.goto("/launches/new");
  await awake(page);
  return page;
}
const preview = (page: Page): Locator => page.getByRole("region", { name: "What it becomes" });
const figure = (page: Page, label: string): Locator => preview(page).locator("dl > div").filter({ hasText: label }).getByRole("definition");
const alert = (page: Page, words: string | RegExp): Locator => page.getByRole("alert").filter({ hasText: words });

/** An address of its own, so that a run can be repeated. */
const address = (): string => `ferry-${crypto.randomUUID().slice(0, 8)}`;

test("import: a pasted checklist is shown with its choices, and becomes a launch of exactly that", async ({ open }) => {
  const page = await newPage(open);
  await page.getByLabel("Or paste it").fill(ferryText);
  await page.getByRole("button", { name: "Show what it becomes" }).click();
  await expect(page.getByRole("status")).toContainText("Ferry to the islands: 5 items in 2 sections.");
  await expect(preview(page).getByRole("heading", { name: "What it becomes" })).toBeFocused();
  await expect(figure(page, "Seats")).toHaveText("1");
  await expect(figure(page, "Ticked")).toHaveText("1 of 5");
  await expect(preview(page)).toContainText("Go-live 2031-05-09");

  await preview(page).locator("summary").filter({ hasText: "Boats" }).click();
  await expect(preview(page).getByText("The hull is dry")).toBeVisible();
  await expect(preview(page).getByText("line 9", { exact: true })).toBeVisible();

  await page.getByRole("checkbox", { name: /One line has a box that GitHub does not know/ }).check();
  await expect(figure(page, "Items")).toHaveText("6");
  await page.getByRole("checkbox", { name: /2 rows of this table look like items/ }).check();
  await expect(figure(page, "Items")).toHaveText("8");
  await page.getByRole("checkbox", { name: /2 rows of this table look like items/ }).uncheck();
  await expect(figure(page, "Items")).toHaveText("6");

  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Ferry to the islands");
  await expect(page.getByLabel("Address")).toHaveValue(/^ferry-to-the-islands/);
  const slug = address();
  await page.getByLabel("Address").fill(slug);
  await page.getByLabel("Time zone").fill("Europe/Lisbon");
  await page.getByRole("button", { name: "Create the launch" }).click();
  await expect(page).toHaveURL(`/launches/${slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No-go");
  expect(await statusOf(slug)).toMatchObject({ zone: "Europe/Lisbon", goLive: "2031-05-09T08:00:00.000Z", numbers: { claimed: { done: 1, of: 6 } } });
  await page.goto(`/launches/${slug}/checklist`);
  await expect(row(page, "Paint is fresh")).toBeVisible();
});

test("import: a file is chosen, dropped or the built-in one taken; a taken address and a wrong zone get a sentence beside the field", async ({ open, complaints }) => {
  complaints.forgive(/409 \(Conflict\)/, /422 \(Unprocessable/);
  const page = await newPage(open);
  await page.getByRole("button", { name: "Take the built-in checklist" }).click();
  await expect(figure(page, "Items")).toHaveText("213");
  await expect(preview(page)).toContainText("0 of 213 boxes are ticked");

  await page.getByLabel("Choose a file").setInputFiles(ferry);
  await expect(figure(page, "Items")).toHaveText("5");
  await expect(preview(page)).toContainText("From ferry.md");
  await page.getByLabel("Name", { exact: true }).fill("Ferry of the north");
  await page.getByLabel("Address").fill("a4co");
  await page.getByRole("button", { name: "Create the launch" }).click();
  await expect(alert(page, "There is a launch at this address already.")).toBeVisible();
  await expect(page.getByLabel("Address")).toBeFocused();
  for (const [wrong, sentence] of [["new", "There is a launch at this address already."], ["Ferry One", "small letters, digits and single hyphens"]] as const) {
    await page.getByLabel("Address").fill(wrong);
    await page.getByRole("button", { name: "Create the launch" }).click();
    await expect(alert(page, sentence)).toBeVisible();
  }
  const slug = address();
  await page.getByLabel("Address").fill(slug);
  await page.getByLabel("Time zone").fill("Europe/Atlantis");
  await page.getByRole("button", { name: "Create the launch" }).click();
  await expect(alert(page, "There is no such time zone.")).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Ferry of the north");

  // Dropped anywhere on the page, another document replaces the first; what was typed stays.
  const held = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "dropped.md"));
    return data;
  }, `${ferryText}\n- [ ] Night watch is named\n`);
  await page.dispatchEvent("main", "drop", { dataTransfer: held });
  await expect(preview(page)).toContainText("From dropped.md");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Ferry of the north");
  await page.getByLabel("Time zone").fill("UTC");
  await page.getByRole("button", { name: "Create the launch" }).click();
  await expect(page).toHaveURL(`/launches/${slug}`);
  const [document] = await ask<{ name: string; text: string }>("select d.name, convert_from(d.bytes, 'UTF8') as text from documents d join launches l on l.id = d.launch_id where l.slug = $1", [slug]);
  expect(document).toEqual({ name: "dropped.md", text: `${ferryText}\n- [ ] Night watch is named\n` });
});

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

test("import: only admins create launches; everybody else reads who can", async ({ open }) => {
  const page = await open(await somebody("Newcomer"));
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "No launch to see yet" })).toBeVisible();
  await expect(page.getByRole("link", { name: /launch$/ })).toHaveCount(0);
  await page.goto("/launches/new");
  await expect(page.getByRole("heading", { level: 1, name: "Only admins create launches" })).toBeVisible();
  await expect(page.getByLabel("Choose a file")).toHaveCount(0);
  const { origin } = new URL(page.url());
  for (const query of ["preview=true&file=a.md", `file=a.md&slug=${address()}`]) {
    const answer = await page.request.post(`/api/launches/import?${query}`, { data: "- [ ] a", headers: { origin } });
    expect(answer.status(), query).toBe(403);
    expect(await answer.text()).toContain("Creating a launch is for the admins of this server.");
  }
  const nobody = await open(null);
  expect((await nobody.request.post("/api/launches/import?preview=true&file=a.md", { data: "- [ ] a", headers: { origin } })).status()).toBe(401);

  const admin = await open(await somebody("Operator", { admin: true }));
  await admin.goto("/");
  await admin.getByRole("link", { name: "New launch" }).click();
  await expect(admin).toHaveURL("/launches/new");
});

test("import: a newer text is shown step by step, asked about, applied as one step and taken back", async ({ open }) => {
  const launch = await newLaunch();
  await markDone(launch, [items.restored]);
  const page = await open(launch.manager);
  await page.goto(`${launch.path}/settings`);
  await page.getByRole("link", { name: "Import again" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Import again" })).toBeVisible();
  const harbour = readFileSync(fileURLToPath(new URL("fixtures/harbour.md", import.meta.url)), "utf8");
  const newer = harbour.replace(`- [ ] ${items.restored}\n`, "").replace(`- [ ] ${items.deleted}\n`, `- [ ] ${items.deleted}\n- [ ] A fire drill is held\n`);
  await page.getByLabel("Or paste it").fill(newer);
  await page.getByRole("button", { name: "Show what would change" }).click();
  const plan = page.getByRole("region", { name: "What would change" });
  await expect(plan.getByRole("heading", { name: "What would change" })).toBeFocused();
  await expect(plan.getByRole("listitem").filter({ hasText: "A fire drill is held" })).toContainText("Added");
  await expect(plan.getByRole("listitem").filter({ hasText: items.restored })).toContainText("is done here");
  const apply = plan.getByRole("button", { name: "Apply the import" });
  await expect(apply).toBeDisabled();
  const { revision } = await statusOf(launch.slug);
  const asked = plan.getByRole("group");
  for (let at = 0; at < (await asked.count()); at += 1) await asked.nth(at).getByRole("radio").first().check();
  await apply.click();
  await expect(page.getByRole("status").filter({ hasText: "The import was applied." })).toBeVisible();
  expect((await statusOf(launch.slug)).revision).toBe(revision + 1);
  await page.getByRole("button", { name: "Undo the import" }).click();
  await expect(page.getByRole("status").filter({ hasText: "The import was undone." })).toBeVisible();
  expect(await (await page.request.get(`${launch.path}/export/md`)).text()).not.toContain("A fire drill is held");
  expect(await statusOf(launch.slug)).toMatchObject({ revision: revision + 2, numbers: { claimed: { done: 1, of: 7 } } });

  // The document as it stands is no event, and offers no undo of something else.
  await page.getByLabel("Or paste it").fill(harbour);
  await page.getByRole("button", { name: "Show what would change" }).click();
  await apply.click();
  await expect(page.getByRole("status").filter({ hasText: "Nothing differs" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Undo the import" })).toHaveCount(0);
  expect((await statusOf(launch.slug)).revision).toBe(revision + 2);

  const engineer = await open(await newMember(launch, "contributor", "Engineer"));
  await engineer.goto(`${launch.path}/import`);
  await expect(engineer.getByRole("heading", { level: 1, name: "Your role does not allow this" })).toBeVisible();
  const { origin } = new URL(page.url());
  const refused = await engineer.request.post(`/api/launches/${launch.slug}/import?preview=true&file=a.md`, { data: newer, headers: { origin } });
  expect(refused.status()).toBe(403);
});
