import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright/test";
import { items, newLaunch, type Launch } from "./launch";
import { somebody, type Person } from "./people";
import { awake, fullLaunch, placesOf } from "./pages";
import { row } from "./screen";
import { expect, test } from "./test";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds on the page as it stands, a line each. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (tags) => {
    // axe puts itself on the window; its own types are not loaded into the page.
    const { axe: judge } = window as unknown as { axe: { run: (on: Document, options: object) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> } };
    const found = await judge.run(document, { runOnly: { type: "tag", values: tags } });
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} | ${(failureSummary ?? "").replace(/\s+/g, " ").slice(0, 200)}`));
  }, standards);
}

/** What makes the page scroll sideways: nothing, or the elements that reach too far. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const far = [...document.querySelectorAll("main *")].filter((one) => one.getBoundingClientRect().right > clientWidth + 0.5);
    return [`${scrollWidth - clientWidth} px too wide`, ...far.slice(-3).map((one) => one.outerHTML.slice(0, 200))];
  });
}

/** The page in both themes, wide and at 390 px, and without sideways scrolling down to 320 px. */
async function expectFit(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [1_360, 390]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      expect(await violations(page), `${name}, ${colorScheme}, ${width} px`).toEqual([]);
    }
  }
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await tooWide(page), `${name} at 320 px`).toEqual([]);
}

let launch: Launch;
let outsider: Person;
test.beforeAll(async () => {
  launch = await fullLaunch();
  outsider = await somebody("Newcomer");
});

const names = ["sign-in", "set-up", "set-up with a link", "join", "join with a link", "overview", "checklist", "item", "sign-off", "history", "report", "settings", "not found", "no such item"];
for (const name of names) {
  test(`${name} is accessible in both themes and fits a phone`, async ({ open, complaints }) => {
    complaints.forgive(/404 \(Not Found\)/);
    const place = (await placesOf(launch)).find((one) => one.name === name);
    if (!place) throw new Error(`There is no page called ${name}.`);
    const page = await open(place.signedIn ? launch.manager : null);
    await page.goto(place.path);
    await awake(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await page.locator("details").evaluateAll((all) => {
      for (const one of all) one.setAttribute("open", "");
    });
    await expectFit(page, name);
  });
}

test("the list of launches is accessible with none and with several, and fits a phone", async ({ open }) => {
  const none = await open(outsider);
  await none.goto("/");
  await expect(none.getByRole("heading", { name: "No launch to see yet" })).toBeVisible();
  await expectFit(none, "no launch");
  await newLaunch(launch.manager);
  const several = await open(launch.manager);
  await several.goto("/");
  await expect(several.getByRole("heading", { name: "Launches", exact: true })).toBeVisible();
  await expectFit(several, "launches");
});

test("the panel beside the list, its forms and every dialog are accessible", async ({ open }) => {
  const page = await open(launch.manager);
  await page.setViewportSize({ width: 1_360, height: 800 });
  await page.goto(`${launch.path}/checklist`);
  await awake(page);
  await row(page, items.admins).getByRole("link", { name: items.admins }).click();
  await page.getByRole("article", { name: items.admins }).getByRole("button", { name: "Add proof" }).click();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page), `panel with a form, ${colorScheme}`).toEqual([]);
  }
  await page.getByRole("article", { name: items.admins }).getByRole("button", { name: "Cancel" }).click();
  for (const key of ["b", "n", "a", "d", "?"]) {
    await row(page, items.admins).getByRole("link", { name: items.admins }).focus();
    await page.keyboard.press(key);
    const dialog = page.getByRole("dialog");
    await expect(dialog).toBeVisible();
    expect(await violations(page), `dialog of ${key}`).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await dialog.evaluate((box) => box.scrollWidth - box.clientWidth), `dialog of ${key} at 320 px`).toBe(0);
    await page.setViewportSize({ width: 1_360, height: 800 });
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
  }
});

test("asking whether to remove somebody is accessible", async ({ open }) => {
  const page = await open(launch.manager);
  await page.goto(`${launch.path}/settings`);
  await page.getByRole("button", { name: /^Remove Lead/ }).click();
  await expect(page.getByRole("dialog", { name: /^Really remove Lead/ })).toBeVisible();
  await expectFit(page, "removing somebody");
});

test("a chosen theme is kept, whatever the system says", async ({ open }) => {
  const page = await open(launch.manager, { colorScheme: "light" });
  await page.goto(launch.path);
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.getByRole("combobox", { name: "Theme" }).first().selectOption("Dark");
  await expect.poll(paper).not.toBe(light);
  const dark = await paper();
  await page.reload();
  expect(await paper()).toBe(dark);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("combobox", { name: "Theme" }).first().selectOption("As the system");
  await expect.poll(paper).toBe(light);
});

test("the form for a signature is accessible", async ({ open }) => {
  const own = await newLaunch();
  const page = await open(own.manager);
  await page.goto(`${own.path}/sign-off`);
  await page.getByLabel("Holder of Lead Developer").selectOption({ label: own.manager.name });
  await page.getByRole("button", { name: "Take a position" }).click();
  await page.getByRole("radio", { name: "Go with conditions" }).check();
  await expectFit(page, "signing");
});
