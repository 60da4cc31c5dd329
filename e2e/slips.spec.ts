import type { Page } from "playwright/test";
import { readiness } from "./cli";
import { ask } from "./database";
import { choose, crewed, seat, sign } from "./decision";
import { assemble, bothSayGo, decideGo, move, phases } from "./go-no-go";
import { statusOf, type Launch } from "./launch";
import { password } from "./people";
import { expect, removedWhileOpen, test } from "./test";

/** Takes the newest event back on the history page, by whoever did it. */
async function takeBack(page: Page, launch: Launch, told: string): Promise<void> {
  await page.goto(`${launch.path}/history`);
  const newest = page.getByRole("main").getByRole("listitem").filter({ hasText: told }).first();
  await newest.getByRole("button", { name: /^Take back event/ }).click();
  // Taken back, it offers nothing any more.
  await expect(newest.getByRole("button", { name: /^Take back event/ })).toHaveCount(0);
  await expect(page.getByRole("main").getByRole("listitem").first()).toContainText("undid a change");
}

test("a launch recorded by mistake, and somebody removed by mistake, are taken back, and the history still holds", async ({ open, complaints }) => {
  complaints.forgive(...removedWhileOpen);
  const crew = await assemble(open);
  const { crew: { launch, officer }, manager, security } = crew;
  const signOff = `${launch.path}/sign-off`;
  await bothSayGo(crew);
  const before = await statusOf(launch.slug);
  expect(before.verdict).toBe("go");

  await test.step("a removed holder comes back with their seat and what they signed", async () => {
    await manager.goto(`${launch.path}/settings`);
    await manager.getByRole("button", { name: `Remove ${officer.name}` }).click();
    await manager.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
    await expect(manager.getByRole("dialog")).toHaveCount(0);
    expect((await statusOf(launch.slug)).reasons.map(({ kind }) => kind)).toEqual(["seat-empty"]);
    await takeBack(manager, launch, `removed ${officer.name}`);
    await expect.poll(async () => (await statusOf(launch.slug)).seats).toEqual(before.seats);
    await security.goto(signOff);
    await expect(seat(security, "Security Officer")).toContainText("Go, said");
  });

  await test.step("a decision that rests on a signature says when that is withdrawn", async () => {
    await manager.goto(signOff);
    await decideGo(manager);
    const minutes = manager.getByRole("region", { name: "Minutes of the decision" });
    await expect(minutes).toContainText("Nothing it rested on has changed since.");
    await seat(security, "Security Officer").getByRole("button", { name: "Withdraw", exact: true }).click();
    const dialog = security.getByRole("dialog", { name: "Withdraw this position" });
    await dialog.getByLabel("Reason").fill("the spare key is missing");
    await dialog.getByRole("button", { name: "Withdraw", exact: true }).click();
    await expect(minutes).toContainText("One thing has changed since the decision.");
    await choose(seat(security, "Security Officer"), "Go");
    await sign(seat(security, "Security Officer"));
    await expect(minutes).toContainText("Nothing it rested on has changed since.");
  });

  await test.step("a launch recorded too soon is decided again", async () => {
    await move(manager, "Record the launch");
    await expect(phases(manager)).toContainText("Went live");
    await takeBack(manager, launch, "moved the launch on");
    await manager.goto(signOff);
    await expect(phases(manager)).toContainText("Decided since");
    await expect(phases(manager)).not.toContainText("Went live");
    await expect(manager.getByRole("region", { name: "Minutes of the decision" })).toContainText("Nothing it rested on has changed since.");
    expect(await readiness("verify", launch.slug)).toContain("holds");
  });
});

test("taking back a removal asks for the password where the hand is; a wrong one is said and takes nothing back", async ({ open }) => {
  const { launch, officer } = await crewed();
  const page = await open(launch.manager);
  await page.goto(`${launch.path}/settings`);
  await page.getByRole("button", { name: `Remove ${officer.name}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await ask("update sessions set authenticated_at = now() - interval '11 minutes' where user_id = $1", [launch.manager.id]);
  await page.goto(`${launch.path}/history`);
  const removal = page.getByRole("main").getByRole("listitem").filter({ hasText: `removed ${officer.name}` }).first();
  await removal.getByRole("button", { name: /^Take back event/ }).click();
  const field = removal.getByLabel("Your password", { exact: true });
  await expect(field).toBeFocused();
  await page.keyboard.type("not the password 7");
  await page.keyboard.press("Enter");
  await expect(removal.getByRole("alert")).toHaveText("That is not your password, so nothing was recorded. Try again.");
  await field.fill(password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main").getByRole("listitem").first()).toContainText("undid a change");
  await expect(field).toHaveCount(0);
  expect((await statusOf(launch.slug)).seats.find(({ role }) => role === "Security Officer")?.holder).toBe(officer.name);
});
