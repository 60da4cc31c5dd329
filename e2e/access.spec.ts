import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Locator, Page } from "playwright/test";
import { choose, crewed, openItem, seat, sign } from "./decision";
import { readiness } from "./cli";
import { beacon, items, keyOf, newLaunch, type Launch } from "./launch";
import { somebody, type Person } from "./people";
import { awake, fullLaunch, placesOf } from "./pages";
import { row } from "./screen";
import { expect, live, test } from "./test";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What axe finds on the page as it stands, a line each. A page that reads itself again changes its head meanwhile and is without a
 * title for a moment: what was found counts only if the head stood still while axe looked.
 */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (tags) => {
    // axe puts itself on the window; its own types are not loaded into the page.
    const { axe: judge } = window as unknown as { axe: { run: (on: Document, options: object) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> } };
    let moved = false;
    const head = new MutationObserver(() => {
      moved = true;
    });
    head.observe(document.head, { childList: true, subtree: true, characterData: true });
    const until = performance.now() + 10_000;
    for (;;) {
      moved = false;
      const found = await judge.run(document, { runOnly: { type: "tag", values: tags } });
      if ((moved || document.title === "") && performance.now() < until) continue;
      head.disconnect();
      return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} | ${(failureSummary ?? "").replace(/\s+/g, " ").slice(0, 200)}`));
    }
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

/** What opens is accessible in both themes and does not scroll sideways at 320 px; Escape closes it. */
async function expectDialogFits(page: Page, opener: Locator, name: string): Promise<void> {
  await opener.click();
  const dialog = page.getByRole("dialog");
  await expect(dialog, name).toBeVisible();
  await dialog.locator("details").evaluateAll((all) => {
    for (const one of all) one.setAttribute("open", "");
  });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page), `${name}, ${colorScheme}`).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await dialog.evaluate((box) => box.scrollWidth - box.clientWidth), `${name} at 320 px`).toBe(0);
  await page.setViewportSize({ width: 1_360, height: 800 });
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
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

const names = ["sign-in", "set-up", "set-up with a link", "join", "join with a link", "new launch", "overview", "checklist", "edit the checklist", "item", "sign-off", "launch night", "import again", "what if", "what is new", "history", "report", "settings", "history at a moment", "history checked", "not found", "no such item"];
for (const name of names) {
  test(`${name} is accessible in both themes and fits a phone`, async ({ open, complaints }) => {
    complaints.forgive(/404 \(Not Found\)/);
    const place = (await placesOf(launch)).find((one) => one.name === name);
    if (!place) throw new Error(`There is no page called ${name}.`);
    const page = await open(place.by);
    await page.goto(place.path);
    await awake(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await page.locator("details").evaluateAll((all) => {
      for (const one of all) one.setAttribute("open", "");
    });
    await expectFit(page, name);
  });
}

test("no page is left out of the pages tried above", async () => {
  expect([...names].sort()).toEqual((await placesOf(launch)).map(({ name }) => name).sort());
});

test("the columns of a spreadsheet and what it becomes are accessible and fit a phone", async ({ open }) => {
  const page = await open(await somebody("Admin", { admin: true }));
  await page.goto("/launches/new");
  await awake(page);
  const sheet = "Task;Area;Status;Due\nBackups are tested;Platform;done;01/02/2031\nBackups are tested;People;Almost;\n";
  await page.getByLabel("Choose a file").setInputFiles({ name: "a-list-with-a-rather-long-name-that-has-to-break-somewhere.csv", mimeType: "text/csv", buffer: Buffer.from(sheet) });
  await expect(page.getByRole("heading", { name: "Which column is what" })).toBeVisible();
  await expectFit(page, "columns");
  await page.getByRole("button", { name: "Show what these rows become" }).click();
  await expect(page.getByRole("checkbox", { name: /^Backups are tested/ })).toBeVisible();
  await page.locator("details").evaluateAll((all) => {
    for (const one of all) one.setAttribute("open", "");
  });
  await expectFit(page, "what the rows become");
});

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

test("selecting several items and asking about them is accessible and fits a phone", async ({ open }) => {
  const page = await open(launch.manager);
  await page.setViewportSize({ width: 1_360, height: 800 });
  await page.goto(`${launch.path}/checklist`);
  await awake(page);
  await page.getByRole("button", { name: "Select", exact: true }).click();
  await page.getByRole("button", { name: "Select all of Backups" }).click();
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [1_360, 390, 320]) {
      await page.emulateMedia({ colorScheme });
      // High enough for the whole list: what scrolls under the bar comes out from under it.
      await page.setViewportSize({ width, height: 1_800 });
      expect(await violations(page), `a selection, ${colorScheme}, ${width} px`).toEqual([]);
      expect(await tooWide(page), `a selection at ${width} px`).toEqual([]);
    }
  }
  await page.setViewportSize({ width: 1_360, height: 800 });
  await expectDialogFits(page, page.getByRole("button", { name: "Required or advisory…" }), "required or advisory");
});

test("erasing a text is accessible, while choosing and while looking at what it takes", async ({ open }) => {
  const page = await open(await somebody("Admin", { admin: true }));
  await page.setViewportSize({ width: 1_360, height: 800 });
  await page.goto(`${launch.path}/history`);
  await awake(page);
  const opener = page.getByRole("listitem").filter({ hasText: "the second site has no power" }).getByRole("button", { name: /^Erase a text/ });
  await expectDialogFits(page, opener, "choosing a text");
  await opener.click();
  await page.getByRole("dialog").getByRole("button", { name: /^Item: the second site/ }).click();
  await expect(page.getByRole("dialog")).toContainText("What stays");
  await expectFit(page, "what erasing takes");
  await page.goto(`${launch.path}/settings`);
  await expectDialogFits(page, page.getByRole("button", { name: /^Erase the name of Lead/ }), "erasing a name");
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
  await live(page);
  await readiness("set", own.slug, await keyOf(own, items.written), "--work", "in-progress", "--as", own.manager.email);
  await expect(page.getByRole("button", { name: "I have seen it" })).toBeVisible();
  await expectFit(page, "signing a state that moved");
});

test("what is asked about an item is accessible: target, values, waiver, rules", async ({ open }) => {
  const own = await newLaunch(undefined, "buoy");
  const page = await open(own.manager);
  await page.setViewportSize({ width: 1_360, height: 800 });
  const item = await openItem(page, own, beacon.tested);
  const button = (name: string): Locator => item.getByRole("button", { name, exact: true });
  for (const name of ["Set a target", "Ask to go without it", "Make advisory", "Change the proof rule", "Never waive"]) {
    await expectDialogFits(page, item.getByRole("button", { name }), name);
  }
  await button("Set a target").click();
  await page.getByLabel("What is measured").fill("findings");
  await page.getByLabel("Limit").fill("3");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expectDialogFits(page, button("Enter values"), "Enter values");
  await button("Enter values").click();
  await page.getByText("Paste several").click();
  await page.getByLabel("One a line").fill("1\n2026-11-01 4\n2026-11-02 3\n2026-11-03 2");
  await page.getByRole("dialog").getByRole("button", { name: "Add", exact: true }).click();
  await expect(item.getByRole("region", { name: /^Measured/ }).getByRole("listitem")).toHaveCount(4);
  await expectFit(page, "a series against its limit");
});

test("poll, decision, minutes, delegate, conditions and phases are accessible", async ({ open }) => {
  const { launch: own, officer } = await crewed();
  const [page, security] = [await open(own.manager), await open(officer)];
  await security.goto(`${own.path}/sign-off`);
  const mine = seat(security, "Security Officer");
  await choose(mine, "Go with conditions", "one lamp is still on its way");
  await mine.getByLabel("What has to happen").fill("The spare lamp has arrived");
  await mine.getByLabel("Who sees to it").selectOption({ label: officer.name });
  await mine.getByLabel("Until (UTC)").fill("2099-01-01T09:00");
  await sign(mine);

  await page.setViewportSize({ width: 1_360, height: 800 });
  await page.goto(`${own.path}/sign-off`);
  await page.getByRole("button", { name: "Change the rule" }).click();
  await page.getByLabel("Rule").selectOption({ label: "A number of seats has to say go" });
  await expectFit(page, "the poll's rule");
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.setViewportSize({ width: 1_360, height: 800 });
  await expectDialogFits(page, seat(page, "Security Officer").getByRole("button", { name: "Name a delegate" }), "delegate");
  await page.getByRole("button", { name: "Open the poll" }).click();
  await expect(page.getByRole("region", { name: "Go or no-go" })).toContainText("opened by");
  await page.getByRole("button", { name: "Record the decision" }).click();
  await page.getByRole("radio", { name: "Go", exact: true }).check();
  await expectFit(page, "a decision against the verdict");
  await page.getByLabel("Reason", { exact: true }).fill("the ships cannot wait");
  await page.getByRole("button", { name: "Record: Go" }).click();
  await expect(page.getByRole("heading", { name: "Minutes of the decision" })).toBeVisible();
  await expectFit(page, "sign-off with a decision");
  await page.setViewportSize({ width: 1_360, height: 800 });
  await expectDialogFits(page, page.getByRole("button", { name: "Record the launch" }), "record the launch");
  for (const [name, path] of [["minutes", "/sign-off/minutes"], ["night with a decision", "/night"], ["overview with a decision", ""], ["report with a decision", "/report"]] as const) {
    await page.goto(`${own.path}${path}`);
    await awake(page);
    await expectFit(page, name);
  }
});
