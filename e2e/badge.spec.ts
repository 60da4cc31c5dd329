import { items, markDone, newLaunch, newMember, statusOf } from "./launch";
import { expect, test } from "./test";

test("a manager turns a badge on; anybody with its address sees verdict and number, until it is taken back", async ({ open, request }) => {
  const launch = await newLaunch();
  const manager = await open(launch.manager);
  await manager.goto(`${launch.path}/settings`);
  const part = manager.getByRole("region", { name: "Badge" });
  await expect(part).toContainText("Off: nobody sees a badge of this launch.");
  await part.getByRole("combobox", { name: "It works for" }).selectOption("30 days");
  await part.getByRole("button", { name: "Make an address" }).click();
  const address = await part.getByRole("textbox", { name: "Address of the badge" }).inputValue();
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/badge\/[A-Za-z0-9_-]{22}\.svg$/);
  await expect(part.getByRole("textbox", { name: "As Markdown" })).toHaveValue(`![Launch readiness](${address})`);

  const { numbers: { verified } } = await statusOf(launch.slug);
  const first = await request.get(address);
  expect(first.status()).toBe(200);
  expect(first.headers()).toMatchObject({ "content-type": "image/svg+xml; charset=utf-8", "cache-control": "no-cache", "x-content-type-options": "nosniff" });
  const svg = await first.text();
  expect(svg).toContain(`No-go · ${verified.done} of ${verified.of} verified`);
  expect(svg).not.toContain(launch.name);
  const known = { headers: { "if-none-match": first.headers()["etag"] ?? "" } };
  expect((await request.get(address, known)).status()).toBe(304);

  // A browser takes it for a picture, and reads its words aloud.
  const outside = await open(null);
  await outside.goto(address);
  await expect(outside.getByRole("img", { name: `launch: No-go · ${verified.done} of ${verified.of} verified` })).toBeVisible();

  await markDone(launch, [items.restored]);
  expect(await (await request.get(address)).text()).toContain(`${(await statusOf(launch.slug)).numbers.verified.done} of ${verified.of} verified`);

  const viewer = await open(await newMember(launch, "viewer", "Stakeholder"));
  await viewer.goto(`${launch.path}/settings`);
  await expect(viewer.getByRole("heading", { name: "Questions about this launch" })).toBeVisible();
  await expect(viewer.getByRole("region", { name: "Badge" })).toHaveCount(0);

  await manager.reload();
  await expect(part.getByRole("textbox", { name: "Address of the badge" })).toHaveCount(0);
  await part.getByRole("button", { name: /^Take back the badge made/ }).click();
  await expect(part).toContainText("taken back");
  const revoked = await request.get(address);
  const unknown = await request.get(address.replace(/[A-Za-z0-9_-]{22}\.svg$/, `${"A".repeat(22)}.svg`));
  const malformed = await request.get(address.replace(/\.svg$/, ""));
  const said = async (answer: typeof revoked): Promise<unknown> => {
    const { date: _date, "content-security-policy": _policy, ...headers } = answer.headers();
    return { status: answer.status(), text: await answer.text(), headers };
  };
  expect(await said(revoked)).toMatchObject({ status: 404, text: "There is no such badge.\n" });
  expect(await said(unknown)).toEqual(await said(revoked));
  expect(await said(malformed)).toEqual(await said(revoked));
});
