import type { Page } from "playwright/test";
import { items, markDone, newLaunch, newMember } from "./launch";
import { number } from "./screen";
import { expect, live, test } from "./test";

/** Writes down, from now on, every title that this document has for a moment. */
async function watchTitle(page: Page): Promise<() => Promise<string[]>> {
  const seen = await page.evaluateHandle(() => {
    const titles = [document.title];
    new MutationObserver(() => titles.push(document.title)).observe(document, { subtree: true, childList: true, characterData: true });
    return titles;
  });
  return async () => [...new Set(await seen.evaluate((titles) => titles))];
}

test("a page's title stands in the head of the first answer", async ({ open }) => {
  const launch = await newLaunch();
  const page = await open(launch.manager);
  for (const [path, title] of [["", `No-go · ${launch.name}`], ["/checklist", `Checklist · ${launch.name}`], ["/settings", `Settings · ${launch.name}`]] as const) {
    const text = await (await page.request.get(launch.path + path)).text();
    expect(text.slice(0, text.indexOf("</head>"))).toContain(`<title>${title}`);
  }
});

test("a page that reads itself again never loses its title, after one's own change and after another's", async ({ open }) => {
  const launch = await newLaunch();
  const viewer = await newMember(launch, "viewer", "Stakeholder");
  const [settings, overview] = [await open(launch.manager), await open(viewer)];
  await Promise.all([settings.goto(`${launch.path}/settings`), overview.goto(launch.path)]);
  await Promise.all([live(settings), live(overview)]);
  const titles = [await watchTitle(settings), await watchTitle(overview)];
  await markDone(launch, [items.restored]);
  await expect(number(overview, "Claimed")).toHaveText("1 of 7 · 14 %");
  await settings.getByLabel("Go-live", { exact: true }).fill("2031-06-02T09:00");
  await settings.getByRole("button", { name: "Save", exact: true }).first().click();
  await expect(overview.getByText(/2 Jun 2031/).first()).toBeVisible();
  await expect(settings.getByText("Saved.", { exact: true })).toBeVisible();
  expect(await titles[0]?.()).toEqual([await settings.title()]);
  expect(await titles[1]?.()).toEqual([await overview.title()]);
  expect(await settings.title()).toContain(launch.name);
});
