import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright/test";
import { choose, crewed, openItem, seat } from "./decision";
import { ask } from "./database";
import { readiness } from "./cli";
import { beacon, fileOf, holdSeat, items, newLaunch, newMember, type Launch } from "./launch";
import { awake } from "./pages";
import { expect, live, removedWhileOpen, test, type Open } from "./test";

const phases = (page: Page): Locator => page.getByRole("region", { name: "Where the launch stands" });
const unsent = (page: Page): Locator => page.getByRole("region", { name: "What you typed is still here" });
const archived = /^The launch was archived while you were typing, so this cannot be recorded now\./;

/** Somebody else's hand on the launch's phase. */
async function otherHand(open: Open, launch: Launch): Promise<(step: string) => Promise<void>> {
  const page = await open(launch.manager);
  await page.goto(`${launch.path}/sign-off`);
  await live(page);
  return async (step) => {
    await phases(page).getByRole("button", { name: step, exact: true }).click();
    const dialog = page.getByRole("dialog", { name: step });
    await dialog.getByRole("button", { name: "Record it" }).click();
    await expect(dialog).toBeHidden();
  };
}

async function newest(launch: Launch): Promise<string> {
  const [row] = await ask<{ kind: string }>("select kind from events e join launches l on l.id = e.launch_id where l.slug = $1 order by seq desc limit 1", [launch.slug]);
  return row?.kind ?? "";
}

test("an item typed in the structure editor while the launch is archived stays in sight, with why, and is sent once it is back", async ({ open }) => {
  const launch = await newLaunch();
  const move = await otherHand(open, launch);
  const page = await open(launch.manager);
  await page.goto(`${launch.path}/checklist/edit`);
  await live(page);
  const add = page.getByRole("button", { name: "Add an item to Backups › Copies" });
  const line = page.getByRole("main").getByRole("textbox", { name: "New item in Backups › Copies" });
  await add.click();
  await line.fill("Backups are encrypted");
  await line.press("Enter");
  await expect(page.getByRole("button", { name: "Edit item: Backups are encrypted", exact: true })).toBeVisible();
  await expect(line).toHaveValue("");
  const typed = "Keys of the backups are kept in another house than the backups";
  await line.fill(typed);
  await move("Archive");

  await expect(page.getByRole("heading", { name: "An archived launch does not change" })).toBeVisible();
  await expect(unsent(page).getByRole("alert")).toHaveText(archived);
  // What was sent before is no part of it.
  await expect(unsent(page).getByRole("textbox")).toHaveCount(1);
  await expect(unsent(page).getByRole("textbox", { name: "New item in Backups › Copies" })).toHaveValue(typed);

  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await unsent(page).getByRole("button", { name: "Copy it" }).click();
  await expect(unsent(page).getByRole("button", { name: "Copied" })).toBeVisible();
  await move("Back to preparing");
  await expect(unsent(page).getByRole("alert")).toHaveText(/^This can be recorded again/);
  await add.click();
  await page.keyboard.press("ControlOrMeta+V");
  await line.press("Enter");
  await expect(page.getByRole("button", { name: `Edit item: ${typed}`, exact: true })).toBeVisible();
  await unsent(page).getByRole("button", { name: "Put it away" }).click();
  await expect(unsent(page)).toHaveCount(0);
});

test("what was chosen and answered for an import stays through an archiving, and is applied afterwards", async ({ open, complaints }) => {
  complaints.forgive(/409 \(Conflict\)/);
  const launch = await newLaunch();
  const move = await otherHand(open, launch);
  const page = await open(launch.manager);
  await page.goto(`${launch.path}/import`);
  await live(page);
  const pasted = page.getByRole("main").getByRole("textbox", { name: "Or paste it" });
  const plan = page.getByRole("region", { name: "What would change" });
  const text = readFileSync(fileOf("harbour"), "utf8").replace(items.unused, "Unused accounts are closed within a day").replace(items.deleted, "Old copies go");
  await pasted.fill(text);

  await test.step("a text that was not read yet is kept as it was typed", async () => {
    await move("Archive");
    await expect(page.getByRole("heading", { name: "An archived launch does not change" })).toBeVisible();
    await expect(unsent(page).getByRole("alert")).toHaveText(archived);
    await expect(unsent(page).getByRole("textbox", { name: "Or paste it" })).toHaveValue(text);
    await move("Back to preparing");
    await expect(pasted).toHaveValue("");
    await unsent(page).getByRole("button", { name: "Put it away" }).click();
  });

  await pasted.fill(text);
  await page.getByRole("button", { name: "Show what would change" }).click();
  await expect(plan).toContainText("Unused accounts are closed within a day");
  const questions = await plan.getByRole("radio").count();
  if (questions > 0) await plan.getByRole("radio").first().check();
  await move("Archive");
  await expect(page.getByRole("alert").filter({ hasText: "Nothing can be imported here now" })).toBeVisible();
  await expect(plan).toContainText("Unused accounts are closed within a day");
  await expect(pasted).toHaveValue(text);
  if (questions > 0) await expect(plan.getByRole("radio").first()).toBeChecked();

  await move("Back to preparing");
  await expect(page.getByRole("alert").filter({ hasText: "Nothing can be imported" })).toHaveCount(0);
  const apply = plan.getByRole("button", { name: "Apply the import" });
  for (const group of await plan.getByRole("group").filter({ has: page.getByRole("radio") }).all()) {
    if (await group.getByRole("radio", { checked: true }).count() === 0) await group.getByRole("radio").first().check();
  }
  await apply.click();
  // The launch has two events more than when its plan was made: it is made again, answers and all, and then it goes.
  await expect(plan.getByRole("alert")).toContainText("The launch changed while you were looking at the import, so nothing was applied.");
  if (questions > 0) await expect(plan.getByRole("radio").first()).toBeChecked();
  await apply.click();
  await expect(page.getByRole("status").filter({ hasText: "The import was applied." })).toBeVisible();
  await move("Archive");
  await expect(page.getByRole("heading", { name: "An archived launch does not change" })).toBeVisible();
  await expect(unsent(page)).toHaveCount(0);
});

test("a reason typed in an item's scope dialog stays through an archiving, and can be sent afterwards", async ({ open }) => {
  const launch = await newLaunch();
  const move = await otherHand(open, launch);
  const item = await openItem(await open(launch.manager), launch, items.written);
  const page = item.page();
  await live(page);
  await item.getByRole("button", { name: "Make advisory" }).click();
  const dialog = page.getByRole("dialog", { name: "Make advisory" });
  await dialog.getByLabel("Reason").fill("the harbour office writes it down itself");
  await move("Archive");
  await expect(dialog.getByRole("alert")).toContainText("The launch was archived, so this cannot be recorded now.");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByRole("alert")).toHaveText("This launch is over, so it does not change any more.");
  await expect(dialog.getByLabel("Reason")).toHaveValue("the harbour office writes it down itself");
  expect(await newest(launch)).toBe("launch.phase");
  await move("Back to preparing");
  await expect(page.getByRole("note").filter({ hasText: "archived" })).toHaveCount(0);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(item).toContainText("Advisory");
  await expect(unsent(page)).toHaveCount(0);
});

test("whoever loses the role, the seat or the whole launch while typing keeps the words, and is told why", async ({ open, complaints }) => {
  complaints.forgive(...removedWhileOpen);
  const { launch, officer, engineer } = await crewed({ done: [] });
  const by = ["--as", launch.manager.email];

  const noting = await open(engineer);
  await noting.goto(`${launch.path}/settings`);
  await live(noting);
  const note = "the pilot boat is in the yard until May";
  await noting.getByRole("combobox", { name: "Kind" }).selectOption("Exception");
  await noting.getByRole("region", { name: "Notes" }).getByRole("textbox").fill(note);
  await readiness("member", "set", launch.slug, engineer.email, "--role", "viewer", ...by);
  await expect(unsent(noting).getByRole("alert")).toHaveText(/^What you may do here changed while you were typing/);
  await expect(unsent(noting).getByRole("textbox").last()).toHaveValue(note);
  await expect(unsent(noting).getByRole("textbox", { name: "Kind" })).toHaveValue("Exception");

  const signing = await open(officer);
  await signing.goto(`${launch.path}/sign-off`);
  await live(signing);
  const why = "the second lock of the store is missing";
  await choose(seat(signing, "Security Officer"), "No-go", why);
  await seat(signing, "Security Officer").getByLabel("Your password", { exact: true }).fill("not for anybody's eyes");
  await holdSeat(launch, "Security Officer", launch.manager);
  // The form itself stays, with what was typed and why it is not taken.
  const form = seat(signing, "Security Officer");
  await expect(form.getByRole("alert")).toHaveText("Only the holder of this seat, or the delegate for these days, can sign for it.");
  await expect(form.getByLabel("Reason")).toHaveValue(why);
  await expect(form.getByRole("button", { name: "Sign", exact: true })).toBeDisabled();
  await expect(unsent(signing)).toHaveCount(0);

  const leaving = await openItem(await open(officer), launch, beacon.tested);
  const page = leaving.page();
  await live(page);
  await leaving.getByRole("button", { name: "Add proof" }).click();
  await leaving.getByRole("radio", { name: "Note" }).check();
  await leaving.getByRole("textbox", { name: "Note" }).fill("the report lies in the safe");
  const manager = await open(launch.manager);
  await manager.goto(`${launch.path}/settings`);
  await live(manager);
  await manager.getByRole("button", { name: `Remove ${officer.name}` }).click();
  await manager.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
  await expect(manager.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("heading", { name: "Nothing here" })).toBeVisible();
  await expect(unsent(page).getByRole("alert")).toHaveText(/^This launch is not shown to you any more/);
  await expect(unsent(page).getByRole("textbox", { name: "Note" })).toHaveValue("the report lies in the safe");
});

test("words typed for an item that somebody else retires are kept; what was sent, left or closed is not shown again", async ({ open }) => {
  const launch = await newLaunch();
  const [page, other] = [await open(launch.manager), await open(await newMember(launch, "manager", "Second manager"))];
  await Promise.all([page.goto(`${launch.path}/checklist/edit`), other.goto(`${launch.path}/checklist/edit`)]);
  await Promise.all([live(page), live(other)]);
  const edit = (on: Page, text: string): Locator => on.getByRole("button", { name: `Edit item: ${text}`, exact: true });
  const words = page.getByRole("textbox", { name: "Words of the item" });

  await test.step("closed and saved by one's own hand", async () => {
    await edit(page, items.deleted).click();
    await words.fill("Old copies, never to be seen");
    await words.press("Escape");
    await edit(page, items.deleted).click();
    await words.fill("Old copies, cancelled");
    await page.getByRole("button", { name: "Cancel" }).click();
    await edit(page, items.deleted).click();
    await words.fill("Old copies are deleted at once");
    await words.press("Enter");
    await expect(edit(page, "Old copies are deleted at once")).toBeVisible();
    await expect(unsent(page)).toHaveCount(0);
  });

  await edit(page, items.written).click();
  await words.fill("Restoring is written down, in two languages");
  await edit(other, items.written).click();
  await other.getByRole("button", { name: `Retire: ${items.written}` }).click();
  await other.getByRole("dialog").getByRole("button", { name: "Retire" }).click();
  await expect(other.getByRole("dialog")).toBeHidden();
  await expect(edit(page, items.written)).toHaveCount(0);
  await expect(unsent(page).getByRole("alert")).toHaveText(/^What you were typing this for was changed, closed or taken away/);
  await expect(unsent(page).getByRole("textbox", { name: "Words of the item" })).toHaveValue("Restoring is written down, in two languages");
  await expect(unsent(page).getByRole("textbox")).toHaveCount(1);

  await test.step("left by going elsewhere", async () => {
    await page.getByRole("button", { name: "Put it away" }).click();
    await edit(page, items.second).click();
    await words.fill("Left behind on purpose");
    await page.getByRole("navigation").getByRole("link", { name: /^Report/ }).click();
    await expect(page).toHaveURL(/\/report$/);
    await awake(page);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(unsent(page)).toHaveCount(0);
  });
});
