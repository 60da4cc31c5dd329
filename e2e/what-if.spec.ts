import { choose, crewed, seat, sign } from "./decision";
import { beacon, statusOf } from "./launch";
import { expect, test } from "./test";

test("what if: reasons ticked off show what would remain and who would have to confirm again, and change nothing", async ({ open }) => {
  const { launch, operations, viewer } = await crewed({ done: [beacon.tested, beacon.rotated] });
  const other = await open(operations);
  await other.goto(`${launch.path}/sign-off`);
  await choose(seat(other, "Operations Lead"), "No-go", "the crew has not read it");
  await sign(seat(other, "Operations Lead"));
  const before = await statusOf(launch.slug);

  const page = await open(viewer);
  await page.goto(launch.path);
  await page.getByRole("link", { name: "What if?" }).click();
  const wondering = page.getByRole("region", { name: "What if?" });
  const result = wondering.getByRole("status");
  await expect(result).toContainText("As it stands:No-go3 things would remain in the way");
  await wondering.getByRole("checkbox", { name: beacon.read }).check();
  await expect(result).toContainText("With one thing cleared:No-go2 things would remain in the way");
  await wondering.getByRole("button", { name: "Tick all" }).click();
  await expect(result).toContainText("With 3 things cleared:Gonothing would remain in the way");
  await wondering.getByRole("button", { name: "Tick none" }).click();
  await expect(result).toContainText("3 things would remain in the way");
  await wondering.getByRole("link", { name: "Back to the list" }).click();
  await expect(page.getByRole("region", { name: "What stands in the way" })).toBeVisible();
  const after = await statusOf(launch.slug);
  expect({ ...after, at: "" }).toEqual({ ...before, at: "" });
});
