import type { Locator, Page } from "playwright/test";
import { openItem } from "./decision";
import { holdSeat, items, keyOf, newLaunch, newMember } from "./launch";
import { revoke, signedIn } from "./people";
import { row } from "./screen";
import { expect, live, openDeaf, test } from "./test";

test("when somebody else was first, both versions are shown and nothing typed is lost", async ({ open, complaints }) => {
  const launch = await newLaunch();
  const other = await newMember(launch, "contributor", "Engineer");
  const [slow, quick] = [await openDeaf(open, complaints, launch.manager), await open(other)];
  await Promise.all([slow.goto(`${launch.path}/checklist`), quick.goto(`${launch.path}/checklist`)]);

  await row(quick, items.second).getByRole("button", { name: `Mark done: ${items.second}` }).click();
  await expect(row(quick, items.second).getByRole("img", { name: "Done, no proof" })).toBeVisible();
  await expect(quick.getByText("0 of 4 verified, 1 claimed")).toHaveCount(1);

  await row(slow, items.second).getByRole("link", { name: items.second }).click();
  await slow.keyboard.press("b");
  const typed = "the second place has no lock; the key is with the harbour office";
  await slow.getByRole("dialog", { name: "What blocks it?" }).getByLabel("Reason").fill(typed);
  await slow.getByRole("button", { name: "Save", exact: true }).click();

  const conflict = slow.getByRole("dialog", { name: "Somebody else was first" });
  await expect(conflict.getByRole("alert")).toContainText("Somebody changed this in the meantime.");
  await expect(conflict).toContainText("Done, no proof");
  await expect(conflict).toContainText(`Blocked: ${typed}`);
  await expect(conflict.getByLabel("Reason")).toHaveValue(typed);
  await expect(row(slow, items.second).getByRole("img", { name: "Done, no proof" })).toBeAttached();

  await conflict.getByRole("button", { name: "Save mine on top" }).click();
  await expect(conflict).toBeHidden();
  await expect(row(slow, items.second)).toContainText(`blocked: ${typed}`);
  await expect(row(quick, items.second)).toContainText(`blocked: ${typed}`);
});

test("a reason typed while somebody else changes the item does not go over their change unseen", async ({ open }) => {
  const launch = await newLaunch();
  const other = await newMember(launch, "contributor", "Engineer");
  const [slow, quick] = [await open(launch.manager), await open(other)];
  await Promise.all([slow.goto(`${launch.path}/checklist`), quick.goto(`${launch.path}/checklist`)]);
  await Promise.all([live(slow), live(quick)]);
  await row(slow, items.second).getByRole("link", { name: items.second }).click();
  await slow.keyboard.press("b");
  const typed = "the key is with the harbour office";
  await slow.getByRole("dialog").getByLabel("Reason").fill(typed);
  await row(quick, items.second).getByRole("button", { name: `Mark done: ${items.second}` }).click();
  await expect(slow.locator("[data-face=done]")).toHaveCount(1);
  await expect(slow.getByRole("dialog").getByLabel("Reason")).toHaveValue(typed);
  await slow.getByRole("button", { name: "Save", exact: true }).click();
  const conflict = slow.getByRole("dialog", { name: "Somebody else was first" });
  await expect(conflict).toContainText("Done, no proof");
  await expect(conflict.getByLabel("Reason")).toHaveValue(typed);
  await conflict.getByRole("button", { name: "Keep theirs" }).click();
  await expect(row(slow, items.second).getByRole("img", { name: "Done, no proof" })).toBeVisible();
});

test("two managers who change the settings at once both keep what they typed", async ({ open }) => {
  const launch = await newLaunch();
  const other = await newMember(launch, "manager", "Second manager");
  const [slow, quick] = [await open(launch.manager), await open(other)];
  await Promise.all([slow.goto(`${launch.path}/settings`), quick.goto(`${launch.path}/settings`)]);
  await Promise.all([live(slow), live(quick)]);
  const form = (page: Page) => page.getByRole("region", { name: "Launch", exact: true });
  await form(slow).getByLabel("Name").fill("Harbour, typed slowly");
  await form(quick).getByLabel("Next review").fill("2031-02-03");
  await form(quick).getByRole("button", { name: "Save" }).click();
  await expect(form(slow).getByRole("alert")).toContainText("Somebody has changed the settings while you were editing. What you typed is still here.");
  await expect(form(slow).getByRole("alert")).toContainText("2031-02-03");
  await expect(form(slow).getByLabel("Name")).toHaveValue("Harbour, typed slowly");
  await form(slow).getByLabel("Next review").fill("2031-02-03");
  await form(slow).getByRole("button", { name: "Save mine on top" }).click();
  await expect(form(quick).getByLabel("Name")).toHaveValue("Harbour, typed slowly");
  await expect(form(quick).getByLabel("Next review")).toHaveValue("2031-02-03");
});

test("a ruling asked for while somebody else rules does not turn into its opposite, and goes over theirs only knowingly", async ({ open }) => {
  const launch = await newLaunch();
  const other = await newMember(launch, "manager", "Second manager");
  const [slow, quick] = [await openItem(await open(launch.manager), launch, items.written), await openItem(await open(other), launch, items.written)];
  await Promise.all([live(slow.page()), live(quick.page())]);
  const dialog = (page: Page) => page.getByRole("dialog", { name: "Make advisory" });
  await slow.getByRole("button", { name: "Make advisory" }).click();
  await dialog(slow.page()).getByLabel("Reason").fill("the harbour office writes it down");
  await quick.getByRole("button", { name: "Make advisory" }).click();
  await dialog(quick.page()).getByLabel("Reason").fill("nobody reads it");
  await dialog(quick.page()).getByRole("button", { name: "Save" }).click();
  await expect(dialog(quick.page())).toBeHidden();
  await expect(slow.getByText("Advisory: it never stops the launch", { exact: true })).toBeAttached();
  const mine = dialog(slow.page());
  await expect(mine.getByRole("alert")).toContainText("Now: Advisory: it never stops the launch");
  await expect(mine.getByRole("button", { name: "Save" })).toBeDisabled();
  await mine.getByRole("button", { name: "I have seen it" }).click();
  await expect(mine.getByLabel("Reason")).toHaveValue("the harbour office writes it down");
  await mine.getByRole("button", { name: "Save" }).click();
  await expect(mine).toBeHidden();
  await expect(slow.getByText("Advisory: it never stops the launch", { exact: true })).toBeVisible();
});

test("a target set while somebody else sets one goes over theirs only knowingly", async ({ open }) => {
  const launch = await newLaunch();
  const other = await newMember(launch, "manager", "Second manager");
  const [slow, quick] = [await openItem(await open(launch.manager), launch, items.written), await openItem(await open(other), launch, items.written)];
  await Promise.all([live(slow.page()), live(quick.page())]);
  const begin = async (item: Locator, limit: string): Promise<Locator> => {
    await item.getByRole("button", { name: "Set a target" }).click();
    const dialog = item.page().getByRole("dialog", { name: "Set a target" });
    await dialog.getByLabel("Limit").fill(limit);
    return dialog;
  };
  await begin(slow, "200");
  const theirs = await begin(quick, "50");
  await theirs.getByRole("button", { name: "Save" }).click();
  await expect(theirs).toBeHidden();
  await expect(slow.getByRole("region", { name: /^Measured/ })).toContainText("50");
  const still = slow.page().getByRole("dialog");
  await expect(still.getByRole("alert")).toContainText(/Now: .*50/);
  await expect(still.getByRole("button", { name: "Save" })).toBeDisabled();
  await still.getByRole("button", { name: "I have seen it" }).click();
  await expect(still.getByLabel("Limit")).toHaveValue("200");
  await still.getByRole("button", { name: "Save" }).click();
  await expect(still).toBeHidden();
  await expect(slow.getByRole("region", { name: /^Measured/ })).toContainText("200");
});

test("a note reworded by two managers is saved over only once both have been shown, and sections ticked stay when the seat gets a holder", async ({ open }) => {
  const launch = await newLaunch(undefined, "beacon");
  const other = await newMember(launch, "manager", "Second manager");
  const [slow, quick] = [await open(launch.manager), await open(other)];
  await Promise.all([slow.goto(`${launch.path}/settings`), quick.goto(`${launch.path}/settings`)]);
  await Promise.all([live(slow), live(quick)]);
  const notes = (page: Page) => page.getByRole("region", { name: "Notes" });
  await notes(slow).getByRole("textbox", { name: "Note" }).fill("Fog");
  await notes(slow).getByRole("button", { name: "Add note" }).click();
  await notes(quick).getByRole("button", { name: "Reword: Fog" }).click();
  await notes(slow).getByRole("button", { name: "Reword: Fog" }).click();
  const dialog = (page: Page) => page.getByRole("dialog", { name: "Reword" });
  await dialog(slow).getByRole("textbox", { name: "Note" }).fill("Fog in March");
  await dialog(quick).getByRole("textbox", { name: "Note" }).fill("Fog in April");
  await dialog(quick).getByRole("button", { name: "Save the note" }).click();
  await expect(dialog(quick)).toBeHidden();
  await expect(notes(slow).locator("li")).toContainText("Fog in April");
  await expect(dialog(slow).getByRole("alert")).toContainText("Now: Risk: “Fog in April”");
  await expect(dialog(slow).getByRole("button", { name: "Save the note" })).toBeDisabled();
  await dialog(slow).getByRole("button", { name: "I have seen it" }).click();
  await expect(dialog(slow).getByRole("textbox", { name: "Note" })).toHaveValue("Fog in March");
  await dialog(slow).getByRole("button", { name: "Save the note" }).click();
  await expect(notes(quick).locator("li")).toContainText("Fog in March");

  const seats = slow.getByRole("region", { name: "Seats" });
  const ticks = seats.getByRole("group", { name: "Sections: Security Officer" });
  await seats.getByRole("listitem").filter({ hasText: "Security Officer" }).getByText(/^Sections: /).first().click();
  await ticks.getByRole("radio", { name: "Only these" }).check();
  await ticks.getByRole("checkbox").first().check();
  await holdSeat(launch, "Security Officer", other);
  await expect(seats.getByRole("combobox", { name: "Holder of Security Officer" })).toHaveValue(/./);
  await expect(ticks.getByRole("checkbox").first()).toBeChecked();
  await ticks.getByRole("button", { name: "Save sections" }).click();
  await expect(ticks.getByRole("status")).toHaveText("Saved.");
});

test("somebody who is not signed in any more is told so, keeps what was typed, and is let in nowhere", async ({ open, complaints }) => {
  complaints.forgive(/401 \(Unauthorized\)/);
  const launch = await newLaunch();
  const page = await open(null);
  const session = await signedIn(page.context(), launch.manager);
  await page.goto(`${launch.path}/items/${await keyOf(launch, items.admins)}`);
  await page.getByRole("group", { name: "Work" }).getByRole("button", { name: "Blocked" }).click();
  const typed = "the list is locked in the office";
  await page.getByRole("dialog").getByLabel("Reason").fill(typed);
  await revoke(session);
  await page.getByRole("button", { name: "Save", exact: true }).click();

  const refused = page.getByRole("dialog", { name: "Not saved" });
  await expect(refused.getByRole("alert")).toContainText("You are not signed in any more. Sign in again; what you typed is still here.");
  await expect(refused.getByLabel("Reason")).toHaveValue(typed);

  for (const path of ["/api/launches/SLUG/status", "/api/launches/SLUG/events", "/launches/SLUG/export/md", "/launches/SLUG/export/csv", "/launches/SLUG/export/json"]) {
    const answer = await page.request.get(path.replace("SLUG", launch.slug));
    expect(answer.status(), path).toBe(401);
    expect(await answer.text(), path).toContain("Sign in and try again.");
  }

  const away = await page.request.get(launch.path, { maxRedirects: 0 });
  expect(away.headers().location).toBe(`/sign-in?from=${encodeURIComponent(launch.path)}`);

  // Signing in again in another tab is enough to send what was typed.
  await signedIn(page.context(), launch.manager);
  await refused.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("article")).toContainText(typed);
  await expect(refused).toBeHidden();
});
