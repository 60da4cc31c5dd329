import { readFileSync } from "node:fs";
import { columns, give } from "./importing";
import { fileOf, items, markDone, newLaunch, newMember, statusOf } from "./launch";
import { awake } from "./pages";
import { expect, test } from "./test";

const harbour = readFileSync(fileOf("harbour"), "utf8");

test("import: a newer text is shown step by step, asked about, applied as one step and taken back", async ({ open }) => {
  const launch = await newLaunch();
  await markDone(launch, [items.restored]);
  const page = await open(launch.manager);
  await page.goto(`${launch.path}/settings`);
  await page.getByRole("link", { name: "Import again" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Import again" })).toBeVisible();
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

  // Too large by a byte, and by more than what stands before it in the body would explain.
  const mebibyte = 1_048_576;
  for (const [bytes, told] of [[mebibyte + 1, "1,048,577"], [3 * mebibyte, "3,145,728"]] as const) {
    const large = await page.request.post(`/api/launches/${launch.slug}/import?preview=true&file=a.md`, { data: Buffer.alloc(bytes, "x"), headers: { origin, "content-type": "application/octet-stream" } });
    expect([large.status(), await large.text()]).toEqual([413, expect.stringContaining(`This file has ${told} bytes; at most 1,048,576 can be imported. Split it.`)]);
  }
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
