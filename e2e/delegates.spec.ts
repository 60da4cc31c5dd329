import { choose, crewed, seat, sign } from "./decision";
import { statusOf } from "./launch";
import { expect, live, test } from "./test";

test("a delegate signs for the holder on the named days, both names stand there, and a position can be withdrawn", async ({ open }) => {
  const { launch, officer, engineer, viewer } = await crewed();
  const signOff = `${launch.path}/sign-off`;
  const [holder, stand, reader] = [await open(officer), await open(engineer), await open(viewer)];
  await Promise.all([holder.goto(signOff), stand.goto(signOff), reader.goto(signOff)]);
  await Promise.all([live(holder), live(stand), live(reader)]);
  const [mine, theirs, seen] = [seat(holder, "Security Officer"), seat(stand, "Security Officer"), seat(reader, "Security Officer")];
  await expect(theirs.getByRole("button", { name: "Take a position" })).toHaveCount(0);

  await test.step("the holder names who signs, for days", async () => {
    await mine.getByRole("button", { name: "Name a delegate" }).click();
    const form = holder.getByRole("dialog", { name: "Who signs for Security Officer in an absence" });
    await form.getByLabel("Delegate").selectOption({ label: engineer.name });
    await form.getByLabel("Until, that day included").fill("2099-01-01");
    await form.getByRole("button", { name: "Save", exact: true }).click();
    await expect(seen).toContainText(`${engineer.name} signs for the holder`);
  });

  await test.step("the delegate signs, and both names are on it", async () => {
    await choose(theirs, "Go");
    await sign(theirs);
    await expect(seen).toContainText(`by ${engineer.name} for ${officer.name}`);
    expect((await statusOf(launch.slug)).seats.find(({ role }) => role === "Security Officer")?.position).toBe("go");
  });

  await test.step("withdrawn with a reason, the seat has not said; both stay in the history", async () => {
    await mine.getByRole("button", { name: "Withdraw", exact: true }).click();
    const form = holder.getByRole("dialog", { name: "Withdraw this position" });
    await form.getByLabel("Reason").fill("   ");
    await form.getByRole("button", { name: "Withdraw", exact: true }).click();
    await expect(form).toContainText("Say why: this is never done without a reason.");
    await form.getByLabel("Reason").fill("I am back and have not read it yet");
    await form.getByRole("button", { name: "Withdraw", exact: true }).click();
    await expect(seen).toContainText("Has not said.");
    await reader.goto(`${launch.path}/history`);
    const told = reader.getByRole("main").getByRole("listitem");
    await expect(told.filter({ hasText: `${engineer.name} signed for Security Officer: Go` })).toHaveCount(1);
    await expect(told.filter({ hasText: `${officer.name} withdrew the signature for Security Officer` })).toHaveCount(1);
  });
});
