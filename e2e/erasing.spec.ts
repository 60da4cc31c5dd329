import { writeFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import { readiness } from "./cli";
import { choose, crewed, openItem, seat, sign } from "./decision";
import { ask } from "./database";
import { beacon, keyOf } from "./launch";
import { password, somebody } from "./people";
import { expect, test } from "./test";

const secret = "token eyJ-harbour-0042 does not work";

test("a secret pasted into a blocked reason is erased everywhere, and chain, replay and pack still verify and say so", async ({ open }, info) => {
  const { launch, officer } = await crewed();
  const as = ["--as", launch.manager.email];
  await readiness("set", launch.slug, await keyOf(launch, beacon.rotated), "--work", "blocked", "--reason", secret, ...as);
  await readiness("set", launch.slug, await keyOf(launch, beacon.tested), "--work", "blocked", "--reason", `it says: ${secret}`, ...as);
  const security = await open(officer);
  await security.goto(`${launch.path}/sign-off`);
  await choose(seat(security, "Security Officer"), "No-go", secret);
  await sign(seat(security, "Security Officer"));

  await test.step("managers are not offered it", async () => {
    const manager = await open(launch.manager);
    await manager.goto(`${launch.path}/history`);
    await expect(manager.getByRole("list").getByText(secret).first()).toBeVisible();
    await expect(manager.getByRole("button", { name: /^Erase a text/ })).toHaveCount(0);
  });

  const page = await open(await somebody("Admin", { admin: true }));
  await page.goto(`${launch.path}/history`);
  await page.getByRole("listitem").filter({ hasText: "signed for" }).getByRole("button", { name: /^Erase a text of event/ }).click();
  const dialog = page.getByRole("dialog", { name: "Erase a text for good" });
  await dialog.getByRole("button", { name: `Signature: ${secret}` }).click();
  await expect(dialog).toContainText("in 2 rows as they stand, beside 2 events");
  await expect(dialog).toContainText("Other texts hold these words among more");
  await expect(dialog).toContainText(`it says: ${secret}`);
  await expect(dialog).toContainText("Nothing here reaches packs, exports and backups that were made before");
  await dialog.getByLabel("Your password", { exact: true }).fill("a wrong password");
  await dialog.getByRole("button", { name: "Erase for good" }).click();
  await expect(dialog.getByRole("alert")).toContainText("That is not your password");
  await dialog.getByLabel("Your password", { exact: true }).fill(password);
  await dialog.getByRole("button", { name: "Erase for good" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("listitem").filter({ hasText: "erased a text" }).first()).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "signed for" })).toContainText("A text of this event was erased. The chain still verifies.");

  await test.step("from the item, the longer one as well", async () => {
    const item = await openItem(page, launch, beacon.tested);
    await item.getByRole("button", { name: /^Erase a text of/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: `Item: it says: ${secret}` }).click();
    await page.getByRole("dialog").getByLabel("Your password", { exact: true }).fill(password);
    await page.getByRole("dialog").getByRole("button", { name: "Erase for good" }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(item).toContainText("[erased]");
    await expect(item).not.toContainText("harbour-0042");
  });

  for (const path of ["", "/checklist", "/history", "/report", "/sign-off"]) {
    await page.goto(`${launch.path}${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    expect(await page.content(), path).not.toContain("harbour-0042");
  }
  for (const format of ["md", "csv", "json"]) {
    const answer = await page.request.get(`${launch.path}/export/${format}`);
    expect(await answer.text(), format).not.toContain("harbour-0042");
    if (format === "md") expect(await answer.text()).toContain("\\[erased\\]");
  }
  const pack = await (await page.request.get(`${launch.path}/export/pack`)).body();
  for (const [name, bytes] of Object.entries(unzipSync(pack))) expect(strFromU8(bytes), name).not.toContain("harbour-0042");
  const file = info.outputPath("pack.zip");
  await writeFile(file, pack);
  expect(await readiness("verify", "--pack", file)).toMatch(/The pack holds:[\s\S]*erased/);
  expect(await readiness("verify", launch.slug)).toMatch(/erased/);
  await page.goto(`${launch.path}/history?check=1`);
  await expect(page.getByText(/texts? (was|were) erased/)).toBeVisible();
});

test("a secret in an item's first words goes from its address as well, and whoever erased it stands on the item's page", async ({ open }) => {
  const { launch } = await crewed();
  const words = "Rotate key AKIA-harbour-77";
  await readiness("item", "add", launch.slug, words, "--before", await keyOf(launch, beacon.rotated), "--as", launch.manager.email);
  const key = await keyOf(launch, words);
  expect(key).toContain("rotate-key-akia-harbour-77");
  const page = await open(await somebody("Admin", { admin: true }));
  const item = await openItem(page, launch, words);
  await item.getByRole("button", { name: /^Erase a text of/ }).click();
  const dialog = page.getByRole("dialog", { name: "Erase a text for good" });
  await dialog.getByRole("button", { name: `Item: ${words}` }).click();
  await expect(dialog).toContainText(`So does a key that is made of them: ${key}. What it names is then found under another address`);
  await dialog.getByLabel("Your password", { exact: true }).fill(password);
  await dialog.getByRole("button", { name: "Erase for good" }).click();
  await expect(page).toHaveURL(/\/items\/erased-[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { name: "[erased]", level: 1 })).toBeVisible();
  for (const path of ["", "/checklist", "/history", "/report", "/sign-off"]) {
    await page.goto(`${launch.path}${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    expect((await page.content()).toLowerCase(), path).not.toContain("harbour-77");
  }
  for (const format of ["md", "csv", "json"]) expect((await (await page.request.get(`${launch.path}/export/${format}`)).text()).toLowerCase(), format).not.toContain("harbour-77");
  const pack = await (await page.request.get(`${launch.path}/export/pack`)).body();
  for (const [name, bytes] of Object.entries(unzipSync(pack))) expect(strFromU8(bytes).toLowerCase(), name).not.toContain("harbour-77");
  expect((await page.request.get(`${launch.path}/items/${key}`)).status()).toBe(404);
  expect(await readiness("verify", launch.slug)).toMatch(/erased/);
});

test("a person's name is erased in the whole instance, and what they did stays on record", async ({ open }) => {
  const { launch, operations } = await crewed();
  const theirs = await open(operations);
  await theirs.goto(`${launch.path}/sign-off`);
  await choose(seat(theirs, "Operations Lead"), "No-go", "the lamp is dark");
  await sign(seat(theirs, "Operations Lead"));
  const page = await open(await somebody("Admin", { admin: true }));
  await page.goto(`${launch.path}/settings`);
  await page.getByRole("button", { name: `Erase the name of ${operations.name}` }).click();
  const dialog = page.getByRole("dialog", { name: `Erase ${operations.name} for good` });
  await expect(dialog).toContainText("The account is closed and its sessions end.");
  await dialog.getByLabel("Your password", { exact: true }).fill(password);
  await dialog.getByRole("button", { name: "Erase for good" }).click();
  // Every launch of the instance is looked through, twice: those of all other journeys, too.
  await expect(dialog).toHaveCount(0, { timeout: 60_000 });
  await expect(page.getByRole("region", { name: "People" })).toContainText("[erased]");
  for (const path of ["/settings", "/history", "/sign-off", "/report"]) {
    await page.goto(`${launch.path}${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    expect(await page.content(), path).not.toContain(operations.name);
  }
  await page.goto(`${launch.path}/history`);
  await expect(page.getByRole("listitem").filter({ hasText: "[erased] signed for Operations Lead: No-go, the lamp is dark" })).toBeVisible();
  expect(await ask("select 1 from users where name = $1 or email = $2", [operations.name, operations.email])).toEqual([]);
  expect(await readiness("verify", launch.slug)).toMatch(/erased/);
  await theirs.goto(launch.path);
  await expect(theirs).toHaveURL(/\/sign-in/);
});

test("one's own change is taken back from the history, once, and nobody else's", async ({ open }) => {
  const { launch } = await crewed();
  await readiness("set", launch.slug, await keyOf(launch, beacon.rotated), "--work", "blocked", "--reason", "a slip", "--as", launch.manager.email);
  const other = await open(await somebody("Admin", { admin: true }));
  await other.goto(`${launch.path}/history`);
  await expect(other.getByRole("listitem").filter({ hasText: "a slip" })).toBeVisible();
  await expect(other.getByRole("button", { name: /^Take back event/ })).toHaveCount(0);
  const page = await open(launch.manager);
  await page.goto(`${launch.path}/history`);
  const blocked = page.getByRole("listitem").filter({ hasText: "to Blocked: a slip" });
  await blocked.getByRole("button", { name: /^Take back event/ }).click();
  await expect(page.getByRole("listitem").filter({ hasText: `undid a change to ${beacon.rotated}` })).toBeVisible();
  await expect(blocked.getByRole("button", { name: /^Take back event/ })).toHaveCount(0);
});
