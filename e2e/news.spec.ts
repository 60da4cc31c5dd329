import type { Page } from "playwright/test";
import { choose, crewed, seat, sign } from "./decision";
import { ask } from "./database";
import { beacon, keyOf, type Launch } from "./launch";
import { readiness } from "./cli";
import { password, somebody } from "./people";
import { expect, live, removedWhileOpen, test } from "./test";

const news = (page: Page) => page.getByRole("region", { name: "What changed since you last looked" });
const done = (page: Page, name: string) => news(page).getByRole("button", { name });

/** Somebody else's change of an item, from the command line. */
async function change({ slug, manager, ...launch }: Launch, text: string, ...how: string[]): Promise<void> {
  await readiness("set", slug, await keyOf({ ...launch, slug }, text), ...how, "--as", manager.email);
}

test("what others changed since one last looked stays listed until one says so, whatever is read again, and can be brought back", async ({ open }) => {
  const { launch, officer } = await crewed();
  const signOff = `${launch.path}/sign-off`;
  const page = await open(officer);
  const overview = await open(officer);

  await test.step("the first time there is nothing to compare with", async () => {
    await Promise.all([page.goto(signOff), overview.goto(launch.path)]);
    await expect(news(page)).toContainText("You have not looked here before, so there is nothing to compare with yet.");
    await expect(overview.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(overview.getByText("since you last looked")).toHaveCount(0);
    await Promise.all([live(page), live(overview)]);
    await done(page, "Remember what I see now").click();
    await expect(news(page)).toContainText("Nothing has changed since you last looked, just now.");
  });

  await test.step("what somebody else changes is listed with who did it, under its section, with a way to the item", async () => {
    await change(launch, beacon.rotated, "--work", "blocked", "--reason", "the safe is locked");
    await change(launch, beacon.read, "--work", "todo");
    await expect(news(page)).toContainText("2 changes by others. You last looked");
    const line = news(page).getByRole("listitem").filter({ hasText: beacon.rotated });
    await expect(line).toContainText(`${launch.manager.name} set ${beacon.rotated} to Blocked: the safe is locked`);
    await expect(line.getByRole("link", { name: beacon.rotated })).toHaveAttribute("href", `${launch.path}/items/${await keyOf(launch, beacon.rotated)}`);
    await expect(overview.getByText("2 changes since you last looked")).toBeVisible();
  });

  await test.step("reading it again, or in the background, loses nothing", async () => {
    for (let again = 0; again < 2; again += 1) {
      await page.reload();
      await expect(news(page)).toContainText("2 changes by others. You last looked");
    }
    const background = await page.context().newPage();
    await background.goto(signOff);
    await expect(news(background)).toContainText("2 changes by others");
    await background.close();
    await change(launch, beacon.tested, "--work", "in-progress");
    await expect(news(page)).toContainText("3 changes by others. You last looked");
    await expect(news(page).getByRole("listitem")).toHaveCount(3);
  });

  await test.step("the overview shows the same list when asked, and says so in both places at once", async () => {
    await overview.reload();
    await overview.getByRole("link", { name: "show", exact: true }).click();
    await expect(news(overview).getByRole("listitem")).toHaveCount(3);
    await live(overview);
    await done(overview, "I have seen these").click();
    await expect(news(overview)).toContainText("Nothing has changed since you last looked");
    await page.reload();
    await expect(news(page)).toContainText("Nothing has changed since you last looked");
  });

  await test.step("a slip is taken back", async () => {
    await done(overview, "Show them again").click();
    await expect(news(overview).getByRole("listitem")).toHaveCount(3);
    await page.reload();
    await expect(news(page).getByRole("listitem")).toHaveCount(3);
  });

  await test.step("signing says that they were seen; one's own signature is no news", async () => {
    await live(page);
    await choose(seat(page, "Security Officer"), "No-go", "the keys lie open");
    await sign(seat(page, "Security Officer"));
    await expect(news(page)).toContainText("Nothing has changed since you last looked");
  });
});

test("what was new to somebody who is erased or leaves is kept nowhere", async ({ open, complaints }) => {
  complaints.forgive(...removedWhileOpen);
  const { launch, officer, viewer } = await crewed();
  for (const one of [officer, viewer]) {
    const page = await open(one);
    await page.goto(`${launch.path}/sign-off`);
    await live(page);
    await done(page, "Remember what I see now").click();
    await expect(news(page)).toContainText("Nothing has changed");
  }
  const kept = async (): Promise<string[]> => (await ask<{ id: string }>("select user_id as id from bookmarks where user_id = any($1)", [[officer.id, viewer.id]])).map(({ id }) => id);
  expect((await kept()).sort()).toEqual([officer.id, viewer.id].sort());
  const page = await open(await somebody("Admin", { admin: true }));
  await page.goto(`${launch.path}/settings`);
  await page.getByRole("button", { name: `Erase the name of ${officer.name}` }).click();
  const erasing = page.getByRole("dialog", { name: `Erase ${officer.name} for good` });
  await erasing.getByLabel("Your password", { exact: true }).fill(password);
  await erasing.getByRole("button", { name: "Erase for good" }).click();
  await expect(erasing).toHaveCount(0);
  expect(await kept()).toEqual([viewer.id]);
  await page.getByRole("button", { name: `Remove ${viewer.name}` }).click();
  const removing = page.getByRole("dialog", { name: `Really remove ${viewer.name}` });
  await removing.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(removing).toHaveCount(0);
  await expect.poll(kept).toEqual([]);
});
