import { readFile } from "node:fs/promises";
import type { Page } from "playwright/test";
import { diff } from "@/lib/document/testing/diff";
import { choose, crewed, seat, sign } from "./decision";
import { fileOf, items, newLaunch, newMember, type Launch } from "./launch";
import { expect, live, test } from "./test";

/** The launch's Markdown as the report page gives it. */
async function markdown(page: Page, launch: Launch): Promise<string> {
  await page.goto(`${launch.path}/report`);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Markdown" }).click()]);
  return readFile(await file.path(), "utf8");
}

/** What differs from the file that was imported, but for the computed footer. */
async function changed(page: Page, launch: Launch): Promise<string[]> {
  return diff(await readFile(fileOf("harbour"), "utf8"), await markdown(page, launch));
}

const told = (page: Page, words: string) => page.getByRole("status").filter({ hasText: words });
const edit = (page: Page, text: string) => page.getByRole("button", { name: `Edit item: ${text}`, exact: true });

test("a manager adds, rewords, moves and retires; the export changes in those lines only", async ({ open }) => {
  const launch = await newLaunch();
  const page = await open(launch.manager);
  await page.goto(`${launch.path}/checklist`);
  await page.getByRole("link", { name: "Edit structure" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Edit the checklist" })).toBeVisible();
  await live(page);

  await test.step("Enter adds the next item, Escape ends", async () => {
    await page.getByRole("button", { name: "Add an item to Backups › Copies" }).click();
    const line = page.getByRole("textbox", { name: "New item in Backups › Copies" });
    await line.fill("Backups are encrypted");
    await line.press("Enter");
    await expect(edit(page, "Backups are encrypted")).toBeVisible();
    await expect(line).toBeFocused();
    await expect(line).toHaveValue("");
    await line.fill("Keys are kept apart");
    await line.press("Enter");
    await expect(edit(page, "Keys are kept apart")).toBeVisible();
    await line.press("Escape");
    await expect(page.getByRole("button", { name: "Add an item to Backups › Copies" })).toBeVisible();
  });

  await test.step("what was done last can be taken back at once", async () => {
    await expect(told(page, "Added: Keys are kept apart")).toBeVisible();
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await expect(told(page, "Taken back.")).toBeVisible();
    await expect(edit(page, "Keys are kept apart")).toHaveCount(0);
  });

  await test.step("words are changed in place, and a line break or a note is refused in words", async () => {
    await edit(page, items.written).click();
    const words = page.getByRole("textbox", { name: "Words of the item" });
    await expect(words).toBeFocused();
    await words.fill("Restoring is rehearsed — **N/A**: no");
    await words.press("Enter");
    await expect(page.getByRole("alert").filter({ hasText: "would be read as something else" })).toBeVisible();
    await words.fill("Restoring is rehearsed");
    await words.press("Enter");
    await expect(edit(page, "Restoring is rehearsed")).toBeFocused();
  });

  await test.step("an item moves with the keyboard and into another group", async () => {
    await edit(page, items.second).press("Enter");
    await page.getByRole("textbox", { name: "Words of the item" }).press("Alt+ArrowUp");
    await expect(told(page, `Moved: ${items.second}`)).toBeVisible();
    const first = page.getByRole("region", { name: "Backups" }).getByRole("listitem").first();
    await expect(first.getByRole("textbox", { name: "Words of the item" })).toHaveValue(items.second);
    await page.getByRole("combobox", { name: `Move to: ${items.second}` }).selectOption({ label: "Access › Doors" });
    await expect(page.getByRole("region", { name: "Access" }).getByRole("textbox", { name: "Words of the item" })).toHaveValue(items.second);
  });

  await test.step("a group is retired, knowing what that does, and brought back", async () => {
    await page.getByRole("button", { name: "Edit group: Retention" }).click();
    await page.getByRole("button", { name: "Retire: Retention" }).click();
    const dialog = page.getByRole("dialog", { name: "Retire this group?" });
    await expect(dialog).toContainText("1 item goes with it.");
    await expect(dialog).toContainText("1 reason would go.");
    await dialog.getByRole("button", { name: "Retire" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(edit(page, items.deleted)).toHaveCount(0);
    await page.getByRole("button", { name: "Bring back: Retention" }).click();
    await expect(edit(page, items.deleted)).toBeVisible();
    await expect(page.getByText("Nothing has been retired.")).toBeVisible();
  });

  await test.step("a seat is added where seats are", async () => {
    await page.getByRole("button", { name: "+ Add a seat" }).click();
    await page.getByRole("textbox", { name: "Role" }).fill("Harbour Master");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("button", { name: /^Edit seat: Harbour Master/ })).toBeVisible();
  });

  expect((await changed(page, launch)).sort()).toEqual([
    "+- [ ] Backups are encrypted", `+- [ ] ${items.second}`, "+- [ ] Harbour Master: __________________ Date: __________", "+- [ ] Restoring is rehearsed",
    `-- [ ] ${items.second}`, `-- [ ] ${items.written}`,
  ].sort());
  await page.goto(`${launch.path}/history`);
  await expect(page.getByRole("main")).toContainText("retired the group Retention with 1 item");
  await expect(page.getByRole("main")).toContainText(`moved ${items.second} to Doors`);
});

test("a moved item leaves a signature valid; a reworded one makes it stale and says exactly why", async ({ open }) => {
  const { launch, officer } = await crewed();
  const [page, signer] = [await open(launch.manager), await open(officer)];
  await signer.goto(`${launch.path}/sign-off`);
  await live(signer);
  const mine = seat(signer, "Security Officer");
  await choose(mine, "Go");
  await sign(mine);

  await page.goto(`${launch.path}/checklist/edit`);
  await live(page);
  await edit(page, "Keys are rotated").click();
  const words = page.getByRole("textbox", { name: "Words of the item" });
  const up = page.getByRole("button", { name: "Move up: Keys are rotated" });
  const down = page.getByRole("button", { name: "Move down: Keys are rotated" });
  await (await up.getAttribute("aria-disabled") === "true" ? down : up).click();
  await expect(told(page, "Moved: Keys are rotated")).toBeVisible();
  await page.goto(`${launch.path}/sign-off`);
  await expect(seat(page, "Security Officer")).not.toContainText("changed since");

  await page.goto(`${launch.path}/checklist/edit`);
  await edit(page, "Keys are rotated").click();
  await words.fill("Keys are rotated and escrowed");
  await words.press("Enter");
  await expect(edit(page, "Keys are rotated and escrowed")).toBeVisible();
  await expect(mine).toContainText("One thing has changed since: it has to be confirmed again.");
  await expect(mine).toContainText("wording: “Keys are rotated” → “Keys are rotated and escrowed”");
});

test("who is no manager has no such buttons, and a page that says so", async ({ open }) => {
  const launch = await newLaunch();
  const [engineer, manager] = [await open(await newMember(launch, "contributor", "Engineer")), await open(launch.manager)];
  await engineer.goto(`${launch.path}/checklist`);
  await live(engineer);
  await expect(engineer.getByRole("link", { name: "Edit structure" })).toHaveCount(0);
  await engineer.goto(`${launch.path}/checklist/edit`);
  await expect(engineer.getByRole("button", { name: /^(Edit|Add|Retire)/ })).toHaveCount(0);
  await expect(engineer.getByRole("main")).toContainText(launch.manager.name);

  await test.step("what managers change is on other pages at once", async () => {
    await engineer.goto(`${launch.path}/checklist`);
    await live(engineer);
    await manager.goto(`${launch.path}/checklist/edit`);
    await manager.getByRole("button", { name: "Add an item to Access › Doors" }).click();
    await manager.getByRole("textbox", { name: "New item in Access › Doors" }).fill("Doors are locked at night");
    await manager.keyboard.press("Enter");
    await expect(engineer.getByRole("link", { name: "Doors are locked at night" })).toBeVisible();
  });
});
