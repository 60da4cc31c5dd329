import { choose, crewed, seat, sign } from "./decision";
import { beacon, newMember, statusOf } from "./launch";
import { expect, live, test } from "./test";

test("a section's proof rule says what it would change before it is saved, and changes just that", async ({ open }) => {
  const { launch, officer } = await crewed();
  const [page, security, reader] = [await open(launch.manager), await open(officer), await open(await newMember(launch, "viewer", "Auditor"))];
  await security.goto(`${launch.path}/sign-off`);
  const mine = seat(security, "Security Officer");
  await choose(mine, "Go");
  await sign(mine);

  await page.goto(`${launch.path}/settings`);
  await live(page);
  const part = page.getByRole("region", { name: "Proof by section" });
  await expect(part.getByRole("listitem").filter({ hasText: "Security" })).toContainText("proof optional, as the launch says · does not expire, as the launch says");
  await part.getByRole("button", { name: "Change the proof rule of Security" }).click();
  const dialog = page.getByRole("dialog", { name: "Change the proof rule of Security" });
  await dialog.getByLabel("Proof", { exact: true }).selectOption("required");
  await expect(dialog.getByRole("status")).toHaveText("2 more reasons would stand in the way. 1 signature would have to be confirmed.");
  await dialog.getByLabel("Days a proof stays valid").fill("30");
  expect((await statusOf(launch.slug)).reasons.map(({ kind }) => kind)).not.toContain("proof-missing");
  await dialog.getByRole("button", { name: "Save the rule" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(part.getByRole("listitem").filter({ hasText: "Security" })).toContainText("proof required · valid for 30 days");

  const after = await statusOf(launch.slug);
  expect(after.reasons.filter(({ kind }) => kind === "proof-missing").map(({ subject }) => subject).sort()).toEqual([beacon.rotated, beacon.tested].sort());
  expect(after.seats.find(({ role }) => role === "Security Officer")?.stale).toBe(true);

  await test.step("the whole launch's rule says the same beforehand", async () => {
    const rules = page.getByRole("region", { name: "Rules for proof and waivers" });
    await rules.getByLabel("Proof", { exact: true }).selectOption("required");
    await expect(rules.getByText("1 more reason would stand in the way.")).toBeVisible();
  });
  await test.step("readers see the rules and change nothing", async () => {
    await reader.goto(`${launch.path}/settings`);
    await expect(reader.getByRole("region", { name: "Proof by section" })).toContainText("proof required · valid for 30 days");
    await expect(reader.getByRole("button", { name: /^Change the proof rule/ })).toHaveCount(0);
  });
});
