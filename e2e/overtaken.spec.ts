import type { Page, Route } from "playwright/test";
import { choose, crewed, openItem, seat, sign } from "./decision";
import { items, newLaunch } from "./launch";
import { panel, row } from "./screen";
import { expect, live, test } from "./test";

const isPost = (route: Route): boolean => route.request().method() === "POST";
const isReading = (route: Route): boolean => /[?&]_rsc=/.test(route.request().url());

/** A slow line: what is held reaches the server only once the returned function is called. */
async function holdBack(page: Page, held: (route: Route) => boolean): Promise<() => Promise<void>> {
  let arrive = (): void => undefined;
  const wait = new Promise<void>((go) => (arrive = go));
  const hold = async (route: Route): Promise<void> => {
    if (held(route)) await wait;
    await route.fallback();
  };
  await page.route("**/*", hold);
  return async () => {
    arrive();
    await page.unroute("**/*", hold);
  };
}

test("one's own edits that are still on their way are not overtaken by one's own proof, and nobody is said to have been first", async ({ open }) => {
  const launch = await newLaunch();
  const page = await open(launch.manager);
  await page.goto(`${launch.path}/checklist`);
  await live(page);
  // The line is slow: the first edit reaches the server only after everything else was typed.
  const typed = await holdBack(page, isPost);

  await row(page, items.deleted).getByRole("link", { name: items.deleted }).click();
  const item = panel(page, items.deleted);
  await item.getByLabel("Owner").selectOption({ label: launch.manager.name });
  await item.getByLabel("Due").fill("2031-05-05");
  await item.getByRole("button", { name: "Add proof" }).click();
  await item.getByLabel("Address").fill("https://wiki.example.com/retention");
  await item.getByRole("button", { name: "Add", exact: true }).click();
  await expect(row(page, items.deleted)).toContainText("due 5 May 2031");
  await typed();

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
  const arrive = await holdBack(page, isReading);
  const answered = page.waitForResponse((answer) => answer.request().method() === "POST");

  await mine.getByRole("button", { name: "Withdraw", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Withdraw this position" });
  await dialog.getByLabel("Reason").fill("the spare key is missing");
  await dialog.getByRole("button", { name: "Withdraw", exact: true }).click();
  await answered;
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  expect(await dialog.count()).toBe(1);
  expect(await mine.textContent()).not.toContain("Has not said.");
  await arrive();
  await expect(dialog).toHaveCount(0);
  expect(await mine.textContent()).toContain("Has not said.");
  await choose(mine, "Go");
  await sign(mine);
  await expect(mine).not.toContainText("Has not said.");
});

test("what is asked about an item right after one's own edits of it is not refused for them", async ({ open }) => {
  const launch = await newLaunch();
  const page = await open(launch.manager);
  const item = await openItem(page, launch, items.second);
  await live(page);
  const typed = await holdBack(page, isPost);
  await item.getByRole("button", { name: "In progress" }).click();
  await item.getByRole("button", { name: "Ask to go without it" }).click();
  const form = page.getByRole("dialog", { name: "Ask to go without it" });
  await form.getByLabel("Reason").fill("the second place is flooded");
  await form.getByLabel("Instead").fill("copies on the ferry");
  await form.getByRole("button", { name: "Ask", exact: true }).click();
  await typed();
  await expect(item.getByRole("region", { name: "Waiver" })).toContainText("copies on the ferry");
  await expect(form).toBeHidden();

  const again = await holdBack(page, isPost);
  await item.getByRole("button", { name: "To do" }).click();
  await item.getByRole("button", { name: "Make advisory" }).click();
  const ruling = page.getByRole("dialog", { name: "Make advisory" });
  await ruling.getByLabel("Reason").fill("the harbour office does it");
  await ruling.getByRole("button", { name: "Save" }).click();
  await again();
  await expect(item.getByText("Advisory: it never stops the launch")).toBeVisible();
  await expect(ruling).toBeHidden();
});

test("a question answered otherwise on second thought, before the page was read again, is answered as was said last", async ({ open }) => {
  const launch = await newLaunch(undefined, "quay");
  const page = await open(launch.manager);
  const item = await openItem(page, launch, "Nodes are patched (if using K8s)");
  await live(page);
  const read = await holdBack(page, isReading);
  const answer = async (said: "Yes" | "No"): Promise<void> => {
    const answered = page.waitForResponse((one) => one.request().method() === "POST");
    await item.getByRole("button", { name: said, exact: true }).click();
    await answered;
  };
  await answer("Yes");
  await answer("No");
  await read();
  await expect(item.getByRole("button", { name: "No", exact: true })).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("alert").filter({ hasText: /\S/ })).toHaveCount(0);
});

test("a form for proof that was opened by key opens by itself only once", async ({ open }) => {
  const launch = await newLaunch();
  const page = await open(launch.manager);
  await page.goto(`${launch.path}/checklist`);
  await live(page);
  const link = row(page, items.restored).getByRole("link", { name: items.restored });
  await link.click();
  await expect(panel(page, items.restored).getByRole("button", { name: "Add proof" })).toBeVisible();
  await page.keyboard.press("e");
  await expect(panel(page, items.restored).getByLabel("Address")).toBeFocused();
  await panel(page, items.restored).getByRole("button", { name: "Cancel" }).click();
  await link.click();
  await page.keyboard.press("j");
  await expect(panel(page, items.second).getByRole("button", { name: "Add proof" })).toBeVisible();
  await page.keyboard.press("k");
  const back = panel(page, items.restored);
  await expect(back.getByRole("region", { name: /^Proof/ })).toBeVisible();
  await expect(back.getByRole("button", { name: "Add proof" })).toBeVisible();
  await expect(back.getByLabel("Address")).toHaveCount(0);
});
