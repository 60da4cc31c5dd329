import { readiness } from "./cli";
import { choose, crewed, seat, sign } from "./decision";
import { beacon, markDone, newLaunch, newMember, statusOf } from "./launch";
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

const unproven = async (slug: string): Promise<string[]> =>
  (await statusOf(slug)).reasons.filter(({ kind }) => kind === "proof-missing").map(({ subject }) => subject).sort();
const why = "Say why: this is never done without a reason.";

test("a section that asks for no proof any more takes a reason, where it frees items of it and nowhere else", async ({ open }) => {
  const launch = await newLaunch(undefined, "buoy");
  await markDone(launch, [beacon.tested, beacon.rotated]);
  await readiness("proof", launch.slug, "--section", "Security", "required", "--as", launch.manager.email);
  const page = await open(launch.manager);
  await page.goto(`${launch.path}/settings`);
  await live(page);
  const line = page.getByRole("region", { name: "Proof by section" }).getByRole("listitem").filter({ hasText: "Security" });
  const dialog = page.getByRole("dialog", { name: "Change the proof rule of Security" });
  const reason = dialog.getByRole("textbox", { name: "Reason" });
  const change = async (to: string): Promise<void> => {
    await line.getByRole("button", { name: "Change the proof rule of Security" }).click();
    await dialog.getByLabel("Proof", { exact: true }).selectOption(to);
  };
  await expect(line).toContainText("proof required");

  await test.step("the preview counts them, and without a reason nothing is saved or lost", async () => {
    await change("As the launch says: optional");
    await expect(dialog.getByRole("status")).toHaveText("2 items would need no proof any more. 2 reasons would go.");
    await dialog.getByLabel("Days a proof stays valid").fill("40");
    await dialog.getByRole("button", { name: "Save the rule" }).click();
    await expect(dialog.getByRole("alert")).toHaveText(why);
    await expect(dialog.getByLabel("Days a proof stays valid")).toHaveValue("40");
    expect(await unproven(launch.slug)).toEqual([beacon.rotated, beacon.tested].sort());
  });
  await test.step("with one it is saved, and the history keeps it", async () => {
    await expect(reason).toHaveValue("");
    await reason.fill("The outside firm keeps the papers.");
    await dialog.getByRole("button", { name: "Save the rule" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(line).toContainText("proof optional, as the launch says · valid for 40 days · The outside firm keeps the papers.");
    expect(await unproven(launch.slug)).toEqual([]);
    const told = await open(launch.manager);
    await told.goto(`${launch.path}/history`);
    await expect(told.getByRole("main")).toContainText("The outside firm keeps the papers.");
  });
  await test.step("asking for as much, or for more, takes none", async () => {
    await change("optional");
    await expect(dialog.getByRole("status")).toHaveText("This changes no number and no reason.");
    await dialog.getByRole("button", { name: "Save the rule" }).click();
    await expect(dialog).toHaveCount(0);
    await change("required");
    await expect(dialog.getByRole("status")).toContainText("2 more reasons would stand in the way.");
    await expect(reason).toHaveCount(0);
    await dialog.getByRole("button", { name: "Save the rule" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(line).toContainText("proof required");
    await expect(line).not.toContainText("The outside firm");
  });
});

test("a launch that asks for no proof any more takes a reason, also where somebody else asked for it while the form was open", async ({ open }) => {
  const launch = await newLaunch(undefined, "buoy");
  await markDone(launch, [beacon.tested]);
  const page = await open(launch.manager);
  await page.goto(`${launch.path}/settings`);
  await live(page);
  const rules = page.getByRole("region", { name: "Rules for proof and waivers" });
  const reason = rules.getByRole("textbox", { name: "Reason" });
  await rules.getByLabel("Most waivers at once").fill("3");
  await expect(reason).toHaveCount(0);
  await readiness("proof", launch.slug, "required", "--as", launch.manager.email);

  await test.step("what stands there now is looked at, and the reason can be given", async () => {
    await expect(rules.getByRole("alert")).toContainText("Proof is required");
    await rules.getByRole("button", { name: "I have seen it" }).click();
    await expect(rules.getByRole("status").first()).toHaveText("3 items would need no proof any more. 1 reason would go.");
    await rules.getByRole("button", { name: "Save the rules" }).click();
    await expect(rules.getByRole("alert")).toHaveText(why);
    await expect(rules.getByLabel("Most waivers at once")).toHaveValue("3");
    expect(await unproven(launch.slug)).toEqual([beacon.tested]);
  });
  await test.step("with one it is saved", async () => {
    await expect(reason).toHaveValue("");
    await reason.fill("The crew checks by hand.");
    await rules.getByRole("button", { name: "Save the rules" }).click();
    await expect(rules.getByText("Saved.", { exact: true })).toBeVisible();
    await expect(reason).toHaveCount(0);
    expect(await unproven(launch.slug)).toEqual([]);
  });
  await test.step("whoever may look reads why", async () => {
    const reader = await open(await newMember(launch, "viewer", "Auditor"));
    await reader.goto(`${launch.path}/settings`);
    await expect(reader.getByRole("region", { name: "Rules for proof and waivers" })).toContainText("Why optional: The crew checks by hand.");
    await expect(rules).toContainText("Why optional: The crew checks by hand.");
  });
});
