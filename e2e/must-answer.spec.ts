import { gate } from "./cli";
import { choose, seat, sign } from "./decision";
import { assemble, pollOf } from "./go-no-go";
import { expect, test } from "./test";

test("a seat that has to answer holds the launch back by its silence alone, and by abstaining lets it go", async ({ open }) => {
  const { crew: { launch, officer }, manager, security, other, reader } = await assemble(open);
  const poll = pollOf(manager);
  const inTheWay = reader.getByRole("region", { name: "What stands in the way" });

  await test.step("the manager asks for one go, of any seat", async () => {
    await poll.getByRole("button", { name: "Change the rule" }).click();
    await poll.getByLabel("Rule").selectOption({ label: "A number of seats has to say go" });
    await poll.getByLabel("How many").fill("1");
    await poll.getByRole("button", { name: "Save the rule" }).click();
    await expect(poll).toContainText("Seats that have to say go: 1.");
    await choose(seat(other, "Operations Lead"), "Go");
    await sign(seat(other, "Operations Lead"));
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Go");
  });

  await test.step("and then that the security officer has to answer: the silence is the one reason, and leads to the seat", async () => {
    await poll.getByRole("button", { name: "Change the rule" }).click();
    await poll.getByRole("checkbox", { name: "Security Officer" }).click();
    await expect(poll.getByRole("checkbox", { name: "Security Officer" })).toBeChecked();
    await expect(poll).toContainText("Have to answer: Security Officer.");
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText("No-go");
    await expect(inTheWay.getByRole("link", { name: "Security Officer" })).toHaveAttribute("href", /\/sign-off#/);
    await expect(inTheWay).toContainText("Has not said");
    await expect(inTheWay).toContainText(officer.name);
    await expect(inTheWay).not.toContainText("Operations Lead");
    expect((await gate(launch.slug)).code).toBe(4);
  });

  await test.step("the poll waits for exactly that seat", async () => {
    await poll.getByRole("button", { name: "Open the poll" }).click();
    await expect(pollOf(security)).toContainText("Waiting for Security Officer.");
  });

  await test.step("abstaining is no go, but it is an answer", async () => {
    await choose(seat(security, "Security Officer"), "Abstain", "the lamps are not mine to judge");
    await sign(seat(security, "Security Officer"));
    await expect(poll).toContainText("Answered: 2 of 2 seats. 1 go, 0 no-go, 1 abstain.");
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Go");
    expect(await gate(launch.slug)).toMatchObject({ code: 0 });
  });

  await test.step("taken back, the silence stands in the way again", async () => {
    await seat(security, "Security Officer").getByRole("button", { name: "Withdraw" }).click();
    const dialog = security.getByRole("dialog", { name: "Withdraw this position" });
    await dialog.getByLabel("Reason").fill("said too soon");
    await dialog.getByRole("button", { name: "Withdraw" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText("No-go");
    await expect(inTheWay).toContainText("Has not said");
  });
});
