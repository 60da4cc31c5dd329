import { expectDialogFits, expectFit, tooWide, violations } from "./accessible";
import { items, newLaunch, type Launch } from "./launch";
import { somebody, type Person } from "./people";
import { awake, fullLaunch, placesOf } from "./pages";
import { row, unfold } from "./screen";
import { expect, test } from "./test";

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
    await unfold(page);
    await expectFit(page, name);
  });
}

test("no page is left out of the pages tried above", async () => {
  expect([...names].sort()).toEqual((await placesOf(launch)).map(({ name }) => name).sort());
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
