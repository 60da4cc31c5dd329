import type { Locator, Page } from "playwright/test";
import { choose, crewed, seat, sign, type Crew } from "./decision";
import { expect, openLive, type Open } from "./test";

/** A crew with everybody at their place, hearing of changes: the manager and both seats at the sign-off page, the viewer at the overview. */
export interface Assembled { crew: Crew; manager: Page; security: Page; other: Page; reader: Page }

/** Opens those pages for a launch of its own with everything done. */
export async function assemble(open: Open): Promise<Assembled> {
  const crew = await crewed();
  const { launch, officer, operations, viewer } = crew;
  const signOff = `${launch.path}/sign-off`;
  const [manager, security, other, reader] = await Promise.all([
    openLive(open, launch.manager, signOff), openLive(open, officer, signOff), openLive(open, operations, signOff), openLive(open, viewer, launch.path),
  ]);
  return { crew, manager, security, other, reader };
}

/** Both seats say go. */
export async function bothSayGo({ manager, security, other }: Assembled): Promise<void> {
  await choose(seat(security, "Security Officer"), "Go");
  await sign(seat(security, "Security Officer"));
  await choose(seat(other, "Operations Lead"), "Go");
  await sign(seat(other, "Operations Lead"));
  await expect(manager.getByText("2 of 2 seats say go", { exact: true })).toBeVisible();
}

/** The poll and the decision on the sign-off page. */
export const pollOf = (page: Page): Locator => page.getByRole("region", { name: "Go or no-go" });

/** The manager decides go, as the seats said. */
export async function decideGo(manager: Page): Promise<void> {
  await pollOf(manager).getByRole("button", { name: "Record the decision" }).click();
  await pollOf(manager).getByRole("radio", { name: "Go", exact: true }).check();
  await pollOf(manager).getByRole("button", { name: "Record: Go" }).click();
  await expect(phases(manager)).toContainText("Decided since");
}

/** The launch's phase and its steps on the sign-off page. */
export const phases = (page: Page): Locator => page.getByRole("region", { name: "Where the launch stands" });

/** Takes the launch one step further, by the button that says so. */
export async function move(page: Page, step: string): Promise<void> {
  await phases(page).getByRole("button", { name: step, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: step });
  await dialog.getByRole("button", { name: "Record it" }).click();
  await expect(dialog).toBeHidden();
}
