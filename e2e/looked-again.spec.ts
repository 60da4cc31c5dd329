import type { Locator, Page } from "playwright/test";
import { choose, crewed, openItem, seat, sign } from "./decision";
import { phases } from "./go-no-go";
import { items, newLaunch, newMember } from "./launch";
import { expect, live, openDeaf, openLive, test } from "./test";

/** What a form says once something else stands where it began, and having looked. */
async function lookAgain(form: Locator, now: string | RegExp, send: string): Promise<void> {
  const told = form.getByRole("alert");
  await expect(told).toContainText("This has changed since you opened it. What you typed is still here: look at what stands now before you save.");
  await expect(told).toContainText(now);
  await expect(form.getByRole("button", { name: send, exact: true })).toBeDisabled();
  await told.getByRole("button", { name: "I have seen it" }).click();
  await expect(form.getByRole("alert")).toHaveCount(0);
}

test("a delegate named while the form was open is not replaced unseen; what was typed is kept, and the second name goes over the first knowingly", async ({ open }) => {
  const { launch, officer, engineer, operations } = await crewed();
  const signOff = `${launch.path}/sign-off`;
  const [holder, manager] = await Promise.all([openLive(open, officer, signOff), openLive(open, launch.manager, signOff)]);
  const [mine, theirs] = [seat(holder, "Security Officer"), seat(manager, "Security Officer")];
  const form = (page: Page): Locator => page.getByRole("dialog", { name: "Who signs for Security Officer in an absence" });
  const name = async (page: Page, who: string, until: string): Promise<void> => {
    await form(page).getByLabel("Delegate").selectOption({ label: who });
    await form(page).getByLabel("Until, that day included").fill(until);
  };
  await mine.getByRole("button", { name: "Name a delegate" }).click();
  await name(holder, engineer.name, "2098-01-02");
  await theirs.getByRole("button", { name: "Name a delegate" }).click();
  await name(manager, operations.name, "2099-03-04");
  await form(manager).getByRole("button", { name: "Save", exact: true }).click();
  // One's own act looks like nobody else's.
  await expect(form(manager)).toBeHidden();
  await expect(theirs).toContainText(`${operations.name} signs for the holder`);

  await lookAgain(form(holder), new RegExp(`Now: ${officer.name} holds the seat\\. ${operations.name} signs for the holder, .+ to 4 Mar 2099\\.`), "Save");
  await expect(form(holder).getByLabel("Delegate").locator("option:checked")).toHaveText(engineer.name);
  await expect(form(holder).getByLabel("Until, that day included")).toHaveValue("2098-01-02");
  await form(holder).getByRole("button", { name: "Save", exact: true }).click();
  await expect(form(holder)).toBeHidden();
  await expect(theirs).toContainText(new RegExp(`${engineer.name} signs for the holder, .+ to 2 Jan 2098\\.`));
});

test("a launch that was postponed meanwhile is not archived unseen, and a page that heard nothing is told what stands before it asks again", async ({ open, complaints }) => {
  const { launch } = await crewed();
  const other = await newMember(launch, "manager", "Second manager");
  const third = await newMember(launch, "manager", "Third manager");
  const signOff = `${launch.path}/sign-off`;
  const [slow, quick, deaf] = [await openLive(open, launch.manager, signOff), await openLive(open, other, signOff), await openDeaf(open, complaints, third)];
  await deaf.goto(signOff);
  const form = (page: Page, step: string): Locator => page.getByRole("dialog", { name: step });
  await phases(slow).getByRole("button", { name: "Archive" }).click();
  await phases(deaf).getByRole("button", { name: "Archive" }).click();
  await phases(quick).getByRole("button", { name: "Postpone" }).click();
  await form(quick, "Postpone").getByRole("button", { name: "Record it" }).click();
  await expect(form(quick, "Postpone")).toBeHidden();

  await lookAgain(form(slow, "Archive"), /Now: Postponed since .+ Go-live: no date\./, "Record it");
  await form(slow, "Archive").getByRole("button", { name: "Cancel" }).click();
  await expect(phases(slow)).toContainText("Postponed since");

  await form(deaf, "Archive").getByRole("button", { name: "Record it" }).click();
  await lookAgain(form(deaf, "Archive"), /Now: Postponed since/, "Record it");
  await form(deaf, "Archive").getByRole("button", { name: "Record it" }).click();
  await expect(form(deaf, "Archive")).toBeHidden();
  await expect(phases(quick)).toContainText("Archived since");
});

test("a signature given while its withdrawal was being typed is not withdrawn unseen", async ({ open }) => {
  test.setTimeout(120_000);
  const { launch, officer } = await crewed();
  const signOff = `${launch.path}/sign-off`;
  const [here, there] = await Promise.all([openLive(open, officer, signOff), openLive(open, officer, signOff)]);
  const [mine, again] = [seat(here, "Security Officer"), seat(there, "Security Officer")];
  await choose(mine, "No-go", "the spare key is missing");
  await sign(mine);
  await expect(again).toContainText("No-go");
  await mine.getByRole("button", { name: "Withdraw", exact: true }).click();
  const form = here.getByRole("dialog", { name: "Withdraw this position" });
  await form.getByLabel("Reason").fill("the key was found");
  await choose(again, "Go");
  await sign(again);

  await lookAgain(form, /Now: Go, said .+ by/, "Withdraw");
  await expect(form.getByLabel("Reason")).toHaveValue("the key was found");
  await form.getByRole("button", { name: "Withdraw", exact: true }).click();
  await expect(form).toBeHidden();
  await expect(mine).toContainText("Has not said.");
  // What is said of a signature goes with it.
  await expect(mine.getByText(/^Signed\./)).toHaveCount(0);
  await expect(again).toContainText(/Go, said by .+, was withdrawn .+: the key was found/);
});

test("a target set meanwhile is not replaced unseen; a new owner is nothing to look at, and one's own edit that is still on its way is nobody else's", async ({ open }) => {
  const launch = await newLaunch();
  const other = await newMember(launch, "manager", "Second manager");
  const [slow, quick] = [await openItem(await open(launch.manager), launch, items.written), await openItem(await open(other), launch, items.written)];
  await Promise.all([live(slow.page()), live(quick.page())]);
  const form = (item: Locator): Locator => item.page().getByRole("dialog", { name: "Set a target" });
  let typed = (): void => undefined;
  const all = new Promise<void>((go) => (typed = go));
  await slow.page().route("**/items/**", async (route) => {
    if (route.request().method() === "POST") await all;
    await route.continue();
  });
  await slow.getByLabel("Due").fill("2031-05-05");
  await slow.getByRole("button", { name: "Set a target" }).click();
  typed();
  await expect(quick.getByLabel("Due")).toHaveValue("2031-05-05");
  await form(slow).getByLabel("Limit").fill("30");
  await form(slow).getByLabel("Unit").fill("days");
  await quick.getByLabel("Owner").selectOption({ label: other.name });
  await expect(slow.getByLabel("Owner").locator("option:checked")).toHaveText(other.name);
  await expect(form(slow).getByRole("button", { name: "Save" })).toBeEnabled();

  await quick.getByRole("button", { name: "Set a target" }).click();
  await form(quick).getByLabel("Limit").fill("7");
  await form(quick).getByLabel("Unit").fill("days");
  await form(quick).getByRole("button", { name: "Save" }).click();
  await expect(form(quick)).toBeHidden();
  await lookAgain(form(slow), /Now: .*7 days/, "Save");
  await expect(form(slow).getByLabel("Limit")).toHaveValue("30");
  await form(slow).getByRole("button", { name: "Save" }).click();
  await expect(form(slow)).toBeHidden();
  await expect(quick.getByRole("region", { name: /^Measured/ })).toContainText("30 days");
});
