import type { Page } from "playwright/test";
import { gate, readiness } from "./cli";
import { choose, seat, type Crew } from "./decision";
import { assemble, bothSayGo, decideGo, move, phases, pollOf } from "./go-no-go";
import { beacon, keyOf, statusOf } from "./launch";
import { password } from "./people";
import { row } from "./screen";
import { expect, live, openDeaf, openLive, test, type Open } from "./test";

const verdict = (page: Page) => page.getByRole("heading", { level: 1 });

/** What everybody is told of a launch that is not being prepared: in the sentence, in the status, and by a gate that stays shut. */
async function expectShut({ launch }: Crew, reader: Page, kind: "postponed" | "rolled-back" | "archived", sentence: string, word: string): Promise<void> {
  await expect(verdict(reader)).toHaveText("No-go");
  await expect(reader.getByRole("main")).toContainText(sentence);
  const { code, output } = await gate(launch.slug);
  expect(code).toBe(4);
  expect(output).toContain("The gate is closed.");
  expect(output).toContain(`${word}: 1`);
  const status = await statusOf(launch.slug);
  expect([status.phase, status.verdict, status.reasons.map((reason) => reason.kind)]).toEqual([kind, "no-go", [kind]]);
}

async function expectOpen({ launch }: Crew, reader: Page): Promise<void> {
  await expect(verdict(reader)).toHaveText("Go");
  expect(await gate(launch.slug)).toMatchObject({ code: 0 });
}

/** A launch that may go live: everything done, both seats say go. The officer's and the lead's pages stay open. */
async function ready(open: Open) {
  const assembled = await assemble(open);
  await bothSayGo(assembled);
  await expectOpen(assembled.crew, assembled.reader);
  return assembled;
}

test("a postponed launch lets nothing out, and with a new date is prepared and confirmed again", async ({ open }) => {
  const { crew, manager, security, other, reader } = await ready(open);

  await test.step("only a manager moves it", async () => {
    await expect(phases(security)).toContainText("Preparing since");
    await expect(phases(security).getByRole("button")).toHaveCount(0);
    await move(manager, "Postpone");
    await expect(phases(security)).toContainText("Postponed since");
    await expectShut(crew, reader, "postponed", "The launch is postponed.", "Postponed");
  });

  await test.step("the reason leads to where it is cleared, and the seats' words stand", async () => {
    await expect(reader.getByRole("region", { name: "Seats" })).not.toContainText("changed since");
    await reader.getByRole("link", { name: "Postponed", exact: true }).click();
    await expect(reader).toHaveURL(/\/sign-off#phase$/);
    await expect(phases(reader)).toContainText("Postponed since");
    await reader.goto(crew.launch.path);
    await live(reader);
  });

  await test.step("a new date is set, and each seat confirms it", async () => {
    const settings = await manager.context().newPage();
    await settings.goto(`${crew.launch.path}/settings`);
    await settings.getByLabel("Go-live", { exact: true }).fill("2031-06-02T09:00");
    await settings.getByRole("button", { name: "Save", exact: true }).first().click();
    await expect(settings.getByText("Saved.", { exact: true })).toBeVisible();
    await settings.close();
    // What is not on the page yet may not be decided over: the step would be refused.
    await expect(seat(manager, "Security Officer")).toContainText("go-live: nothing → Mon 2 Jun 2031, 09:00 UTC");
    await move(manager, "Back to preparing");
    await expect(phases(security)).toContainText("Preparing since");
    await expect(verdict(reader)).toHaveText("No-go");
    await expect(reader.getByRole("main")).toContainText("2 of 2 seats have not said go.");
    for (const [page, role] of [[security, "Security Officer"], [other, "Operations Lead"]] as const) {
      await expect(seat(page, role)).toContainText("go-live: nothing → Mon 2 Jun 2031, 09:00 UTC");
      await seat(page, role).getByLabel("Your password", { exact: true }).fill(password);
      await seat(page, role).getByRole("button", { name: "Confirm again: Go" }).click();
      await expect(seat(page, role)).not.toContainText("changed since");
    }
    await expectOpen(crew, reader);
  });
});

test("a launch that was rolled back has not happened: it is shut until it is prepared anew", async ({ open }) => {
  const { crew, manager, security, reader } = await ready(open);

  await test.step("whoever launches is told when the verdict has fallen since it was decided", async () => {
    await decideGo(manager);
    const launching = manager.getByRole("dialog", { name: "Record the launch" });
    const set = async (work: string): Promise<string> => readiness("set", crew.launch.slug, await keyOf(crew.launch, beacon.read), "--work", work, "--as", crew.launch.manager.email);
    await set("in-progress");
    await expect(verdict(reader)).toHaveText("No-go");
    await expect(manager.getByText("0 of 2 seats say go", { exact: true })).toBeVisible();
    await phases(manager).getByRole("button", { name: "Record the launch" }).click();
    await expect(launching.getByRole("alert")).toContainText("Since it was decided, the verdict has become no-go.");
    await set("done");
    await expect(verdict(reader)).toHaveText("Go");
    await expect(launching.getByRole("alert")).toHaveCount(0);
    await launching.getByRole("button", { name: "Cancel" }).click();
    await expect(launching).toBeHidden();
  });

  await test.step("launched", async () => {
    await move(manager, "Record the launch");
    await expect(reader.getByRole("main")).toContainText("the verdict is kept as it was then.");
    await expectOpen(crew, reader);
  });

  await test.step("rolled back, as everybody sees", async () => {
    await move(manager, "Record a rollback");
    await expect(phases(security)).toContainText("Rolled back since");
    await expect(phases(security)).not.toContainText("Went live");
    await expect(phases(security).getByRole("button")).toHaveCount(0);
    await expectShut(crew, reader, "rolled-back", "The launch was rolled back.", "Rolled back");
    await expect(reader.getByRole("main")).not.toContainText("the verdict is kept as it was then.");
  });

  await test.step("prepared anew, it is judged anew, and launching takes a decision again", async () => {
    await move(manager, "Back to preparing");
    await expectOpen(crew, reader);
    await expect(phases(manager).getByRole("button", { name: "Record the launch" })).toHaveCount(0);
    await expect(reader.getByRole("main")).toContainText(/Once decided go, .+; it does not stand any more/);
    await expect(manager.getByRole("region", { name: "Minutes of the decision" })).toContainText("It does not stand any more:");
  });
});

test("archiving ends the poll and all changes, refuses with a sentence what was begun before, and can be taken back", async ({ open, complaints }) => {
  const { crew, manager, security, reader } = await ready(open);
  await pollOf(manager).getByRole("button", { name: "Open the poll" }).click();
  await expect(pollOf(security)).toContainText(`opened by ${crew.launch.manager.name}`);
  const list = await openLive(open, crew.engineer, `${crew.launch.path}/checklist`);
  const deaf = await openDeaf(open, complaints, crew.engineer);
  await deaf.goto(`${crew.launch.path}/checklist`);
  await expect(row(deaf, beacon.rotated).getByRole("button", { name: `Set back to do: ${beacon.rotated}` })).toBeVisible();

  await test.step("the poll ends with it", async () => {
    await choose(seat(security, "Security Officer"), "No-go", "the keys lie open");
    await move(manager, "Archive");
    await expect(phases(security)).toContainText("Archived since");
    await expect(phases(security).getByRole("button")).toHaveCount(0);
    await expect(pollOf(security)).not.toContainText("opened by");
    await expectShut(crew, reader, "archived", "The launch is archived.", "Archived");
  });

  await test.step("a signature that was begun before is refused, and what was typed is still there", async () => {
    const mine = seat(security, "Security Officer");
    await expect(mine.getByRole("alert")).toHaveText("This launch is over, so it does not change any more.");
    await expect(mine.getByRole("button", { name: "Sign", exact: true })).toBeDisabled();
    await expect(mine.getByLabel("Reason")).toHaveValue("the keys lie open");
  });

  await test.step("no item changes", async () => {
    await expect(list.getByText("This launch is archived: it is shown as it was left.")).toBeVisible();
    await expect(row(list, beacon.rotated)).toBeVisible();
    await expect(list.getByRole("button", { name: /^(Mark done|Set back to do):/ })).toHaveCount(0);
    await row(deaf, beacon.rotated).getByRole("button", { name: `Set back to do: ${beacon.rotated}` }).click();
    await expect(deaf.getByRole("alert").filter({ hasText: "This launch is over, so it does not change any more." })).toBeVisible();
    await expect(row(deaf, beacon.rotated).getByRole("img", { name: "Done, no proof" })).toBeVisible();
  });

  await test.step("brought back, it stands as it was left, without a poll", async () => {
    await move(manager, "Back to preparing");
    await expectOpen(crew, reader);
    await expect(pollOf(security)).not.toContainText("opened by");
    await list.reload();
    await expect(row(list, beacon.rotated).getByRole("button", { name: `Set back to do: ${beacon.rotated}` })).toBeVisible();
  });
});
