import { items } from "./launch";
import { fullLaunch } from "./pages";
import { number, row } from "./screen";
import { expect, test } from "./test";

test("without a script the overview and the checklist say the same, and the search asks the server", async ({ open }) => {
  const launch = await fullLaunch();
  const page = await open(launch.manager, { javaScriptEnabled: false });
  await page.goto(launch.path);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No-go");
  await expect(number(page, "Claimed")).toHaveText("1 of 6 · 16 %");
  await expect(page.getByRole("region", { name: "What stands in the way" })).toContainText("Blocked since today: the second site has no power");
  await expect(page.getByRole("region", { name: "Seats" })).toContainText("Lead Developer");
  await page.getByRole("navigation", { name: "Launch" }).getByRole("link", { name: "Checklist" }).click();
  await expect(row(page, items.second)).toContainText("blocked: the second site has no power");
  await expect(row(page, items.restored).getByRole("img", { name: "Done, no proof" })).toBeVisible();
  await page.getByRole("searchbox").fill("accounts");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/q=accounts/);
  await expect(row(page, items.admins)).toBeVisible();
  await expect(row(page, items.second)).toHaveCount(0);
  await row(page, items.admins).getByRole("link", { name: items.admins }).click();
  await expect(page.getByRole("heading", { level: 1, name: items.admins })).toBeVisible();
});
