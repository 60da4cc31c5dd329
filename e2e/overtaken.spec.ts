import { choose, crewed, seat, sign } from "./decision";
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

test("a form opened right after one's own act rests on what that act made, however slowly the page is read again", async ({ open }) => {
  const { launch, officer } = await crewed();
  const page = await open(officer);
  await page.goto(`${launch.path}/sign-off`);
  await live(page);
  const mine = seat(page, "Security Officer");
  await choose(mine, "Go");
  await sign(mine);
  let arrive = (): void => undefined;
  const held = new Promise<void>((go) => (arrive = go));
  await page.route("**/sign-off?_rsc=*", async (route) => {
    await held;
    await route.continue();
  });
  const answered = page.waitForResponse((answer) => answer.request().method() === "POST");

  await mine.getByRole("button", { name: "Withdraw", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Withdraw this position" });
  await dialog.getByLabel("Reason").fill("the spare key is missing");
  await dialog.getByRole("button", { name: "Withdraw", exact: true }).click();
  await answered;
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  expect(await dialog.count()).toBe(1);
  expect(await mine.textContent()).not.toContain("Has not said.");
  arrive();
  await expect(dialog).toHaveCount(0);
  expect(await mine.textContent()).toContain("Has not said.");
  await choose(mine, "Go");
  await sign(mine);
  await expect(mine).not.toContainText("Has not said.");
});
