import type { Locator } from "playwright/test";
import { expectDialogFits, expectFit } from "./accessible";
import { choose, crewed, openItem, seat, sign, typeCondition } from "./decision";
import { readiness } from "./cli";
import { beacon, items, keyOf, newLaunch } from "./launch";
import { somebody } from "./people";
import { awake } from "./pages";
import { unfold } from "./screen";
import { expect, live, test } from "./test";

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
  await unfold(page);
  await expectFit(page, "what the rows become");
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
  await typeCondition(mine, "The spare lamp has arrived", officer);
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
