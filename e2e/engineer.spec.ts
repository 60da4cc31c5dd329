import { items, newLaunch } from "./launch";
import { password, somebody } from "./people";
import { number, panel, row, sectionCount } from "./screen";
import { expect, live, test } from "./test";

test("an invited engineer joins and works, and every number, bar and reason follows in both browsers", async ({ open }) => {
  const manager = await somebody("Manager");
  const launch = await newLaunch(manager);
  const board = await open(manager);
  await board.goto(`${launch.path}/settings`);
  const invite = board.getByRole("region", { name: "Invite somebody" });
  await invite.getByLabel("Role").selectOption("Contributor");
  await invite.getByRole("button", { name: "Make a link" }).click();
  const link = await invite.getByLabel("Invitation link").locator("input").inputValue();

  const engineer = await open(null);
  await engineer.goto(link);
  await expect(engineer.getByRole("heading", { name: `Join ${launch.name}` })).toBeVisible();
  await expect(engineer.getByRole("main")).toContainText("You are invited as Contributor");
  await engineer.getByLabel("Your name").fill("Engineer");
  await engineer.getByRole("textbox", { name: "E-mail" }).fill(`engineer-${launch.slug}@example.com`);
  await engineer.getByLabel("Password", { exact: true }).fill(password);
  await engineer.getByRole("button", { name: "Join" }).click();
  await expect(engineer).toHaveURL(new RegExp(`${launch.path}$`));
  await expect(engineer.getByRole("heading", { level: 1 })).toHaveText("No-go");
  await expect(number(engineer, "Claimed")).toHaveText("0 of 7 · 0 %");

  await board.goto(launch.path);
  await live(board);
  const list = await board.context().newPage();
  await list.goto(`${launch.path}/checklist`);
  await live(list);
  await engineer.getByRole("navigation", { name: "Launch" }).getByRole("link", { name: "Checklist" }).click();
  const item = (text: string) => panel(engineer, text);
  const choose = async (text: string) => row(engineer, text).getByRole("link", { name: text }).click();

  await test.step("done", async () => {
    await choose(items.restored);
    await item(items.restored).getByRole("group", { name: "Work" }).getByRole("button", { name: "Done" }).click();
    await expect(row(engineer, items.restored).getByRole("img", { name: "Done, no proof" })).toBeVisible();
    await expect(row(list, items.restored).getByRole("img", { name: "Done, no proof" })).toBeVisible();
    await expect(sectionCount(engineer, "Backups")).toHaveText("0 of 4 verified, 1 claimed");
    await expect(sectionCount(list, "Backups")).toHaveText("0 of 4 verified, 1 claimed");
    await expect(number(board, "Claimed")).toHaveText("1 of 7 · 14 %");
    await expect(number(board, "Verified")).toHaveText("0 of 7 · 0 %");
    const backups = board.getByRole("table", { name: /^Each section/ }).getByRole("row", { name: /Backups/ });
    await expect(backups).toContainText("0/41/4");
    await expect(board.getByRole("region", { name: "Latest changes" })).toContainText(`Engineer set ${items.restored} to Done`);
  });

  await test.step("proof", async () => {
    await item(items.restored).getByRole("button", { name: "Add proof" }).click();
    await item(items.restored).getByLabel("Address").fill("https://ci.example.com/restore/41");
    await item(items.restored).getByLabel("What it shows").fill("Restore of last night");
    await item(items.restored).getByRole("button", { name: "Add", exact: true }).click();
    await expect(item(items.restored).getByRole("link", { name: "Restore of last night" })).toHaveAttribute("href", "https://ci.example.com/restore/41");
    await expect(row(list, items.restored).getByRole("img", { name: "Verified" })).toBeVisible();
    await expect(number(board, "Verified")).toHaveText("1 of 7 · 14 %");
  });

  await test.step("in progress", async () => {
    await choose(items.second);
    await item(items.second).getByRole("group", { name: "Work" }).getByRole("button", { name: "In progress" }).click();
    await expect(row(list, items.second).getByRole("img", { name: "In progress" })).toBeVisible();
    await expect(board.getByRole("region", { name: "Numbers" })).toContainText("in progress 1");
  });

  await test.step("blocked, never without a reason", async () => {
    await choose(items.written);
    await item(items.written).getByRole("group", { name: "Work" }).getByRole("button", { name: "Blocked" }).click();
    const asked = engineer.getByRole("dialog", { name: "What blocks it?" });
    await asked.getByRole("button", { name: "Save" }).click();
    await expect(asked).toBeVisible();
    await asked.getByLabel("Reason").fill("the second site has no power");
    await asked.getByRole("button", { name: "Save" }).click();
    await expect(row(engineer, items.written)).toContainText("blocked: the second site has no power");
    await expect(row(list, items.written)).toContainText("blocked: the second site has no power");
    await expect(board.getByRole("region", { name: "What stands in the way" })).toContainText("Blocked since today: the second site has no power");
    await expect(board.getByRole("main")).toContainText("1 item is blocked");
  });

  await test.step("not applicable, never without a reason", async () => {
    await choose(items.signOn);
    await item(items.signOn).getByRole("button", { name: "Not applicable…" }).click();
    const asked = engineer.getByRole("dialog", { name: "Why does it not apply?" });
    await asked.getByLabel("Reason").fill("one team, one door");
    await asked.getByRole("button", { name: "Save" }).click();
    await expect(row(list, items.signOn)).toContainText("not applicable: one team, one door");
    await expect(sectionCount(list, "Access")).toHaveText("0 of 2 verified, 0 claimed");
    await expect(number(board, "Claimed")).toHaveText("1 of 6 · 16 %");
    await expect(board.getByRole("region", { name: "Numbers" })).toContainText("Not applicable 1");
  });

  await test.step("owner and date", async () => {
    await choose(items.admins);
    await item(items.admins).getByLabel("Owner").selectOption({ label: "Engineer" });
    await expect(row(list, items.admins)).toContainText("Owner: Engineer");
    await item(items.admins).getByLabel("Due", { exact: true }).fill("2031-05-09");
    await item(items.admins).getByLabel("Due", { exact: true }).press("Enter");
    await expect(row(list, items.admins)).toContainText("due 9 May 2031");
    await expect(board.getByRole("region", { name: "What stands in the way" })).toContainText("Engineer");
  });

  await test.step("all of it is one history: who, what, before and after", async () => {
    await board.getByRole("navigation", { name: "Launch" }).getByRole("link", { name: "History" }).click();
    const told = board.getByRole("main").getByRole("listitem");
    await expect(told.filter({ hasText: `Engineer set ${items.restored} to Done` })).toHaveCount(1);
    await expect(told.filter({ hasText: `Engineer added proof to ${items.restored}: Restore of last night` })).toHaveCount(1);
    await expect(told.filter({ hasText: `Engineer set ${items.written} to Blocked: the second site has no power` })).toHaveCount(1);
    await expect(told.filter({ hasText: `Engineer decided about ${items.signOn}: Not applicable, because one team, one door` })).toHaveCount(1);
    await expect(told.filter({ hasText: `Engineer gave ${items.admins} to Engineer` })).toHaveCount(1);
    await expect(told.filter({ hasText: `Engineer set the due date of ${items.admins} to 9 May 2031` })).toHaveCount(1);
    await expect(told.filter({ hasText: "Engineer joined as" })).toHaveCount(1);
    await told.filter({ hasText: `Engineer set ${items.second} to In progress` }).getByText("work", { exact: false }).first().click();
    const filter = board.getByRole("search", { name: "Filter" });
    await filter.getByLabel("Section", { exact: true }).selectOption("2 Access");
    await filter.getByRole("button", { name: "Show" }).click();
    await expect(board).toHaveURL(/section=2/);
    await expect(told.filter({ hasText: `Engineer gave ${items.admins} to Engineer` })).toHaveCount(1);
    await expect(told.filter({ hasText: `Engineer set ${items.restored} to Done` })).toHaveCount(0);
  });

  await test.step("an invitation works once", async () => {
    const late = await open(null);
    await late.goto(link);
    await expect(late.getByRole("heading", { name: "This invitation no longer works" })).toBeVisible();
  });
});
