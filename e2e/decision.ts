import type { Locator, Page } from "playwright/test";
import { ask } from "./database";
import { beaconCounts, holdSeat, keyOf, markDone, newLaunch, newMember, type Launch } from "./launch";
import { password, type Person } from "./people";
import { expect } from "./test";

/** A launch with both seats taken, and the people of a go/no-go. */
export interface Crew { launch: Launch; officer: Person; operations: Person; engineer: Person; viewer: Person }

/** `beacon` with its seats held; `done`: all that counts before launch is done. */
export async function crewed({ done }: { done: readonly string[] } = { done: beaconCounts }): Promise<Crew> {
  const launch = await newLaunch(undefined, "beacon");
  const [officer, operations] = [await newMember(launch, "contributor", "Officer"), await newMember(launch, "contributor", "Operations")];
  const [engineer, viewer] = [await newMember(launch, "contributor", "Engineer"), await newMember(launch, "viewer", "Stakeholder")];
  await holdSeat(launch, "Security Officer", officer);
  await holdSeat(launch, "Operations Lead", operations);
  await markDone(launch, done);
  return { launch, officer, operations, engineer, viewer };
}

/** One seat on the sign-off page. */
export function seat(page: Page, role: string): Locator {
  return page.getByRole("article", { name: new RegExp(`^${role}`) });
}

/** Opens the form of a seat and chooses a position, as its holder. */
export async function choose(card: Locator, position: "Go" | "Go with conditions" | "No-go" | "Abstain", reason?: string): Promise<void> {
  await card.getByRole("button", { name: /^(Take a position|Confirm or change your position)$/ }).click();
  await card.getByRole("radio", { name: position, exact: true }).check();
  if (reason !== undefined) await card.getByLabel("Reason").fill(reason);
}

/** Types what a go with conditions hangs on, in the form of a seat. */
export async function typeCondition(card: Locator, text: string, owner: Person): Promise<void> {
  await card.getByLabel("What has to happen").fill(text);
  await card.getByLabel("Who sees to it").selectOption({ label: owner.name });
  await card.getByLabel("Until (UTC)").fill("2099-01-01T09:00");
}

/** Signs what is chosen; the page has taken it once the form is gone. */
export async function sign(card: Locator): Promise<void> {
  await card.getByLabel("Your password", { exact: true }).fill(password);
  await card.getByRole("button", { name: "Sign", exact: true }).click();
  // While it is on its way the button reads otherwise: only once both are gone has the server answered.
  await expect(card.getByRole("button", { name: /^(Sign|Signing…)$/ })).toHaveCount(0);
}

/** An item's own page, read to the end. */
export async function openItem(page: Page, launch: Launch, text: string): Promise<Locator> {
  await page.goto(`${launch.path}/items/${await keyOf(launch, text)}`);
  const item = page.getByRole("article", { name: text });
  await expect(item.getByRole("heading", { name: "History", exact: true })).toBeVisible();
  return item;
}

/** Adds a note as proof on an item's own page. */
export async function addNote(item: Locator, text: string): Promise<void> {
  await item.getByRole("button", { name: "Add proof" }).click();
  await item.getByRole("radio", { name: "Note" }).check();
  await item.getByRole("textbox", { name: "Note" }).fill(text);
  await item.getByRole("button", { name: "Add", exact: true }).click();
  await expect(item.getByRole("region", { name: /^Proof/ })).toContainText(text);
  // It may be seen a moment before its form has its answer, as any change is.
  await expect(item.getByRole("textbox", { name: "Note" })).toHaveCount(0);
}

/** Asks on an item's own page to go without it. */
export async function askToGoWithout(item: Locator, reason: string, instead: string): Promise<void> {
  await item.getByRole("button", { name: "Ask to go without it" }).click();
  const form = item.page().getByRole("dialog", { name: "Ask to go without it" });
  await form.getByLabel("Reason").fill(reason);
  await form.getByLabel("Instead").fill(instead);
  await form.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(form).toHaveCount(0);
}

/**
 * The page's next action carries another moment in `field` than its form can hold, as a script would send it: `seconds` from when it
 * is sent, by the database's clock.
 */
export async function sendsInstead(page: Page, field: "endsAt" | "deadline" | "to", seconds: number): Promise<void> {
  const place = new RegExp(`"${field}":"[^"]*"`);
  await page.route(/\/launches\//, async (route) => {
    const body = route.request().method() === "POST" ? route.request().postData() : null;
    if (!body || !place.test(body)) return route.fallback();
    const [row] = await ask<{ at: Date }>("select now() + make_interval(secs => $1) as at", [seconds]);
    if (!row) throw new Error("The database did not say the time.");
    await route.continue({ postData: body.replace(place, `"${field}":"${row.at.toISOString()}"`) });
  });
}
