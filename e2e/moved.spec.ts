import { readiness } from "./cli";
import { askToGoWithout, choose, crewed, openItem, seat, sign, typeCondition } from "./decision";
import { beacon, keyOf, statusOf, type Launch } from "./launch";
import { password } from "./people";
import { row } from "./screen";
import { expect, live, openDeaf, test } from "./test";

async function change(launch: Launch, text: string, work: string): Promise<void> {
  await readiness("set", launch.slug, await keyOf(launch, text), "--work", work, "--as", launch.manager.email);
}

test("a state that moved while the page heard nothing is not signed: what moved is shown, what was typed stays, and one step signs the new state", async ({ open, complaints }) => {
  const { launch, officer } = await crewed();
  const page = await openDeaf(open, complaints, officer);
  await page.goto(`${launch.path}/sign-off`);
  const mine = seat(page, "Security Officer");
  await choose(mine, "Go with conditions", "the spare lamp is on its way");
  await typeCondition(mine, "The spare lamp has arrived", officer);
  await mine.getByLabel("Your password", { exact: true }).fill(password);

  await change(launch, beacon.rotated, "in-progress");
  await change(launch, beacon.phone, "done");
  await mine.getByRole("button", { name: "Sign", exact: true }).click();

  await expect(mine.getByRole("alert")).toContainText("The state has changed while this page was open. Look at it again before you sign.");
  await expect(mine).toContainText("This changed since you opened the form; what you typed is still here");
  // What is done on launch day is nothing that is signed for: exactly the one line.
  const lines = mine.getByRole("listitem").filter({ hasText: "→" });
  await expect(lines).toHaveText([`${beacon.rotated}work: Done → In progress`]);
  await expect(lines.getByRole("link", { name: beacon.rotated })).toHaveAttribute("href", `${launch.path}/items/${await keyOf(launch, beacon.rotated)}`);
  await expect(mine.getByRole("button", { name: "Sign", exact: true })).toBeDisabled();
  expect((await statusOf(launch.slug)).seats.map(({ position }) => position)).toEqual([null, null]);

  await mine.getByRole("button", { name: "I have seen it" }).click();
  await expect(mine.getByRole("alert")).toHaveCount(0);
  await expect(mine.getByLabel("Reason")).toHaveValue("the spare lamp is on its way");
  await expect(mine.getByLabel("What has to happen")).toHaveValue("The spare lamp has arrived");
  await mine.getByRole("button", { name: "Sign", exact: true }).click();
  await expect(mine.getByRole("button", { name: "Sign", exact: true })).toHaveCount(0);
  await expect(mine).toContainText("Go with conditions, said");
  await expect(mine).not.toContainText("changed since");
  const officers = (await statusOf(launch.slug)).seats.find(({ role }) => role === "Security Officer");
  expect(officers).toMatchObject({ position: "go-with-conditions", stale: false });
});

test("two browsers: what the other changes is listed under the pen at once, follows further changes, and goes when they come back", async ({ open }) => {
  const { launch, officer, engineer } = await crewed();
  const [page, list] = [await open(officer), await open(engineer)];
  await Promise.all([page.goto(`${launch.path}/sign-off`), list.goto(`${launch.path}/checklist`)]);
  await Promise.all([live(page), live(list)]);
  const mine = seat(page, "Security Officer");
  await choose(mine, "No-go", "the keys lie open");
  const lines = mine.getByRole("listitem").filter({ hasText: "→" });

  await row(list, beacon.rotated).getByRole("button", { name: `Set back to do: ${beacon.rotated}` }).click();
  await expect(lines).toHaveText([`${beacon.rotated}work: Done → To do`]);
  await row(list, beacon.read).getByRole("button", { name: `Set back to do: ${beacon.read}` }).click();
  await expect(mine).toContainText("These 2 things changed since you opened the form");
  await expect(lines).toHaveCount(2);
  await row(list, beacon.rotated).getByRole("button", { name: `Mark done: ${beacon.rotated}` }).click();
  await expect(lines).toHaveText([`${beacon.read}work: Done → To do`]);
  await row(list, beacon.read).getByRole("button", { name: `Mark done: ${beacon.read}` }).click();
  await expect(mine.getByRole("alert")).toHaveCount(0);
  await expect(mine.getByLabel("Reason")).toHaveValue("the keys lie open");
  await sign(mine);
  await expect(mine).toContainText("No-go, said");
});

test("whoever signs finds what is open, stale and gone without by name, each with its way there", async ({ open }) => {
  const { launch, officer } = await crewed({ done: [beacon.rotated] });
  const asker = await openItem(await open(officer), launch, beacon.tested);
  await askToGoWithout(asker, "the testers are ill", "the doors are watched");
  const manager = await open(launch.manager);
  const item = await openItem(manager, launch, beacon.tested);
  await item.getByRole("button", { name: "Approve", exact: true }).click();
  await manager.getByRole("dialog", { name: "Approve this waiver" }).getByRole("button", { name: "Approve", exact: true }).click();
  await expect(item.getByRole("region", { name: "Waiver" })).toContainText("Waived");

  const page = asker.page();
  await page.goto(`${launch.path}/sign-off`);
  const mine = seat(page, "Security Officer");
  const part = (name: string) => mine.getByRole("group").filter({ has: page.getByText(name, { exact: true }) }).last();
  const waived = part("1 waived").getByRole("listitem");
  await expect(waived).toContainText(/until .*: the testers are ill/);
  await expect(waived.getByRole("link", { name: beacon.tested })).toBeVisible();
  const way = part("1 in the way").getByRole("listitem");
  await expect(way).toHaveText(`${beacon.read}Open since today`);
  await way.getByRole("link", { name: beacon.read }).click();
  await expect(page.getByRole("heading", { level: 1, name: beacon.read })).toBeVisible();
});
