import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Locator } from "playwright/test";
import { ask } from "./database";
import { address, alert, create, figure, newPage, preview } from "./importing";
import { statusOf } from "./launch";
import { somebody } from "./people";
import { row } from "./screen";
import { expect, test } from "./test";

const ferry = fileURLToPath(new URL("fixtures/ferry.md", import.meta.url));
const ferryText = readFileSync(ferry, "utf8");

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
