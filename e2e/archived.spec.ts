import type { Page } from "playwright/test";
import { addNote, askToGoWithout, choose, crewed, openItem, seat, sign, typeCondition } from "./decision";
import { ask } from "./database";
import { assemble, bothSayGo, decideGo, move, phases } from "./go-no-go";
import { awake } from "./pages";
import { unfold } from "./screen";
import { beacon, holdSeat, keyOf } from "./launch";
import { expect, live, test } from "./test";

/** Every visible control of a page's content by its name, without those that only narrow, sort or print what is read. */
async function controls(page: Page): Promise<string[]> {
  const main = page.getByRole("main");
  await unfold(main);
  const named = await main.locator("button:visible, input:visible, select:visible, textarea:visible").evaluateAll((all) => all.map((one) => {
    const label = one.getAttribute("aria-label") ?? (one instanceof HTMLInputElement || one instanceof HTMLSelectElement || one instanceof HTMLTextAreaElement ? [...(one.labels ?? [])].map(({ textContent }) => textContent.trim()).join(" ") : one.textContent.trim());
    return label.replace(/\s+/g, " ");
  }));
  return [...new Set(named)].filter((name) => !reading.some((one) => one.test(name))).sort();
}

/** What changes nothing of a launch: it is there for whoever only reads as well. */
const reading = [
  /^Search the checklist$/, /^(All|In the way|Mine|Blocked|Undecided|Without proof) ?\d*$/, /^When$/, /^Section$/, /^Show( all)?$/, /^As it stood at /, /^Compared with$/, /^Look back$/,
  /^(What happened|Who|Item)$/, /^Print or save as PDF$/,
];

/** What a manager may still do with an archived launch, page by page; everything else would be refused, and is not shown. */
const left: Record<string, RegExp[]> = {
  "": [], "/checklist": [], "/checklist/edit": [], "/import": [], "/night": [], "/history": [], "/report": [], "/sign-off": [/^Back to preparing$/, /^I have seen these$/],
  "/settings": [/^Role$/, /^Role of /, /^Remove /, /^Only for this e-mail$/, /^Make a link$/, /^It works for$/, /^Make an address$/],
};

test("an archived launch shows its manager no control that would be refused, and says how it is brought back", async ({ open }) => {
  const { launch, engineer } = await crewed({ done: [beacon.rotated] });
  await holdSeat(launch, "Security Officer", launch.manager);
  const page = await open(launch.manager);
  await page.goto(`${launch.path}/sign-off`);
  await live(page);
  const mine = seat(page, "Security Officer");
  await choose(mine, "Go with conditions", "one lamp is on its way");
  await typeCondition(mine, "The lamp has arrived", launch.manager);
  await sign(mine);
  await expect(mine.getByRole("button", { name: "Withdraw" })).toBeVisible();
  const asker = await openItem(await open(engineer), launch, beacon.tested);
  await addNote(asker, "Report of November");
  await askToGoWithout(asker, "the testers are ill", "the doors are watched");
  const own = await openItem(await open(launch.manager), launch, beacon.tested);
  await expect(own.getByRole("button", { name: "Approve", exact: true })).toBeVisible();
  await expect(own.getByRole("button", { name: /^Withdraw/ })).toBeVisible();
  await expect(mine.getByRole("button", { name: /^Confirm again/ })).toBeVisible();
  const before = await controls(page);
  expect(before.length).toBeGreaterThan(8);

  await move(page, "Archive");
  await expect(phases(page)).toContainText("Archived since");
  const pages = { ...left, [`/items/${await keyOf(launch, beacon.tested)}`]: [] };
  for (const [path, allowed] of Object.entries(pages)) {
    await page.goto(`${launch.path}${path}`);
    await awake(page);
    await expect(page.getByRole("note").filter({ hasText: "This launch is archived: it is shown as it was left." })).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    if (path.startsWith("/items/")) await expect(page.getByRole("heading", { name: "History", exact: true })).toBeVisible();
    expect((await controls(page)).filter((name) => !allowed.some((one) => one.test(name))), `controls of ${path || "the overview"}`).toEqual([]);
    expect(await page.getByRole("main").getByRole("link", { name: /^(Set the date|Edit structure|Import again|Record the launch)/ }).count(), `links of ${path}`).toBe(0);
  }

  await test.step("the item beside the list offers nothing either, nor do its keys", async () => {
    await page.setViewportSize({ width: 1_360, height: 900 });
    await page.goto(`${launch.path}/checklist`);
    await awake(page);
    await page.getByRole("link", { name: beacon.rotated, exact: true }).click();
    const item = page.getByRole("article", { name: beacon.rotated });
    await expect(item.getByRole("heading", { name: "History", exact: true })).toBeVisible();
    for (const key of ["x", "b", "n", "a", "d", "e"]) await page.keyboard.press(key);
    await expect(page.getByRole("dialog")).toHaveCount(0);
    expect(await controls(page)).toEqual([]);
    const [row] = await ask<{ kind: string }>("select kind from events e join launches l on l.id = e.launch_id where l.slug = $1 order by seq desc limit 1", [launch.slug]);
    expect(row?.kind).toBe("launch.phase");
  });

  await test.step("what is left does work: it is brought back, and everything is there again", async () => {
    await page.getByRole("note").getByRole("link", { name: "Bring it back" }).click();
    await expect(page).toHaveURL(/\/sign-off#phase$/);
    await move(page, "Back to preparing");
    await expect(phases(page)).toContainText("Preparing since");
    await expect(page.getByRole("note").filter({ hasText: "archived" })).toHaveCount(0);
    await expect(mine.getByRole("button", { name: /^Confirm again/ })).toBeVisible();
    expect(await controls(page)).toEqual(before);
  });
});

test("a launch that went live, was closed and archived comes back closed, with its verdict as it was", async ({ open }) => {
  const assembled = await assemble(open);
  const { manager, security, reader } = assembled;
  await bothSayGo(assembled);
  await decideGo(manager);
  await move(manager, "Record the launch");
  await expect(phases(security)).toContainText("Launched since");

  await test.step("nobody is asked to sign for what has happened", async () => {
    await expect(seat(security, "Security Officer").getByRole("button", { name: /position|Withdraw|Confirm/ })).toHaveCount(0);
  });

  await move(manager, "Close the launch");
  await expect(phases(manager)).toContainText("Closed since");
  await move(manager, "Archive");
  await expect(reader.getByRole("note").filter({ hasText: "archived" })).toBeVisible();
  await expect(reader.getByRole("note").getByRole("link")).toHaveCount(0);
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Go");
  await expect(phases(manager).getByRole("button")).toHaveText(["Back to closed"]);
  await move(manager, "Back to closed");
  await expect(phases(manager)).toContainText("Closed since");
  await expect(reader.getByRole("note").filter({ hasText: "archived" })).toHaveCount(0);
  await expect(reader.getByRole("main")).toContainText("the verdict is kept as it was then.");
});
