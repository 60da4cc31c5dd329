import { ask } from "./database";
import { awake } from "./pages";
import { items, keyOf, newLaunch, newMember, statusOf, type Launch } from "./launch";
import { readiness } from "./cli";
import { row } from "./screen";
import { expect, live, test } from "./test";

const of = async (launch: Launch): Promise<number> => (await statusOf(launch.slug)).numbers.claimed.of;
const events = (launch: Launch): Promise<{ kind: string }[]> => ask("select e.kind from events e join launches l on l.id = e.launch_id where l.slug = $1 order by e.seq", [launch.slug]);

test("a manager takes a group out of scope at once with one reason, and one undo brings it back", async ({ open }) => {
  const launch = await newLaunch();
  const page = await open(launch.manager);
  await page.goto(`${launch.path}/checklist`);
  await live(page);
  const before = (await events(launch)).length;
  const bar = page.getByRole("region", { name: "Selected items" });

  await page.getByRole("button", { name: "Select", exact: true }).click();
  await page.getByRole("button", { name: "Select all of Copies" }).click();
  await expect(bar.getByRole("status")).toHaveText("3 items selected");
  await page.getByRole("checkbox", { name: `Select ${items.written}` }).uncheck();
  // What is selected stays so when a search no longer shows it.
  await page.getByRole("searchbox").fill("accounts");
  await page.getByRole("button", { name: "Select all 2 shown" }).click();
  await expect(bar.getByRole("status")).toHaveText("4 items selected");
  await bar.getByRole("button", { name: "Required or advisory" }).click();
  const dialog = page.getByRole("dialog", { name: "Do 4 items stop the launch?" });
  await expect(dialog).toContainText("4 of them count now and leave the count of 7.");
  await dialog.getByLabel("Reason").fill("not part of the first step");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(bar).toHaveCount(0);
  await page.getByRole("searchbox").fill("");
  await page.getByRole("searchbox").blur();
  for (const text of [items.restored, items.second, items.admins, items.unused]) await expect(row(page, text)).toContainText("advisory: not part of the first step");
  await expect(row(page, items.written)).not.toContainText("advisory");
  expect(await of(launch)).toBe(3);
  expect((await events(launch)).slice(before).map(({ kind }) => kind)).toEqual(["item.required"]);

  await page.keyboard.press("z");
  await expect(row(page, items.unused)).not.toContainText("advisory");
  await expect.poll(() => of(launch)).toBe(7);
  expect((await events(launch)).slice(before).map(({ kind }) => kind)).toEqual(["item.required", "undone"]);
});

test("the keyboard selects and rules as well, and an item somebody changed meanwhile is named and nothing is lost", async ({ open }) => {
  const launch = await newLaunch();
  const page = await open(launch.manager);
  await page.goto(`${launch.path}/checklist`);
  await live(page);
  await page.getByRole("link", { name: items.restored, exact: true }).focus();
  await page.keyboard.press("s");
  await page.keyboard.press("j");
  await page.keyboard.press("s");
  await expect(page.getByRole("region", { name: "Selected items" }).getByRole("status")).toHaveText("2 items selected");
  await page.keyboard.press("r");
  const dialog = page.getByRole("dialog", { name: "Do 2 items stop the launch?" });
  await dialog.getByLabel("Reason").fill("later");
  // Held back until the change in between has been made, as on a slow line.
  let changed = false;
  await page.route(/\/launches\//, async (route) => {
    if (changed || route.request().method() !== "POST") return route.fallback();
    changed = true;
    await readiness("set", launch.slug, await keyOf(launch, items.second), "--work", "done", "--as", launch.manager.email);
    await route.continue();
  });
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByRole("alert")).toContainText(`This item: ${items.second}`);
  await expect(dialog.getByLabel("Reason")).toHaveValue("later");
  expect(await of(launch)).toBe(7);
  await expect(row(page, items.second).getByRole("img", { name: "Done, no proof" })).toBeVisible();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(row(page, items.second)).toContainText("later");
  expect(await of(launch)).toBe(5);

  await page.getByRole("link", { name: items.restored, exact: true }).focus();
  await page.keyboard.press("S");
  await expect(page.getByRole("region", { name: "Selected items" }).getByRole("status")).toHaveText("8 items selected");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "Selected items" })).toHaveCount(0);
});

test("whoever is no manager is offered no selection", async ({ open }) => {
  const launch = await newLaunch();
  const page = await open(await newMember(launch, "contributor", "Engineer"));
  await page.goto(`${launch.path}/checklist`);
  await awake(page);
  await page.getByRole("link", { name: items.restored, exact: true }).focus();
  await page.keyboard.press("s");
  await page.keyboard.press("r");
  await expect(page.getByRole("checkbox", { name: `Select ${items.restored}` })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Select", exact: true })).toHaveCount(0);
  await expect(page.getByRole("dialog")).toHaveCount(0);
});
