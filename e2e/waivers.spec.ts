import { openItem, sendsInstead } from "./decision";
import { beacon, markDone, newLaunch, newMember, statusOf } from "./launch";
import { number, row } from "./screen";
import { expect, live, test } from "./test";

test("a waiver is approved by somebody else, makes the verdict conditional, and ends by itself on every open page", async ({ open }) => {
  const launch = await newLaunch(undefined, "buoy");
  const second = await newMember(launch, "manager", "Second manager");
  const viewer = await newMember(launch, "viewer", "Stakeholder");
  await markDone(launch, [beacon.rotated, beacon.read]);
  const [asker, approver, overview, list, report] = [await open(launch.manager), await open(second), await open(viewer), await open(viewer), await open(viewer)];
  await Promise.all([overview.goto(launch.path), list.goto(`${launch.path}/checklist`), report.goto(`${launch.path}/report`)]);
  await Promise.all([live(overview), live(list), live(report)]);
  await expect(overview.getByRole("heading", { level: 1 })).toHaveText("No-go");

  const item = await openItem(asker, launch, beacon.tested);
  const theirs = await openItem(approver, launch, beacon.tested);
  const waiver = item.getByRole("region", { name: "Waiver" });

  await test.step("an end that has passed, and no reason, are refused with a sentence; nothing typed is lost", async () => {
    await waiver.getByRole("button", { name: "Ask to go without it" }).click();
    const form = asker.getByRole("dialog", { name: "Ask to go without it" });
    await form.getByLabel("Reason").fill("   ");
    await form.getByLabel("Instead").fill("the doors are watched day and night");
    await form.getByRole("button", { name: "Ask", exact: true }).click();
    await expect(form.getByRole("alert")).toHaveText("Say why: this is never done without a reason.");
    await form.getByLabel("Reason").fill("the testers are ill");
    await sendsInstead(asker, "endsAt", -60);
    await form.getByRole("button", { name: "Ask", exact: true }).click();
    await expect(form.getByRole("alert")).toHaveText("This moment has passed. Choose a later one.");
    await expect(form.getByLabel("Reason")).toHaveValue("the testers are ill");
    await asker.unrouteAll();
    await form.getByLabel("Ends on").fill("2099-01-01");
    await form.getByRole("button", { name: "Ask", exact: true }).click();
    await expect(form.getByRole("alert")).toHaveText("This waiver would last longer than the launch's rules allow.");
    await form.getByLabel("Ends on").fill(new Date().toISOString().slice(0, 10));
    await sendsInstead(asker, "endsAt", 45);
    await form.getByRole("button", { name: "Ask", exact: true }).click();
    await expect(form).toHaveCount(0);
  });

  await test.step("asking changes nothing, and nobody approves their own", async () => {
    await expect(waiver).toContainText("Waiver requested");
    await expect(waiver).toContainText("Somebody else has to approve it.");
    await expect(waiver.getByRole("button", { name: /^(Approve|Refuse)$/ })).toHaveCount(0);
    await expect(overview.getByRole("heading", { level: 1 })).toHaveText("No-go");
  });

  await test.step("approved by another, the verdict is conditional, and nothing looks done", async () => {
    await theirs.getByRole("button", { name: "Approve", exact: true }).click();
    const form = approver.getByRole("dialog", { name: "Approve this waiver" });
    await expect(form).toContainText("It is never counted as done");
    await form.getByRole("button", { name: "Approve", exact: true }).click();
    await expect(overview.getByRole("heading", { level: 1 })).toHaveText("Conditional go");
    await expect(row(list, beacon.tested).getByRole("img", { name: "Waived" })).toBeVisible();
    await expect(number(overview, "Claimed")).toHaveText("2 of 3 · 66 %");
    await expect(report.getByRole("table", { name: "Waivers" }).getByRole("row", { name: beacon.tested })).toContainText("Active");
    expect((await statusOf(launch.slug)).verdict).toBe("conditional-go");
  });

  await test.step("at its end every page says so by itself: no job runs, and nothing is written", async () => {
    await expect(overview.getByRole("heading", { level: 1 })).toHaveText("No-go", { timeout: 75_000 });
    await expect(row(list, beacon.tested).getByRole("img", { name: "To do" })).toBeVisible();
    await expect(report.getByRole("table", { name: "Waivers" }).getByRole("row", { name: beacon.tested })).toContainText("Expired");
    await expect(theirs.getByRole("region", { name: "Waiver" })).toContainText("Waiver has run out");
    await expect(theirs.getByRole("button", { name: "Ask to go without it" })).toBeVisible();
    await overview.goto(`${launch.path}/history`);
    await expect(overview.getByRole("main").getByRole("listitem").first()).toContainText("approved the waiver of");
  });
});
