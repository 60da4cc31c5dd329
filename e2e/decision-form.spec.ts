import type { Page } from "playwright/test";
import { choose, seat, sign, typeCondition } from "./decision";
import { ask } from "./database";
import { assemble, pollOf } from "./go-no-go";
import { newMember, type Launch } from "./launch";
import { expect, openDeaf, openLive, test } from "./test";

type Outcome = "Go" | "No-go" | "Postpone";
const says = {
  opened: "A poll was opened while this was open. Recording a decision closes it.",
  closed: "The poll was closed while this was open.",
  decided: "This was decided while it was open here; the minutes have it. What you record now is another decision, beside that one.",
  verdict: (verdict: string) => `The verdict has changed while this was open: it is ${verdict} now.`,
};

const minutes = (page: Page) => page.getByRole("region", { name: "Minutes of the decision" });

async function begin(page: Page, outcome: Outcome, reason: string): Promise<void> {
  await pollOf(page).getByRole("button", { name: "Record the decision" }).click();
  await pollOf(page).getByRole("radio", { name: outcome, exact: true }).check();
  await pollOf(page).getByLabel("Reason").fill(reason);
}

async function record(page: Page, outcome: Outcome): Promise<void> {
  await pollOf(page).getByRole("button", { name: `Record: ${outcome}` }).click();
  await expect(pollOf(page).getByRole("button", { name: "Record the decision" })).toBeVisible();
}

async function expectTyped(page: Page, outcome: Outcome, reason: string): Promise<void> {
  await expect(pollOf(page).getByRole("radio", { name: outcome, exact: true })).toBeChecked();
  await expect(pollOf(page).getByLabel("Reason")).toHaveValue(reason);
}

/** Exactly these sentences stand under the form; until they are seen it cannot be sent, and seeing them loses nothing. */
async function seesUnderPen(page: Page, outcome: Outcome, reason: string, sentences: readonly string[]): Promise<void> {
  const notice = pollOf(page).getByRole("alert").filter({ has: page.getByRole("button", { name: "I have seen it" }) });
  await expect(notice.getByRole("paragraph")).toHaveText(sentences);
  await expect(pollOf(page).getByRole("button", { name: `Record: ${outcome}` })).toBeDisabled();
  await expectTyped(page, outcome, reason);
  await notice.getByRole("button", { name: "I have seen it" }).click();
  await expect(notice).toHaveCount(0);
  await expect(pollOf(page).getByRole("button", { name: `Record: ${outcome}` })).toBeEnabled();
  await expectTyped(page, outcome, reason);
}

/** What was decided, the latest first: outcome, reason, the verdict it was made on, and whether a poll was open. */
async function decisionsOf(launch: Launch): Promise<unknown[]> {
  const rows = await ask<{ outcome: string; reason: string | null; verdict: string; polled: boolean }>(
    "select d.outcome, d.reason, d.verdict, d.poll_id is not null as polled from decisions d join launches l on l.id = d.launch_id where l.slug = $1 order by d.at desc", [launch.slug]);
  return rows.map(({ outcome, reason, verdict, polled }) => [outcome, reason, verdict, polled ? "polled" : "no poll"]);
}

test("under an open decision form stands whatever moved meanwhile, nothing typed is lost, and what is recorded is what stood there", async ({ open }) => {
  const { crew: { launch }, manager, security, other } = await assemble(open);
  const colleague = await openLive(open, await newMember(launch, "manager", "Second manager"), `${launch.path}/sign-off`);
  const reason = "the ships cannot wait";
  await begin(manager, "Go", reason);

  await test.step("a poll that is opened, and one that is closed", async () => {
    await pollOf(colleague).getByRole("button", { name: "Open the poll" }).click();
    await seesUnderPen(manager, "Go", reason, [says.opened]);
    await pollOf(colleague).getByRole("button", { name: "Close it without a decision" }).click();
    await seesUnderPen(manager, "Go", reason, [says.closed]);
  });

  await test.step("a poll and a verdict at once: neither hides the other", async () => {
    await pollOf(colleague).getByRole("button", { name: "Open the poll" }).click();
    await expect(pollOf(security)).toContainText("The poll is open since");
    const card = seat(security, "Security Officer");
    await choose(card, "Go with conditions", "one lamp is on its way");
    await typeCondition(card, "The spare lamp has arrived", launch.manager);
    await sign(card);
    await choose(seat(other, "Operations Lead"), "Go");
    await sign(seat(other, "Operations Lead"));
    await seesUnderPen(manager, "Go", reason, [says.verdict("Conditional go"), says.opened]);
  });

  await test.step("the other manager decides go, with conditions: what is recorded now is another decision, and both are kept", async () => {
    await expect(pollOf(colleague)).toContainText("Answered: 2 of 2 seats.");
    await begin(colleague, "Go", "all hands agree");
    await expect(pollOf(colleague)).toContainText("The verdict at this moment: Conditional go.");
    await record(colleague, "Go");
    await seesUnderPen(manager, "Go", reason, [says.decided]);
    await expect(minutes(manager)).toContainText("all hands agree");
    await record(manager, "Go");
    await expect(minutes(manager)).toContainText(reason);
    await expect(minutes(manager)).toContainText(/Verdict then\s*Conditional go/);
    await expect(minutes(manager)).toContainText("None was open.");
    await expect(minutes(manager)).toContainText("The spare lamp has arrived");
    expect(await decisionsOf(launch)).toEqual([["go", reason, "conditional-go", "no poll"], ["go", "all hands agree", "conditional-go", "polled"]]);
  });

  await test.step("no-go: the verdict stays what it was, and so does what is typed against the other's word", async () => {
    await expect(minutes(colleague)).toContainText(reason);
    await begin(manager, "Go", "the fog has lifted");
    await begin(colleague, "No-go", "the fog is too thick");
    await record(colleague, "No-go");
    await seesUnderPen(manager, "Go", "the fog has lifted", [says.decided]);
    await expect(minutes(manager)).toContainText("Decided: no-go");
    await record(manager, "Go");
    await expect(minutes(manager)).toContainText("the fog has lifted");
    expect((await decisionsOf(launch)).slice(0, 2)).toEqual([["go", "the fog has lifted", "conditional-go", "no poll"], ["no-go", "the fog is too thick", "conditional-go", "no poll"]]);
  });

  await test.step("postponed: the verdict falls with it, so go is against it now, with the reason that was typed before", async () => {
    await expect(minutes(colleague)).toContainText("the fog has lifted");
    await begin(manager, "Go", "the tide is high");
    await begin(colleague, "Postpone", "the crew is ill");
    await record(colleague, "Postpone");
    await seesUnderPen(manager, "Go", "the tide is high", [says.decided, says.verdict("No-go")]);
    await expect(pollOf(manager).getByRole("alert")).toContainText("This goes against the verdict.");
    await record(manager, "Go");
    await expect(minutes(manager)).toContainText("Against the verdict");
    await expect(minutes(manager)).toContainText("the tide is high");
    expect((await decisionsOf(launch)).slice(0, 2)).toEqual([["go", "the tide is high", "no-go", "no poll"], ["postpone", "the crew is ill", "conditional-go", "no poll"]]);
  });
});

test("a decision form that heard of nothing records nothing on what has moved; it then shows what did, and keeps what was typed", async ({ open, complaints }) => {
  const { crew: { launch }, manager: colleague } = await assemble(open);
  const deaf = await openDeaf(open, complaints, await newMember(launch, "manager", "Second manager"));
  await deaf.goto(`${launch.path}/sign-off`);
  await begin(deaf, "No-go", "nobody has seen the tide table");

  await pollOf(colleague).getByRole("button", { name: "Open the poll" }).click();
  await expect(pollOf(colleague)).toContainText("The poll is open since");
  await pollOf(deaf).getByRole("button", { name: "Record: No-go" }).click();
  await seesUnderPen(deaf, "No-go", "nobody has seen the tide table", [says.opened]);
  expect(await decisionsOf(launch)).toEqual([]);

  await begin(colleague, "No-go", "the lamp is dark");
  await record(colleague, "No-go");
  await pollOf(deaf).getByRole("button", { name: "Record: No-go" }).click();
  await seesUnderPen(deaf, "No-go", "nobody has seen the tide table", [says.decided]);
  expect(await decisionsOf(launch)).toEqual([["no-go", "the lamp is dark", "no-go", "polled"]]);

  await record(deaf, "No-go");
  expect((await decisionsOf(launch))[0]).toEqual(["no-go", "nobody has seen the tide table", "no-go", "no poll"]);
});
