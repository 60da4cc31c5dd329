import { ask } from "./database";
import { items, keyOf, newLaunch } from "./launch";
import { expect, test } from "./test";

test("an address that is wrong and a launch that is somebody else's look the same: 404, with the way out", async ({ open, complaints }) => {
  complaints.forgive(/404 \(Not Found\)/);
  const [theirs, ours] = [await newLaunch(), await newLaunch()];
  const page = await open(ours.manager);
  const key = await keyOf(theirs, items.restored);
  for (const path of ["/nothing/here", "/launches/no-such-launch", ...["", "/checklist", `/items/${key}`, "/sign-off", "/history", "/report", "/settings"].map((end) => `${theirs.path}${end}`)]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1, name: "Nothing here" })).toBeVisible();
    expect(await page.title(), path).not.toContain(theirs.name);
    expect(await page.content(), path).not.toContain(items.restored);
  }
  for (const path of [`/api/launches/${theirs.slug}/status`, `/api/launches/${theirs.slug}/events`, `${theirs.path}/export/md`, `${theirs.path}/export/csv`, `${theirs.path}/export/json`, `${theirs.path}/export/pdf`]) {
    const answer = await page.request.get(path);
    expect(answer.status(), path).toBe(404);
    expect(await answer.text(), path).toContain("There is no such launch, or it is not yours to see.");
  }
  expect((await page.request.get(`${ours.path}/export/docx`)).status()).toBe(404);
  await page.getByRole("link", { name: "To the launches" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "No-go" })).toBeVisible();
});

test("who is not signed in is sent to sign in and back, and gets 401 from everything that is no page", async ({ open, complaints }) => {
  complaints.forgive(/401/);
  const launch = await newLaunch();
  const page = await open(null);
  await page.goto(`${launch.path}/history?kind=item.work`);
  await expect(page).toHaveURL(`/sign-in?from=${encodeURIComponent(`${launch.path}/history?kind=item.work`)}`);
  for (const path of [`/api/launches/${launch.slug}/status`, `/api/launches/${launch.slug}/events`, `${launch.path}/export/md`, `${launch.path}/export/csv`, `${launch.path}/export/json`, `${launch.path}/export/pdf`]) {
    expect((await page.request.get(path)).status(), path).toBe(401);
  }
});

test("an invitation for one address, taken back or expired, lets nobody else in", async ({ open }) => {
  const launch = await newLaunch();
  const page = await open(launch.manager);
  await page.goto(`${launch.path}/settings`);
  const invite = page.getByRole("region", { name: "Invite somebody" });
  const link = async (email: string): Promise<string> => {
    await invite.getByLabel("Only for this e-mail").fill(email);
    await invite.getByRole("button", { name: "Make a link" }).click();
    const made = await invite.getByRole("textbox", { name: "Invitation link" }).inputValue();
    await invite.getByRole("button", { name: "Make another" }).click();
    return made;
  };
  const [first, second] = [await link("first@example.com"), await link("second@example.com")];
  const guest = await open(null);
  await guest.goto(first);
  await expect(guest.getByRole("main")).toContainText("This invitation is for first@example.com.");
  await expect(guest.getByRole("textbox", { name: "E-mail" })).not.toBeEditable();

  await page.getByRole("button", { name: "Take back the invitation for first@example.com" }).click();
  await expect(page.getByRole("region", { name: "Invitations" })).toContainText("taken back");
  await ask("update invitations set expires_at = now() - interval '1 minute' where email = 'second@example.com' and used_at is null");
  for (const gone of [first, second]) {
    const late = await open(null);
    await late.goto(gone);
    await expect(late.getByRole("heading", { name: "This invitation no longer works" })).toBeVisible();
  }
});
