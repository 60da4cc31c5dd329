import { readiness } from "./cli";
import { choose, seat, sign } from "./decision";
import { assemble, move, phases, pollOf } from "./go-no-go";
import { beacon, beaconCounts } from "./launch";
import { row } from "./screen";
import { expect, live, openLive, test } from "./test";

test("a poll, a decision against the verdict that is loud everywhere, the launch night on two phones, and the end", async ({ open }) => {
  const { crew: { launch, operations, engineer }, manager, security, other, reader } = await assemble(open);
  const list = await openLive(open, engineer, `${launch.path}/checklist`);
  const signOff = `${launch.path}/sign-off`;
  const poll = pollOf(manager);

  await test.step("the rule is declared before the poll opens, and not touched while it is open", async () => {
    await poll.getByRole("button", { name: "Change the rule" }).click();
    await poll.getByLabel("Rule").selectOption({ label: "A number of seats has to say go" });
    await poll.getByLabel("How many").fill("1");
    await poll.getByRole("checkbox", { name: "Security Officer" }).click();
    await expect(poll.getByRole("checkbox", { name: "Security Officer" })).toBeChecked();
    await poll.getByRole("button", { name: "Save the rule" }).click();
    await expect(poll).toContainText("Seats that have to say go: 1. Any no-go blocks. Have to answer: Security Officer.");
    await poll.getByRole("button", { name: "Open the poll" }).click();
    await expect(poll).toContainText(`opened by ${launch.manager.name}`);
    await expect(poll).toContainText("The rule cannot change while the poll is open.");
    await expect(poll).toContainText("Waiting for Security Officer, Operations Lead.");
    await expect(reader.getByRole("main")).toContainText(/The go\/no-go poll is open since .+\. Waiting for Security Officer, Operations Lead\./);
    await expect(reader.getByRole("link", { name: "to the poll" })).toHaveAttribute("href", `${signOff}#poll`);
  });

  await test.step("seats answer by their positions", async () => {
    await choose(seat(other, "Operations Lead"), "Go");
    await sign(seat(other, "Operations Lead"));
    await expect(poll).toContainText("Answered: 1 of 2 seats. 1 go, 0 no-go, 0 abstain.");
    await choose(seat(security, "Security Officer"), "No-go", "the keys lie open");
    await sign(seat(security, "Security Officer"));
    await expect(poll).toContainText("Answered: 2 of 2 seats. 1 go, 1 no-go, 0 abstain.");
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText("No-go");
    await expect(reader.getByRole("main")).toContainText(/The go\/no-go poll is open since .+\. Every seat has answered\./);
  });

  await test.step("go against a no-go needs a reason, and is loud everywhere", async () => {
    await poll.getByRole("button", { name: "Record the decision" }).click();
    await poll.getByRole("radio", { name: "Go", exact: true }).check();
    await expect(poll.getByRole("alert")).toContainText("This goes against the verdict.");
    await poll.getByLabel("Reason").fill("  ");
    await poll.getByRole("button", { name: "Record: Go" }).click();
    await expect(poll.getByRole("alert").last()).toContainText("Say why: this is never done without a reason.");
    await poll.getByLabel("Reason").fill("the ships cannot wait");
    await poll.getByRole("button", { name: "Record: Go" }).click();
    const minutes = manager.getByRole("region", { name: "Minutes of the decision" });
    await expect(minutes).toContainText("Against the verdict");
    await expect(minutes).toContainText("Decided: go");
    await expect(minutes).toContainText("the ships cannot wait");
    const told = new RegExp(`Poll\\s*Opened .+ by ${launch.manager.name}\\. Declared before: Seats that have to say go: 1\\. Any no-go blocks\\. Have to answer: Security Officer\\.`);
    await expect(minutes).toContainText(told);
    await expect(minutes).toContainText(/Did not say go.*Security Officer.*No-go.*the keys lie open/);
    await expect(minutes).toContainText("Nothing it rested on has changed since.");
    await expect(reader.getByRole("main")).toContainText("Decided go, against the verdict");
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText("No-go");
    const report = await reader.context().newPage();
    await report.goto(`${launch.path}/report`);
    await expect(report.getByRole("main")).toContainText("against the verdict, nothing changed since");
    await report.goto(`${signOff}/minutes`);
    await expect(report.getByRole("article")).toContainText("Against the verdict");
    await expect(report.getByRole("article")).toContainText("the keys lie open");
    await expect(report.getByRole("article")).toContainText(told);
    await report.goto(`${launch.path}/history`);
    await expect(report.getByRole("main")).toContainText("recorded the decision: go, against the verdict");
    await expect(report.getByRole("main")).toContainText("the ships cannot wait");
    await report.close();
    expect(await readiness("status", launch.slug)).toContain("decided: go, against the verdict, ");
  });

  await test.step("what changes afterwards is counted beside the decision", async () => {
    await expect(reader.getByRole("main")).toContainText("nothing has changed since");
    await row(list, beacon.rotated).getByRole("button", { name: `Set back to do: ${beacon.rotated}` }).click();
    await expect(reader.getByRole("main")).toContainText("1 change since the decision");
    await expect(manager.getByRole("region", { name: "Minutes of the decision" })).toContainText("One thing has changed since the decision.");
    await row(list, beacon.rotated).getByRole("button", { name: `Mark done: ${beacon.rotated}` }).click();
    await expect(reader.getByRole("main")).toContainText("nothing has changed since");
  });

  const phone = { viewport: { width: 390, height: 800 } };
  const [first, second] = [await open(engineer, phone), await open(operations, phone)];
  await test.step("the launch is recorded, and the first 24 hours begin", async () => {
    await move(manager, "Record the launch");
    await expect(phases(manager)).toContainText("Launched since");
    // Since when it is live is what counts now, with or without a date it was planned for.
    await expect(reader.getByRole("main").getByText(/^T \+ 0 h \d+ min$/)).toBeVisible();
    await expect(reader.getByRole("main")).not.toContainText("No go-live date yet");
    await Promise.all([first.goto(`${launch.path}/night`), second.goto(`${launch.path}/night`)]);
    await Promise.all([live(first), live(second)]);
    await expect(first.getByRole("timer")).toContainText("T + ");
    const shown = await first.getByRole("timer").textContent();
    await expect(first.getByRole("timer")).not.toHaveText(shown ?? "");
    await expect(first.getByRole("banner").or(first.getByRole("main"))).toContainText([/The first 24 hours end/]);
    await expect(first.getByRole("main")).toContainText("Decided go, against the verdict");
  });

  await test.step("one tap answers, and the other phone shows it", async () => {
    const [mine, theirs] = [first, second].map((page) => page.getByRole("region", { name: "First 24 hours" }));
    if (!mine || !theirs) throw new Error("There are two phones.");
    await expect(theirs).toContainText("0 of 2");
    await mine.getByRole("button", { name: `I have it: ${beacon.watched}` }).click();
    await expect(theirs.getByRole("listitem").filter({ hasText: beacon.watched })).toContainText(engineer.name);
    await mine.getByRole("group", { name: `Answer: ${beacon.watched}` }).getByRole("button", { name: "Done" }).click();
    await expect(theirs).toContainText("1 of 2");
    await expect(theirs.getByRole("listitem").filter({ hasText: beacon.watched })).toContainText(`Done by ${engineer.name}`);
    await theirs.getByRole("group", { name: `Answer: ${beacon.backup}` }).getByRole("button", { name: "Trouble" }).click();
    await second.getByRole("dialog", { name: "What blocks it?" }).getByLabel("Reason").fill("the tape is wet");
    await second.getByRole("button", { name: "Save", exact: true }).click();
    await expect(mine.getByRole("listitem").filter({ hasText: beacon.backup })).toContainText("the tape is wet");
  });

  await test.step("at launch the verdict is kept as it was, and the launch is closed", async () => {
    await row(list, beacon.read).getByRole("button", { name: `Set back to do: ${beacon.read}` }).click();
    await expect(reader.getByRole("main")).toContainText("the verdict is kept as it was then.");
    await expect(reader.getByRole("main")).toContainText(`${beaconCounts.length - 1} claimed`);
    const signed = manager.getByRole("article", { name: /^Security Officer/ });
    await expect(signed).toContainText("What was said for the launch stays as it was.");
    await expect(signed).not.toContainText("it has to be confirmed again");
    await move(manager, "Close the launch");
    await expect(phases(manager)).toContainText("Closed since");
  });
});
