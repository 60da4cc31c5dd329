import type { Locator } from "playwright/test";
import { violations } from "./accessible";
import { addNote, openItem } from "./decision";
import { beacon, markDone, newLaunch, newMember, statusOf } from "./launch";
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

test("an item to link with is found by words, chosen by keys alone, and what shares the proof already is not offered", async ({ open }) => {
  const launch = await newLaunch(undefined, "beacon");
  const page = await open(launch.manager);
  const item = await openItem(page, launch, beacon.tested);
  const ask = item.getByRole("button", { name: "Link with another item" });
  const dialog = page.getByRole("dialog", { name: "Link with another item" });
  const offered = dialog.getByRole("group", { name: "Items found" }).getByRole("radio");
  await ask.click();
  await expect(dialog.getByLabel("Which item")).toBeFocused();
  await page.keyboard.type("KEYS rotated");
  await expect(offered).toHaveCount(1);
  await expect(dialog.getByRole("status")).toHaveText("One item found.");
  expect(await violations(page)).toEqual([]);
  // A section's words find what stands under it; only what was chosen is linked.
  await dialog.getByLabel("Which item").fill("launch");
  await expect(dialog.getByRole("status")).toHaveText("3 items found.");
  await dialog.getByRole("button", { name: "Link", exact: true }).click();
  await expect(dialog.getByRole("alert")).toHaveText("Choose one of the items found.");
  await dialog.getByLabel("Which item").press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(offered.first()).toBeChecked();
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(item.getByRole("region", { name: /^Linked items/ }).getByRole("link", { name: beacon.phone })).toBeVisible();

  await ask.click();
  await dialog.getByLabel("Which item").fill("reachable");
  await expect(dialog.getByRole("status")).toHaveText("No other item of this launch has these words.");
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
  const which = dialog.getByLabel("Which item");
  await which.fill("no/such/item");
  await expect(dialog.getByRole("status")).toHaveText("No other item of this launch has these words.");
  await dialog.getByRole("button", { name: "Link", exact: true }).click();
  await expect(dialog.getByRole("alert")).toContainText("no such item");
  await which.fill(other.url());
  await expect(dialog.getByRole("radio", { name: beacon.rotated })).toBeChecked();
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

test("two linked items whose sources disagree are both contradicted, and each says where the other's result lies, until it is settled there", async ({ open }) => {
  test.setTimeout(120_000);
  const launch = await newLaunch(undefined, "buoy");
  await markDone(launch, [beacon.tested, beacon.rotated]);
  const page = await open(launch.manager);
  const tested = await openItem(page, launch, beacon.tested);
  await tested.getByRole("button", { name: "Link with another item" }).click();
  const dialog = page.getByRole("dialog", { name: "Link with another item" });
  await dialog.getByLabel("Which item").fill("keys");
  await expect(dialog.getByRole("radio", { name: beacon.rotated })).toBeChecked();
  await dialog.getByRole("button", { name: "Link", exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await check(tested, "passed", "in-house team");
  await expect(tested.getByRole("region", { name: /^Proof/ })).toContainText("check · in-house team · passed");
  const rotated = await openItem(page, launch, beacon.rotated);
  await check(rotated, "failed", "outside firm");
  await expect(rotated).toContainText(new RegExp(`Contradicted\\. It holds: in-house team: Penetration test, [^()]+ \\(shared by ${beacon.tested}\\)\\. It fails: outside firm: Penetration test, [^()]+\\. ?A newer`));
  await openItem(page, launch, beacon.tested);
  await expect(tested).toContainText(new RegExp(`It fails: outside firm: Penetration test, [^()]+ \\(shared by ${beacon.rotated}\\)\\.`));

  for (const way of ["", "/report"]) {
    await page.goto(`${launch.path}${way}`);
    await expect(page.getByRole("main")).toContainText("2 items are contradicted by their proof");
  }
  expect((await statusOf(launch.slug)).reasons.filter(({ kind }) => kind === "contradicted").map(({ subject }) => subject)).toEqual([beacon.tested, beacon.rotated]);
  await page.goto(`${launch.path}/checklist`);
  for (const text of [beacon.tested, beacon.rotated]) await expect(row(page, text).getByRole("img", { name: "Contradicted" })).toBeVisible();

  await openItem(page, launch, beacon.rotated);
  await check(rotated, "passed", "outside firm");
  await expect(rotated).not.toContainText("Contradicted.");
  await openItem(page, launch, beacon.tested);
  await expect(tested).not.toContainText("Contradicted.");
  expect((await statusOf(launch.slug)).reasons.map(({ kind }) => kind)).not.toContain("contradicted");
});
