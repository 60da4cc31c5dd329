import { choose, crewed, seat, sendsInstead, sign } from "./decision";
import { statusOf } from "./launch";
import { expect, live, openLive, test } from "./test";

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
    await form.getByLabel("From").fill("2098-01-02");
    await form.getByLabel("Until, that day included").fill("2098-01-01");
    await form.getByRole("button", { name: "Save", exact: true }).click();
    await expect(form.getByRole("alert")).toHaveText("The last day lies before the first one.");
    await form.getByLabel("Until, that day included").fill("2098-01-02");
    await form.getByRole("button", { name: "Save", exact: true }).click();
    await expect(seen).toContainText(`${engineer.name} will sign for the holder, 2 Jan 2098.`);
    await expect(theirs.getByRole("button", { name: "Take a position" })).toHaveCount(0);
  });

  await test.step("a change begins with the days that stand", async () => {
    await mine.getByRole("button", { name: "Change the delegate" }).click();
    const form = holder.getByRole("dialog", { name: "Who signs for Security Officer in an absence" });
    await expect(form.getByLabel("From")).toHaveValue("2098-01-02");
    await expect(form.getByLabel("Until, that day included")).toHaveValue("2098-01-02");
    await form.getByLabel("From").fill("2020-01-01");
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
    await expect(seen).toContainText(/Go, said by .+, was withdrawn .+: I am back and have not read it yet/);
    await reader.goto(`${launch.path}/history`);
    const told = reader.getByRole("main").getByRole("listitem");
    await expect(told.filter({ hasText: `${engineer.name} signed for Security Officer: Go` })).toHaveCount(1);
    await expect(told.filter({ hasText: `${officer.name} withdrew the signature for Security Officer` })).toHaveCount(1);
  });
});

test("what a delegate signed meanwhile is not signed over unseen, and what they type as the absence ends is kept", async ({ open }) => {
  const { launch, officer, engineer } = await crewed();
  const signOff = `${launch.path}/sign-off`;
  const [holder, stand] = await Promise.all([openLive(open, officer, signOff), openLive(open, engineer, signOff)]);
  const [mine, theirs] = [seat(holder, "Security Officer"), seat(stand, "Security Officer")];
  const appoint = async (button: string): Promise<void> => {
    await mine.getByRole("button", { name: button }).click();
    const form = holder.getByRole("dialog", { name: "Who signs for Security Officer in an absence" });
    await form.getByLabel("Delegate").selectOption({ label: engineer.name });
    await form.getByLabel("Until, that day included").fill("2099-01-01");
    await form.getByRole("button", { name: "Save", exact: true }).click();
    await expect(form).toHaveCount(0);
  };
  await appoint("Name a delegate");

  await test.step("the holder's open form says that the delegate has signed, and signs once that was seen", async () => {
    await choose(mine, "Go");
    await choose(theirs, "No-go", "the spare key is missing");
    await sign(theirs);
    await expect(mine.getByRole("alert")).toContainText(`${engineer.name} signed for this seat while this was open: No-go. What you sign takes its place.`);
    await expect(mine.getByRole("button", { name: "Sign", exact: true })).toBeDisabled();
    await mine.getByRole("button", { name: "I have seen it" }).click();
    await sign(mine);
    await expect(theirs).toContainText(`Go, said`);
  });

  await test.step("when the absence ends, an open form keeps what was typed and says why it cannot be sent", async () => {
    await choose(theirs, "Abstain", "typed while the absence ended");
    await sendsInstead(holder, "to", 5);
    await appoint("Change the delegate");
    await expect(theirs.getByRole("alert")).toHaveText("Only the holder of this seat, or the delegate for these days, can sign for it.", { timeout: 30_000 });
    await expect(theirs.getByLabel("Reason")).toHaveValue("typed while the absence ended");
    await expect(theirs.getByRole("button", { name: "Sign", exact: true })).toBeDisabled();
    await expect(mine).toContainText(/was to sign for the holder, .+ That is over\./);
    await expect(mine.getByRole("button", { name: "Name a delegate" })).toBeVisible();
    await theirs.getByRole("button", { name: "Cancel" }).click();
    await expect(theirs.getByRole("button", { name: /position$/ })).toHaveCount(0);
  });
});
