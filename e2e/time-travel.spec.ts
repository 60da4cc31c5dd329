import { addNote, openItem } from "./decision";
import { ask } from "./database";
import { beacon, markDone, newLaunch, newMember } from "./launch";
import { expect, live, test } from "./test";

test("an earlier moment shows the verdict and numbers of then, and what differs between two moments is listed exactly", async ({ open }) => {
  const launch = await newLaunch(undefined, "buoy");
  const viewer = await newMember(launch, "viewer", "Stakeholder");
  await markDone(launch, [beacon.tested, beacon.rotated]);
  const worker = await open(launch.manager);
  await addNote(await openItem(worker, launch, beacon.tested), "Report of November");
  const half = await lastMoment(launch.slug);
  const item = await openItem(worker, launch, beacon.read);
  await item.getByRole("group", { name: "Work" }).getByRole("button", { name: "Done" }).click();
  await expect(item).toContainText("Done, no proof");
  const whole = await lastMoment(launch.slug, half);
  await item.getByRole("button", { name: "Not applicable…" }).click();
  await worker.getByRole("dialog").getByLabel("Reason").fill("there is no crew yet");
  await worker.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(item).toContainText("Not applicable");
  await lastMoment(launch.slug, whole);

  const reader = await open(viewer);
  await test.step("from an event to the moment after it", async () => {
    await reader.goto(`${launch.path}/history`);
    await live(reader);
    const event = reader.getByRole("main").getByRole("listitem").filter({ hasText: "added proof to" }).filter({ has: reader.getByText("as it stood then") });
    await event.getByRole("link", { name: "as it stood then" }).click();
    const then = reader.getByRole("region", { name: /^As it stood/ });
    await expect(then).toContainText("No-go");
    await expect(then).toContainText("1 required item is open");
    await expect(then).toContainText("1 of 3 verified, 2 claimed.");
    const difference = reader.getByRole("region", { name: "What differs from then to now" });
    await expect(difference.getByRole("row", { name: /^Verdict/ })).toHaveText("VerdictNo-goGo");
    await expect(difference.getByRole("row", { name: /^Claimed/ })).toHaveText("Claimed2 of 3 · 66 %2 of 2 · 100 %");
    await expect(difference.getByRole("row", { name: /^Verified/ })).toHaveText("Verified1 of 3 · 33 %1 of 2 · 50 %");
    await expect(difference).toContainText(`Cleared (1)${beacon.read}`);
  });

  await test.step("between two moments there is what changed, and nothing else", async () => {
    await reader.goto(`${launch.path}/history?at=${half}&with=${whole}`);
    const difference = reader.getByRole("region", { name: /^What differs from then to/ });
    await expect(difference.getByRole("row", { name: /^Claimed/ })).toHaveText("Claimed2 of 3 · 66 %3 of 3 · 100 %");
    await expect(difference.getByRole("row", { name: /^Verified/ })).toHaveText("Verified1 of 3 · 33 %1 of 3 · 33 %");
    const rows = difference.getByRole("group").getByRole("listitem");
    await expect(rows).toHaveCount(1);
    await expect(rows).toHaveText(`${beacon.read}work: To do → Done`);
  });

  await test.step("the same moment on the command line's other way, the status address", async () => {
    const then = await (await reader.request.get(`/api/launches/${launch.slug}/status?at=${half}`)).json() as { verdict: string; numbers: { claimed: { done: number } } };
    expect(then).toMatchObject({ verdict: "no-go", numbers: { claimed: { done: 2, of: 3 }, verified: { done: 1, of: 3 } } });
  });

  await test.step("a moment asked of any page that tells of now is shown, not passed over", async () => {
    for (const page of ["", "/checklist", "/sign-off", "/night", "/report"]) {
      await reader.goto(`${launch.path}${page}?at=${half}`);
      const { pathname, searchParams } = new URL(reader.url());
      expect([pathname, searchParams.get("at")], page).toEqual([`${launch.path}/history`, half]);
      await expect(reader.getByRole("main")).toContainText("1 of 3 verified, 2 claimed.");
    }
  });

  await test.step("a moment that is none, and one before the launch, are sentences", async () => {
    await reader.goto(`${launch.path}/history?at=yesterday-ish`);
    await expect(reader.getByRole("main")).toContainText("There is no such moment.");
    await reader.goto(`${launch.path}/history?at=2001-01-01T00:00`);
    await expect(reader.getByRole("main")).toContainText("The launch did not exist then");
  });

  await test.step("the chain is checked from the page", async () => {
    await reader.goto(`${launch.path}/history`);
    await reader.getByRole("link", { name: "Check the chain" }).click();
    await expect(reader.getByRole("region", { name: "The chain" })).toContainText("each hash follows from the one before");
  });
});

/** When the launch's newest event happened; waits for one that is newer than `after`. */
async function lastMoment(slug: string, after = ""): Promise<string> {
  let at = "";
  await expect.poll(async () => {
    const [row] = await ask<{ at: Date }>("select max(e.at) as at from events e join launches l on l.id = e.launch_id where l.slug = $1", [slug]);
    at = row?.at.toISOString() ?? "";
    return at > after;
  }).toBe(true);
  return at;
}
