import { addNote, choose, openItem, seat, sign } from "./decision";
import { assemble } from "./go-no-go";
import { beacon } from "./launch";
import { password } from "./people";
import { expect, test } from "./test";

test("the security officer refuses with a reason, and later confirms again in one step after seeing exactly what changed", async ({ open }) => {
  const { crew: { launch, engineer }, security, other, reader } = await assemble(open);
  const worker = await open(engineer);
  const mine = seat(security, "Security Officer");

  await test.step("a refusal without a reason is not sent, one with a reason blocks", async () => {
    await choose(mine, "No-go");
    await mine.getByLabel("Your password", { exact: true }).fill(password);
    await mine.getByLabel("Reason").fill("   ");
    await mine.getByRole("button", { name: "Sign", exact: true }).click();
    await expect(mine.getByRole("alert")).toContainText("Say why: this is never done without a reason.");
    await mine.getByLabel("Reason").fill("nobody has seen the report of the penetration test");
    await sign(mine);
    await expect(mine.getByRole("status")).toContainText("Keep this checkpoint somewhere outside");
    await choose(seat(other, "Operations Lead"), "Go");
    await sign(seat(other, "Operations Lead"));
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText("No-go");
    await expect(reader.getByRole("region", { name: "Seats" })).toContainText("No-go: nobody has seen the report of the penetration test");
  });

  await test.step("what happened since stands there, nothing else", async () => {
    await addNote(await openItem(worker, launch, beacon.tested), "Report of November");
    await expect(mine).toContainText("changed since: it has to be confirmed again.");
    const changes = mine.getByRole("listitem").filter({ hasText: "→" });
    await expect(changes.filter({ hasText: "proof: nothing → “Report of November”" })).toHaveCount(1);
    for (const line of await changes.all()) await expect(line).toContainText(beacon.tested);
    await choose(mine, "Go");
    await sign(mine);
    await expect(mine).not.toContainText("changed since");
    // A go has no field for a reason, so the refusal's must not stand beside it.
    await expect(mine).not.toContainText("nobody has seen the report of the penetration test");
    await expect(seat(other, "Operations Lead")).toContainText("Report of November");
  });

  await test.step("one step confirms: the password, and nothing typed anew", async () => {
    const theirs = seat(other, "Operations Lead");
    await theirs.getByLabel("Your password", { exact: true }).fill(password);
    await theirs.getByRole("button", { name: "Confirm again: Go" }).click();
    await expect(theirs).not.toContainText("changed since");
    await expect(other.getByText("2 of 2 seats say go", { exact: true })).toBeVisible();
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Go");
  });

  await test.step("the same again: a change, its one line, one step", async () => {
    const item = await openItem(worker, launch, beacon.rotated);
    await item.getByRole("group", { name: "Work" }).getByRole("button", { name: "In progress" }).click();
    await expect(mine.getByRole("listitem").filter({ hasText: "work: Done → In progress" })).toHaveText(`${beacon.rotated}work: Done → In progress`);
    await expect(mine).toContainText("One thing has changed since: it has to be confirmed again.");
    await expect(mine.getByRole("button", { name: "Confirm again: Go" })).toHaveCount(0);
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText("No-go");
    await item.getByRole("group", { name: "Work" }).getByRole("button", { name: "Done" }).click();
    await expect(mine).not.toContainText("changed since");
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Go");
  });
});
