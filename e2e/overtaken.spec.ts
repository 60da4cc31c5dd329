import { items, newLaunch } from "./launch";
import { panel, row } from "./screen";
import { expect, live, test } from "./test";

test("one's own edits that are still on their way are not overtaken by one's own proof, and nobody is said to have been first", async ({ open }) => {
  const launch = await newLaunch();
  const page = await open(launch.manager);
  await page.goto(`${launch.path}/checklist`);
  await live(page);
  // The line is slow: the first edit reaches the server only after everything else was typed.
  let typed = (): void => undefined;
  const all = new Promise<void>((go) => (typed = go));
  await page.route("**/checklist", async (route) => {
    if (route.request().method() === "POST") await all;
    await route.continue();
  });

  await row(page, items.deleted).getByRole("link", { name: items.deleted }).click();
  const item = panel(page, items.deleted);
  await item.getByLabel("Owner").selectOption({ label: launch.manager.name });
  await item.getByLabel("Due").fill("2031-05-05");
  await item.getByRole("button", { name: "Add proof" }).click();
  await item.getByLabel("Address").fill("https://wiki.example.com/retention");
  await item.getByRole("button", { name: "Add", exact: true }).click();
  await expect(row(page, items.deleted)).toContainText("due 5 May 2031");
  typed();

  await expect(item.getByRole("link", { name: "https://wiki.example.com/retention" })).toBeVisible();
  await expect(item.getByLabel("Address")).toHaveCount(0);
  await expect(row(page, items.deleted)).toContainText(`Owner: ${launch.manager.name}`);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.reload();
  await expect(row(page, items.deleted)).toContainText(`Owner: ${launch.manager.name}`);
  await expect(row(page, items.deleted)).toContainText("due 5 May 2031");
});
