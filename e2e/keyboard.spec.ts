import type { Page } from "playwright/test";
import { items, newLaunch } from "./launch";
import { panel, row } from "./screen";
import { expect, live, test } from "./test";

const link = (page: Page, text: string) => row(page, text).getByRole("link", { name: text, exact: true });
const focusIsSomewhere = (page: Page) => expect.poll(() => page.evaluate(() => document.activeElement !== document.body && document.activeElement !== null), { message: "the focus is lost" }).toBe(true);

test("the whole list can be worked by keyboard, and the focus is never lost", async ({ open }) => {
  const launch = await newLaunch();
  const page = await open(launch.manager);
  await page.goto(`${launch.path}/checklist`);
  await live(page);
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };

  await test.step("j and k move", async () => {
    await press("j");
    await expect(link(page, items.restored)).toBeFocused();
    await press("j", "j");
    await expect(link(page, items.written)).toBeFocused();
    await press("k", "k", "k");
    await expect(link(page, items.restored)).toBeFocused();
    await expect(panel(page, items.restored)).toBeVisible();
    await press("ArrowDown");
    await expect(link(page, items.second)).toBeFocused();
    await press("ArrowUp");
  });

  await test.step("x marks done, z takes it back", async () => {
    await press("x");
    await expect(row(page, items.restored).getByRole("img", { name: "Done, no proof" })).toBeVisible();
    await press("z");
    await expect(row(page, items.restored).getByRole("img", { name: "To do" })).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: `Taken back: ${items.restored}` })).toHaveCount(1);
    await expect(link(page, items.restored)).toBeFocused();
    await press("p");
    await expect(row(page, items.restored).getByRole("img", { name: "In progress" })).toBeVisible();
  });

  await test.step("b asks why, and gives the focus back", async () => {
    await press("j", "b");
    await expect(page.getByRole("dialog", { name: "What blocks it?" }).getByLabel("Reason")).toBeFocused();
    await page.keyboard.type("jxkz needs a key");
    await press("Control+Enter");
    await expect(row(page, items.second)).toContainText("blocked: jxkz needs a key");
    await expect(link(page, items.second)).toBeFocused();
    await press("b", "Escape");
    await expect(link(page, items.second)).toBeFocused();
  });

  await test.step("n asks why, and again takes it back in", async () => {
    await press("j", "n");
    await expect(page.getByRole("dialog", { name: "Why does it not apply?" }).getByLabel("Reason")).toBeFocused();
    await page.keyboard.type("nothing to write down");
    await press("Control+Enter");
    await expect(row(page, items.written)).toContainText("not applicable: nothing to write down");
    await expect(link(page, items.written)).toBeFocused();
    await press("n");
    await expect(row(page, items.written).getByRole("img", { name: "To do" })).toBeVisible();
    await expect(link(page, items.written)).toBeFocused();
  });

  await test.step("a assigns, d dates", async () => {
    await press("j", "a");
    await expect(page.getByRole("dialog", { name: "Who has it?" }).getByLabel("Owner")).toBeFocused();
    await press("Tab", "Tab", "Enter");
    await expect(row(page, items.deleted)).toContainText(`Owner: ${launch.manager.name}`);
    await expect(link(page, items.deleted)).toBeFocused();
    await press("d");
    await expect(page.getByRole("dialog", { name: "Due by" }).getByLabel("Day")).toBeFocused();
    // The same day, whether this browser asks for the day or for the month first.
    await page.keyboard.type("05052031");
    await press("Enter");
    await expect(row(page, items.deleted)).toContainText("due 5 May 2031");
    await expect(link(page, items.deleted)).toBeFocused();
  });

  await test.step("e adds proof beside the list", async () => {
    await press("e");
    const at = panel(page, items.deleted);
    await expect(at.getByLabel("Address")).toBeFocused();
    await page.keyboard.type("https://wiki.example.com/retention");
    await press("Enter");
    await expect(at.getByRole("link", { name: "https://wiki.example.com/retention" })).toBeVisible();
    // The proof may be seen a moment before its form has its answer; until then keys are the form's.
    await expect(at.getByLabel("Address")).toHaveCount(0);
    await focusIsSomewhere(page);
  });

  await test.step("/ searches, Enter leads on, ? tells all keys", async () => {
    await press("/");
    await expect(page.getByRole("searchbox")).toBeFocused();
    await page.keyboard.type("accounts");
    await expect(page.getByText("2 of 8 items")).toBeVisible();
    await expect(row(page, items.restored)).toHaveCount(0);
    await press("Escape");
    await focusIsSomewhere(page);
    await page.getByRole("searchbox").fill("");
    await page.getByRole("searchbox").blur();
    await press("?");
    await expect(page.getByRole("dialog", { name: "Keys of the checklist" })).toBeVisible();
    await press("x");
    await press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(row(page, items.restored)).toBeVisible();
    await press("j");
    // Enter belongs to what has the focus: the row that j moved to.
    await expect(page.locator("[data-row] a:focus")).toHaveCount(1);
    await press("Enter");
    await expect(page).toHaveURL(/\/items\//);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });

  await test.step("nothing but the intended was changed", async () => {
    await page.goto(`${launch.path}/checklist`);
    await expect(row(page, items.admins).getByRole("img", { name: "To do" })).toBeVisible();
    await expect(row(page, items.phone).getByRole("img", { name: "To do" })).toBeVisible();
  });
});

test("single letters can be turned off for those they get in the way of", async ({ open }) => {
  const launch = await newLaunch();
  const page = await open(launch.manager);
  await page.goto(`${launch.path}/checklist`);
  await live(page);
  await page.keyboard.press("?");
  await page.getByRole("checkbox", { name: /Use single keys here/ }).press("Space");
  await page.keyboard.press("Escape");
  await link(page, items.restored).focus();
  await page.keyboard.press("x");
  await page.keyboard.press("ArrowDown");
  await expect(link(page, items.second)).toBeFocused();
  await page.reload();
  await expect(row(page, items.restored).getByRole("img", { name: "To do" })).toBeVisible();
});

test("what is asked right after Escape opens and stays: the end of the last dialog does not close the next", async ({ open }) => {
  const launch = await newLaunch();
  const page = await open(launch.manager);
  await page.goto(`${launch.path}/checklist`);
  await live(page);
  await page.keyboard.press("j");
  const [blocking, leaving] = [page.getByRole("dialog", { name: "What blocks it?" }), page.getByRole("dialog", { name: "Why does it not apply?" })];
  for (let time = 0; time < 10; time += 1) {
    await page.keyboard.press("b");
    await expect(blocking.getByLabel("Reason")).toBeFocused();
    // As fast as a hand that knows its way: the second before the page has said anything of the first.
    await Promise.all([page.keyboard.press("Escape"), page.keyboard.press("n")]);
    await expect(leaving.getByLabel("Reason")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(leaving).toHaveCount(0);
  }
});
