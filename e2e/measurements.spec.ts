import type { Locator, Page } from "playwright/test";
import { openItem } from "./decision";
import { beacon, markDone, newLaunch, newMember, statusOf } from "./launch";
import { row } from "./screen";
import { expect, live, test } from "./test";

async function measure(page: Page, item: Locator, value: string, { unit, source }: { unit?: string; source?: string } = {}): Promise<Locator> {
  await item.getByRole("button", { name: "Enter values" }).click();
  const form = page.getByRole("dialog", { name: "Enter values" });
  await form.getByLabel("Value", { exact: true }).fill(value);
  if (unit !== undefined) await form.getByLabel("Unit").fill(unit);
  if (source !== undefined) await form.getByLabel("Source").fill(source);
  await form.getByRole("button", { name: "Add", exact: true }).click();
  return form;
}

test("a value at the limit fails a strict target, and done against a failing value reads contradicted", async ({ open }) => {
  const launch = await newLaunch(undefined, "buoy");
  const viewer = await newMember(launch, "viewer", "Stakeholder");
  await markDone(launch, [beacon.tested, beacon.rotated, beacon.read]);
  const [page, list, overview] = [await open(launch.manager), await open(viewer), await open(viewer)];
  await Promise.all([list.goto(`${launch.path}/checklist`), overview.goto(launch.path)]);
  await Promise.all([live(list), live(overview)]);
  await expect(overview.getByRole("heading", { level: 1 })).toHaveText("Go");
  const item = await openItem(page, launch, beacon.tested);
  const measured = item.getByRole("region", { name: /^Measured/ });

  await test.step("a manager sets a target", async () => {
    await item.getByRole("button", { name: "Set a target" }).click();
    const form = page.getByRole("dialog", { name: "Set a target" });
    await form.getByLabel("What is measured").fill("open findings");
    await form.getByLabel("Must be").selectOption({ label: "below" });
    await form.getByLabel("Limit").fill("1,000");
    await form.getByRole("button", { name: "Save", exact: true }).click();
    await expect(form.getByRole("alert")).toHaveText("This can be read in two ways: write 1000 or 1.000.");
    await form.getByLabel("Limit").fill("200");
    await form.getByLabel("Unit").fill("ms");
    await form.getByRole("button", { name: "Save", exact: true }).click();
    await expect(measured).toContainText("target < 200 ms");
    await expect(measured).toContainText("never measured");
    await expect(overview.getByRole("heading", { level: 1 })).toHaveText("No-go");
    await expect(overview.getByRole("main")).toContainText("1 proof is missing");
  });

  await test.step("no number and another unit are sentences, and nothing typed is lost", async () => {
    const form = await measure(page, item, "quick");
    await expect(form.getByRole("alert")).toHaveText("The value is not a number.");
    await form.getByLabel("Value", { exact: true }).fill("1,234");
    await form.getByRole("button", { name: "Add", exact: true }).click();
    await expect(form.getByRole("alert")).toHaveText("This can be read in two ways: write 1234 or 1.234.");
    await form.getByLabel("Value", { exact: true }).fill("0.18");
    await form.getByLabel("Unit").fill("gallons");
    await form.getByRole("button", { name: "Add", exact: true }).click();
    await expect(form.getByRole("alert")).toHaveText("The target’s unit is ms. Convert the value first, or leave its unit empty.");
    await expect(form.getByLabel("Value", { exact: true })).toHaveValue("0.18");
    await form.getByRole("button", { name: "Cancel" }).click();
    await expect(measured).toContainText("never measured");
  });

  await test.step("the limit itself does not hold, and a human's done reads contradicted", async () => {
    await measure(page, item, "200", { source: "probe" });
    await expect(measured.getByRole("listitem").filter({ hasText: "200 ms" })).toContainText("fails");
    await expect(row(list, beacon.tested).getByRole("img", { name: "Contradicted" })).toBeVisible();
    await expect(overview.getByRole("main")).toContainText("1 item is contradicted by its proof");
    expect((await statusOf(launch.slug)).reasons.map(({ kind }) => kind)).toEqual(["contradicted"]);
  });

  await test.step("a newer value of the same source that holds clears it, and both stay in the series", async () => {
    await measure(page, item, "199.5", { source: "probe" });
    await expect(measured.getByRole("listitem").filter({ hasText: "199.5 ms" })).toContainText("holds");
    await expect(measured.getByRole("listitem").filter({ hasText: "200 ms" })).toContainText("fails, superseded");
    await expect(row(list, beacon.tested).getByRole("img", { name: "Verified" })).toBeVisible();
    await expect(overview.getByRole("heading", { level: 1 })).toHaveText("Go");
  });

  await test.step("another source that disagrees says so", async () => {
    await measure(page, item, "250", { source: "second probe" });
    await expect(row(list, beacon.tested).getByRole("img", { name: "Contradicted" })).toBeVisible();
    await expect(overview.getByRole("heading", { level: 1 })).toHaveText("No-go");
  });

  await test.step("pasted lines carry their unit; a wrong one is named with its line, and of one moment the last line counts", async () => {
    await item.getByRole("button", { name: "Enter values" }).click();
    const form = page.getByRole("dialog", { name: "Enter values" });
    await form.getByLabel("Source").fill("second probe");
    await form.getByText("Paste several").click();
    await form.getByLabel("One a line").fill("180 ms\n\n0.2 s");
    await form.getByRole("button", { name: "Add", exact: true }).click();
    await expect(form.getByRole("alert")).toHaveText("Line 3: The target’s unit is ms. Convert the value first, or leave its unit empty.");
    await expect(form.getByLabel("One a line")).toHaveValue("180 ms\n\n0.2 s");
    await form.getByLabel("One a line").fill("180 ms\n1,234 ms");
    await form.getByRole("button", { name: "Add", exact: true }).click();
    await expect(form.getByRole("alert")).toHaveText("Line 2: This can be read in two ways: write 1234 or 1.234.");
    await form.getByLabel("One a line").fill("260 ms\n270\n181 ms");
    await form.getByRole("button", { name: "Add", exact: true }).click();
    await expect(measured.getByRole("listitem").filter({ hasText: "181 ms" })).toContainText("holds");
    await expect(measured.getByRole("listitem").filter({ hasText: "270 ms" })).toContainText("fails, superseded");
    await expect(overview.getByRole("heading", { level: 1 })).toHaveText("Go");
  });

  await test.step("under another target each value says anew whether it holds, superseded ones too", async () => {
    const says = (value: string, words: string) => expect(measured.getByRole("listitem").filter({ hasText: value }).getByText(words, { exact: true })).toBeVisible();
    await item.getByRole("button", { name: "Change the target" }).click();
    const form = page.getByRole("dialog", { name: "Change the target" });
    await form.getByLabel("Limit").fill("255");
    await form.getByRole("button", { name: "Save", exact: true }).click();
    await expect(measured).toContainText("target < 255 ms");
    await says("199.5 ms", "holds");
    await says("200 ms", "holds, superseded");
    await says("250 ms", "holds, superseded");
    await says("260 ms", "fails, superseded");
  });

  await test.step("the oldest are folded away, and say it too", async () => {
    await item.getByRole("button", { name: "Enter values" }).click();
    const form = page.getByRole("dialog", { name: "Enter values" });
    await form.getByLabel("Source").fill("probe");
    await form.getByText("Paste several").click();
    await form.getByLabel("One a line").fill("2026-01-01 300 ms\n2026-01-02 100 ms\n2026-01-03 101 ms");
    await form.getByRole("button", { name: "Add", exact: true }).click();
    await expect(form).toHaveCount(0);
    await expect(measured.getByText("300 ms")).toBeHidden();
    await measured.getByText("and 1 older").click();
    await expect(measured.getByRole("listitem").filter({ hasText: "300 ms" }).getByText("fails, superseded")).toBeVisible();
  });
});
