import type { Page } from "playwright/test";
import { items, newLaunch, newMember } from "./launch";
import { password } from "./people";
import { expect, live, test } from "./test";

const seat = (page: Page, role: string) => page.getByRole("article", { name: new RegExp(`^${role}`) });

test("holders sign for exactly what they saw, and what changes afterwards is listed for everybody", async ({ open }) => {
  const launch = await newLaunch();
  const [lead, operations, viewer] = [await newMember(launch, "contributor", "Lead"), await newMember(launch, "contributor", "Operations"), await newMember(launch, "viewer", "Stakeholder")];
  const address = `${launch.path}/sign-off`;

  const manager = await open(launch.manager);
  await manager.goto(address);
  await expect(manager.getByText("0 of 2 seats say go", { exact: true })).toBeVisible();
  await manager.getByLabel("Holder of Lead Developer").selectOption({ label: lead.name });
  await expect(seat(manager, "Lead Developer")).toContainText("Has not said.");
  await manager.getByLabel("Holder of Operations Lead").selectOption({ label: operations.name });
  await expect(seat(manager, "Operations Lead")).toContainText("Has not said.");

  const list = await manager.context().newPage();
  const leads = await open(lead);
  await leads.goto(address);
  await live(leads);
  const mine = seat(leads, "Lead Developer");

  await test.step("go cannot be said while items are in the way", async () => {
    await expect(seat(leads, "Operations Lead").getByRole("button", { name: "Take a position" })).toHaveCount(0);
    await mine.getByRole("button", { name: "Take a position" }).click();
    await expect(mine.getByRole("radio", { name: "Go", exact: true })).toBeDisabled();
    await expect(mine).toContainText("Go can be said once nothing stands in the way in your sections. 7 things do.");
  });

  await test.step("what changed while the form was open has to be looked at first", async () => {
    await list.goto(`${launch.path}/checklist`);
    await live(list);
    for (const text of [items.restored, items.second, items.written, items.deleted, items.admins, items.signOn, items.unused]) await list.getByRole("button", { name: `Mark done: ${text}` }).click();
    await expect(mine.getByRole("alert")).toContainText("The state has changed while this page was open.");
    await expect(mine.getByRole("button", { name: "Sign", exact: true })).toBeDisabled();
    await expect(mine.getByRole("radio", { name: "Go", exact: true })).toBeEnabled();
    await mine.getByRole("button", { name: "I have seen it" }).click();
    await mine.getByRole("radio", { name: "Go", exact: true }).check();
  });

  await test.step("a signature needs the password again", async () => {
    await mine.getByLabel("Your password", { exact: true }).fill("not the password");
    await mine.getByRole("button", { name: "Sign", exact: true }).click();
    await expect(mine.getByRole("alert")).toContainText("That is not your password");
    await mine.getByLabel("Your password", { exact: true }).fill(password);
    await mine.getByRole("button", { name: "Sign", exact: true }).click();
    await expect(leads.getByText("1 of 2 seats say go", { exact: true })).toBeVisible();
    await expect(mine).toContainText(`by ${lead.name}`);
  });

  await test.step("no-go needs a reason, and blocks", async () => {
    const other = await open(operations);
    await other.goto(address);
    const theirs = seat(other, "Operations Lead");
    await theirs.getByRole("button", { name: "Take a position" }).click();
    await theirs.getByRole("radio", { name: "No-go", exact: true }).check();
    await theirs.getByLabel("Your password", { exact: true }).fill(password);
    await theirs.getByRole("button", { name: "Sign", exact: true }).click();
    await expect(theirs.getByLabel("Reason")).toBeFocused();
    await theirs.getByLabel("Reason").fill("nobody is on call that night");
    await theirs.getByRole("button", { name: "Sign", exact: true }).click();
    await expect(theirs).toContainText("nobody is on call that night");
    await expect(theirs.getByRole("button", { name: "Confirm or change your position" })).toBeVisible();
  });

  const reader = await open(viewer);
  await test.step("a viewer sees the refusal and its reason", async () => {
    await reader.goto(launch.path);
    await live(reader);
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText("No-go");
    await expect(reader.getByRole("region", { name: "Seats" })).toContainText("No-go: nobody is on call that night");
    await expect(reader.getByRole("main")).toContainText("1 of 2 seats has not said go");
  });

  await test.step("a later change makes the go stale, with exactly that change", async () => {
    await list.getByRole("button", { name: `Set back to do: ${items.admins}` }).click();
    await expect(reader.getByRole("region", { name: "Seats" })).toContainText("Go, 1 change since");
    await reader.getByRole("link", { name: "see what changed" }).first().click();
    const seen = seat(reader, "Lead Developer");
    await expect(seen).toContainText("One thing has changed since: it has to be confirmed again.");
    await expect(seen.getByRole("listitem").filter({ hasText: "work: Done → To do" })).toHaveText(`${items.admins}work: Done → To do`);
    await expect(mine).toContainText("One thing has changed since");
    await expect(reader.getByRole("button", { name: /position|Sign$/ })).toHaveCount(0);

    await list.getByRole("button", { name: `Mark done: ${items.admins}` }).click();
    await expect(reader.getByText("1 of 2 seats say go", { exact: true })).toBeVisible();
    await expect(seen).not.toContainText("changed since");
  });
});
