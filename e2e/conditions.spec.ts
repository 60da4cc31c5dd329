import { choose, seat, sendsInstead, sign } from "./decision";
import { assemble } from "./go-no-go";
import { statusOf } from "./launch";
import { expect, openLive, test } from "./test";

const lamp = "The spare lamp has arrived";

test("a go with conditions is conditional, becomes go when they are met, and lapses at the deadline by itself", async ({ open }) => {
  const { crew: { launch, engineer }, security, other, reader } = await assemble(open);
  const worker = await openLive(open, engineer, `${launch.path}/sign-off`);
  const verdict = reader.getByRole("heading", { level: 1 });
  const mine = seat(security, "Security Officer");
  await choose(seat(other, "Operations Lead"), "Go");
  await sign(seat(other, "Operations Lead"));

  const typeCondition = async (): Promise<void> => {
    await mine.getByLabel("What has to happen").fill(lamp);
    await mine.getByLabel("Who sees to it").selectOption({ label: engineer.name });
    await mine.getByLabel("Roll back when").fill("the lamp is dark for an hour");
  };

  await test.step("a deadline that has passed is refused, and nothing is signed", async () => {
    await choose(mine, "Go with conditions", "one lamp is still on its way");
    await typeCondition();
    await mine.getByLabel("Until (UTC)").fill("2020-01-01T09:00");
    await mine.getByLabel("Your password", { exact: true }).fill("seven harbour cranes");
    await mine.getByRole("button", { name: "Sign", exact: true }).click();
    await expect(mine.getByRole("alert")).toHaveText("This moment has passed. Choose a later one.");
    await expect(mine.getByLabel("What has to happen")).toHaveValue(lamp);
    expect((await statusOf(launch.slug)).seats.find(({ role }) => role === "Security Officer")?.position).toBeNull();
  });

  await test.step("with a condition that is open the verdict is conditional", async () => {
    await mine.getByLabel("Until (UTC)").fill("2099-01-01T09:00");
    await sign(mine);
    await expect(verdict).toHaveText("Conditional go");
    await expect(reader.getByRole("main")).toContainText("1 condition is open");
    await expect(mine).toContainText("open, due 1 Jan 2099");
    await expect(mine).toContainText("Roll back when: the lamp is dark for an hour");
  });

  await test.step("whoever sees to it says that it is met, and may take that back", async () => {
    const seen = seat(worker, "Security Officer");
    await seen.getByRole("button", { name: `It is met: ${lamp}` }).click();
    await expect(verdict).toHaveText("Go");
    await expect(mine).toContainText(`by ${engineer.name}`);
    await seen.getByRole("button", { name: `Not met after all: ${lamp}` }).click();
    await expect(verdict).toHaveText("Conditional go");
  });

  await test.step("at the deadline it is missed, by the database's time alone", async () => {
    await choose(mine, "Go with conditions", "one lamp is still on its way");
    await typeCondition();
    await mine.getByLabel("Until (UTC)").fill("2099-01-01T09:00");
    await sendsInstead(security, "deadline", 20);
    await sign(mine);
    await expect(verdict).toHaveText("Conditional go");
    await expect(verdict).toHaveText("No-go", { timeout: 50_000 });
    await expect(reader.getByRole("main")).toContainText("1 condition was missed");
    await expect(reader.getByRole("region", { name: "What stands in the way" })).toContainText(lamp);
    await expect(mine).toContainText("missed, was due");
    const { reasons } = await statusOf(launch.slug);
    expect(reasons.map(({ kind }) => kind)).toEqual(["condition-missed"]);
  });
});
