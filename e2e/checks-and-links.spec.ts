import type { Locator } from "playwright/test";
import { addNote, openItem } from "./decision";
import { beacon, markDone, newLaunch, newMember } from "./launch";
import { row } from "./screen";
import { expect, live, test } from "./test";

async function check(item: Locator, outcome: "passed" | "failed", source: string): Promise<void> {
  await item.getByRole("button", { name: "Add proof" }).click();
  await item.getByRole("radio", { name: "A check" }).check();
  await item.getByLabel("What was checked").fill("Penetration test");
  await item.getByRole("radio", { name: outcome }).check();
  await item.getByLabel("Source").fill(source);
  await item.getByRole("button", { name: "Add", exact: true }).click();
}

test("two checks that contradict each other say so on the item, until a newer result of one settles it", async ({ open }) => {
  const launch = await newLaunch(undefined, "buoy");
  await markDone(launch, [beacon.tested]);
  const page = await open(await newMember(launch, "contributor", "Engineer"));
  const list = await open(launch.manager);
  await list.goto(`${launch.path}/checklist`);
  await live(list);
  const item = await openItem(page, launch, beacon.tested);
  const proof = item.getByRole("region", { name: /^Proof/ });
  await check(item, "passed", "in-house team");
  await expect(proof).toContainText("check · in-house team · passed");
  await expect(row(list, beacon.tested).getByRole("img", { name: "Verified" })).toBeVisible();
  await check(item, "failed", "outside firm");
  await expect(item).toContainText(/Contradicted\. It holds: in-house team: Penetration test, .+ It fails: outside firm: Penetration test/);
  await expect(row(list, beacon.tested).getByRole("img", { name: "Contradicted" })).toBeVisible();

  await test.step("only a manager withdraws a failing result", async () => {
    await proof.getByRole("listitem").filter({ hasText: "outside firm" }).getByRole("button", { name: "Withdraw Penetration test" }).click();
    const dialog = page.getByRole("dialog", { name: "Withdraw this proof" });
    await dialog.getByLabel("Reason").fill("it looks bad");
    await dialog.getByRole("button", { name: "Withdraw" }).click();
    await expect(dialog.getByRole("alert")).toContainText("Only a manager");
    await expect(dialog.getByLabel("Reason")).toHaveValue("it looks bad");
    await page.keyboard.press("Escape");
  });
  await check(item, "passed", "outside firm");
  await expect(item).not.toContainText("Contradicted.");
  await expect(proof.getByRole("listitem").filter({ hasText: "failed" })).toContainText("superseded");
  await expect(row(list, beacon.tested).getByRole("img", { name: "Verified" })).toBeVisible();
});

test("linked items share their proof and not their work, and that they disagree is shown", async ({ open, complaints }) => {
  complaints.forgive(/404 \(Not Found\)/);
  const launch = await newLaunch(undefined, "buoy");
  await markDone(launch, [beacon.tested]);
  const page = await open(launch.manager);
  const item = await openItem(page, launch, beacon.tested);
  const other = await page.context().newPage();
  const rotated = await openItem(other, launch, beacon.rotated);
  await item.getByRole("button", { name: "Link with another item" }).click();
  const dialog = page.getByRole("dialog", { name: "Link with another item" });
  await dialog.getByLabel("Its address or key").fill("no/such/item");
  await dialog.getByRole("button", { name: "Link", exact: true }).click();
  await expect(dialog.getByRole("alert")).toContainText("no such item");
  await dialog.getByLabel("Its address or key").fill(other.url());
  await dialog.getByRole("button", { name: "Link", exact: true }).click();
  const links = item.getByRole("region", { name: /^Linked items/ });
  await expect(links).toContainText("They disagree: this one is done, that one is to do.");
  await addNote(item, "Keys and doors were tested together");

  await openItem(other, launch, beacon.rotated);
  await expect(rotated.getByRole("region", { name: /^Proof/ })).toContainText("Keys and doors were tested together");
  await expect(rotated.getByRole("region", { name: /^Proof/ })).toContainText(`shared by ${beacon.tested}`);
  await expect(rotated.getByRole("region", { name: /^Linked items/ })).toContainText("They disagree: this one is to do, that one is done.");
  await other.goto(launch.path);
  await expect(other.getByRole("region", { name: "Ticks that disagree" })).toContainText(beacon.rotated);
  await markDone(launch, [beacon.rotated]);
  await other.reload();
  await expect(other.getByRole("region", { name: "Ticks that disagree" })).toHaveCount(0);

  await test.step("z takes the last thing back, also what a form asked for", async () => {
    await openItem(page, launch, beacon.tested);
    await addNote(item, "added by a slip");
    await item.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("z");
    await expect(item.getByRole("region", { name: /^Proof/ })).not.toContainText("added by a slip");
    await expect(item.getByRole("region", { name: /^Proof/ })).toContainText("Keys and doors were tested together");
  });
});
