import type { Page } from "playwright/test";
import { openItem } from "./decision";
import { beacon, newLaunch, newMember } from "./launch";
import { expect, test } from "./test";

async function setDate(page: Page, path: string, zone: string, goLive: string): Promise<void> {
  await page.goto(`${path}/settings`);
  await page.getByRole("combobox", { name: "Time zone" }).fill(zone);
  await page.getByLabel("Go-live", { exact: true }).fill(goLive);
  await page.getByRole("button", { name: "Save", exact: true }).first().click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
}

test("with a date windows are dates, which move with it and keep the local time when the clocks change", async ({ open }) => {
  const launch = await newLaunch(undefined, "beacon");
  const [manager, reader] = [await open(launch.manager), await open(await newMember(launch, "viewer", "Stakeholder"))];
  const board = (name: string) => reader.getByRole("region", { name, exact: true });
  await reader.goto(`${launch.path}/night`);
  await expect(board("First 24 hours")).not.toContainText(" to ");

  for (const [goLive, day, from, to] of [
    ["2031-02-05T10:00", "5 Feb 2031", "Wed 5 Feb 2031, 10:00 CET", "Thu 6 Feb 2031, 10:00 CET"],
    ["2031-04-02T10:00", "2 Apr 2031", "Wed 2 Apr 2031, 10:00 CEST", "Thu 3 Apr 2031, 10:00 CEST"],
  ] as const) {
    await setDate(manager, launch.path, "Europe/Madrid", goLive);
    await reader.goto(`${launch.path}/night`);
    await expect(board("Launch day")).toContainText(day);
    await expect(board("First 24 hours")).toContainText(`${from} to ${to}`);
    await reader.goto(`${launch.path}/checklist`);
    await expect(reader.getByRole("region", { name: "First 24 hours" })).toContainText(`${from} to ${to}`);
    await expect(await openItem(reader, launch, beacon.watched)).toContainText(`${from} to ${to}`);
  }
});

test("a waiver that ends before go-live says that it does not help, to whoever approves it too", async ({ open }) => {
  const launch = await newLaunch(undefined, "beacon");
  const second = await newMember(launch, "manager", "Second manager");
  const [asker, approver] = [await open(launch.manager), await open(second)];
  await setDate(asker, launch.path, "UTC", "2031-02-05T10:00");
  const item = await openItem(asker, launch, beacon.tested);
  await item.getByRole("button", { name: "Ask to go without it" }).click();
  const form = asker.getByRole("dialog", { name: "Ask to go without it" });
  await form.getByLabel("Reason").fill("the testers are ill");
  await form.getByLabel("Instead").fill("the doors are watched");
  await form.getByLabel("Ends on").fill("2031-02-04");
  await form.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(item.getByRole("region", { name: "Waiver" })).toContainText("Ends before go-live, so the item still stands in the way.");
  const theirs = await openItem(approver, launch, beacon.tested);
  await theirs.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(approver.getByRole("dialog", { name: "Approve this waiver" })).toContainText("only one that lasts longer takes it out");
});

test("what does not count before launch is not asked to be waived", async ({ open }) => {
  const launch = await newLaunch(undefined, "beacon");
  const page = await open(launch.manager);
  await expect((await openItem(page, launch, beacon.tested)).getByRole("button", { name: "Ask to go without it" })).toBeVisible();
  await expect((await openItem(page, launch, beacon.watched)).getByRole("button", { name: "Ask to go without it" })).toHaveCount(0);
});
