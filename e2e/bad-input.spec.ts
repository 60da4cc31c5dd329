import { request } from "node:http";
import { text } from "node:stream/consumers";
import { addNote, choose, crewed, openItem, seat, sign } from "./decision";
import { ask, given } from "./database";
import { beacon, newLaunch, newMember, statusOf } from "./launch";
import { password } from "./people";
import { row } from "./screen";
import { expect, live, openDeaf, test } from "./test";

test("a signature for a state that moved under the pen is refused, and so is a second one for the same", async ({ open, complaints }) => {
  const { launch, officer, engineer } = await crewed();
  const [stale, worker] = [await openDeaf(open, complaints, officer), await open(engineer)];
  await stale.goto(`${launch.path}/sign-off`);
  const mine = seat(stale, "Security Officer");
  await choose(mine, "Go");
  await addNote(await openItem(worker, launch, beacon.rotated), "Keys of November");
  const position = async () => (await statusOf(launch.slug)).seats.find(({ role }) => role === "Security Officer")?.position;

  await test.step("nothing is signed, and the sentence says why", async () => {
    await mine.getByLabel("Your password", { exact: true }).fill(password);
    await mine.getByRole("button", { name: "Sign", exact: true }).click();
    await expect(mine.getByRole("alert")).toContainText("The state has changed while this page was open. Look at it again before you sign.");
    expect(await position()).toBeNull();
    expect(await ask("select 1 from sign_offs s join launches l on l.id = s.launch_id where l.slug = $1", [launch.slug])).toEqual([]);
  });

  await test.step("of two tabs that sign the same, one signs", async () => {
    const [one, two] = [await openDeaf(open, complaints, officer), await openDeaf(open, complaints, officer)];
    for (const tab of [one, two]) {
      await tab.goto(`${launch.path}/sign-off`);
      await choose(seat(tab, "Security Officer"), "Go");
    }
    await sign(seat(one, "Security Officer"));
    await seat(two, "Security Officer").getByLabel("Your password", { exact: true }).fill(password);
    await seat(two, "Security Officer").getByRole("button", { name: "Sign", exact: true }).click();
    await expect(seat(two, "Security Officer").getByRole("alert")).toContainText("This seat has signed exactly this already.");
    expect(await position()).toBe("go");
    expect(await ask("select 1 from sign_offs s join launches l on l.id = s.launch_id where l.slug = $1", [launch.slug])).toHaveLength(1);
  });
});

test("a poll that somebody else closed meanwhile is a sentence", async ({ open, complaints }) => {
  const launch = await newLaunch(undefined, "beacon");
  const second = await newMember(launch, "manager", "Second manager");
  const [stale, quick] = [await openDeaf(open, complaints, launch.manager), await open(second)];
  for (const page of [quick, stale]) {
    await page.goto(`${launch.path}/sign-off`);
    if (page === quick) await page.getByRole("button", { name: "Open the poll" }).click();
    await expect(page.getByRole("button", { name: "Close it without a decision" })).toBeVisible();
  }
  await quick.getByRole("button", { name: "Close it without a decision" }).click();
  await expect(quick.getByRole("button", { name: "Open the poll" })).toBeVisible();
  await stale.getByRole("button", { name: "Close it without a decision" }).click();
  await expect(stale.getByRole("region", { name: "Go or no-go" }).getByRole("alert")).toHaveText("The poll is closed already, so nothing was done. Open another one to ask again.");
});

/** Posts a body without saying how long it is. */
function sendInPieces(address: URL, body: Buffer, headers: Record<string, string>): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const sending = request(address, { method: "POST", headers }, (answer) => {
      text(answer).then((said) => { resolve({ status: answer.statusCode, text: said }); }, reject);
    });
    sending.on("error", reject);
    // Written before it is ended: ended with it, its length would be stated.
    sending.write(body);
    sending.end();
  });
}

test("a file that is too large is refused with 413 and a sentence, and a good one can only be downloaded", async ({ open, complaints }) => {
  complaints.forgive(/413/);
  const launch = await newLaunch(undefined, "buoy");
  const page = await open(launch.manager);
  const item = await openItem(page, launch, beacon.tested);
  const large = Buffer.alloc(10 * 1_048_576 + 1, 7);

  await test.step("on the page", async () => {
    await item.getByRole("button", { name: "Add proof" }).click();
    await item.getByRole("radio", { name: "File" }).check();
    await item.getByLabel("File", { exact: true }).last().setInputFiles({ name: "report.bin", mimeType: "application/octet-stream", buffer: large });
    await item.getByRole("button", { name: "Add", exact: true }).click();
    await expect(item.getByRole("alert")).toHaveText("This file is larger than 10 MiB. Attach a link to it instead.");
  });

  await test.step("past the page", async () => {
    const [found] = await ask<{ id: string }>("select i.id from items i join launches l on l.id = i.launch_id where l.slug = $1 and i.text = $2", [launch.slug, beacon.tested]);
    const answer = await page.request.post(`/api/launches/${launch.slug}/items/${found?.id}/files?name=report.bin`, {
      data: large, headers: { origin: given("E2E_ADDRESS"), "content-type": "application/octet-stream" },
    });
    expect(answer.status()).toBe(413);
    expect(await answer.text()).toContain("larger than 10 MiB");
    // In pieces, as a script that does not know the length sends it.
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    const address = new URL(`/api/launches/${launch.slug}/items/${found?.id}/files?name=report.bin`, given("E2E_ADDRESS"));
    const streamed = await sendInPieces(address, large, { cookie, origin: given("E2E_ADDRESS"), "content-type": "application/octet-stream" });
    expect(streamed).toEqual({ status: 413, text: expect.stringContaining("larger than 10 MiB") });
    expect(await ask("select 1 from evidence e join launches l on l.id = e.launch_id where l.slug = $1", [launch.slug])).toEqual([]);
  });

  await test.step("what fits is kept, and comes back byte for byte as a download", async () => {
    const body = Buffer.from("<script>alert(1)</script>");
    await item.getByLabel("File", { exact: true }).last().setInputFiles({ name: "report.html", mimeType: "text/html", buffer: body });
    await item.getByRole("button", { name: "Add", exact: true }).click();
    const link = item.getByRole("link", { name: "report.html" });
    await expect(link).toBeVisible();
    const answer = await page.request.get((await link.getAttribute("href")) ?? "");
    expect(Buffer.compare(await answer.body(), body)).toBe(0);
    expect(answer.headers()["content-disposition"]).toContain("attachment");
    expect(answer.headers()["content-type"]).toContain("application/octet-stream");
  });
});

test("what is taken out of scope needs a reason, and stands where everybody sees it", async ({ open }) => {
  const launch = await newLaunch(undefined, "buoy");
  const viewer = await newMember(launch, "viewer", "Stakeholder");
  const [page, reader, list] = [await open(launch.manager), await open(viewer), await open(viewer)];
  await Promise.all([reader.goto(launch.path), list.goto(`${launch.path}/checklist`)]);
  await Promise.all([live(reader), live(list)]);
  const item = await openItem(page, launch, beacon.tested);
  await item.getByRole("button", { name: "Make advisory" }).click();
  const form = page.getByRole("dialog", { name: "Make advisory" });
  await form.getByLabel("Reason").fill("   ");
  await form.getByRole("button", { name: "Save", exact: true }).click();
  await expect(form.getByRole("alert")).toHaveText("Say why: this is never done without a reason.");
  await form.getByLabel("Reason").fill("tested every spring");
  await form.getByRole("button", { name: "Save", exact: true }).click();
  await expect(item).toContainText("Advisory: it never stops the launch");
  await expect(reader.getByRole("main")).toContainText("0 of 2 verified, 0 claimed.");
  await expect(reader.getByRole("main")).toContainText("tested every spring");
  await expect(row(list, beacon.tested)).toBeVisible();
});

test("the settings take a zone and a date only where they exist", async ({ open }) => {
  const launch = await newLaunch();
  const page = await open(launch.manager);
  await page.goto(`${launch.path}/settings`);
  await page.getByRole("combobox", { name: "Time zone" }).fill("Europe/Atlantis");
  await page.getByRole("button", { name: "Save", exact: true }).first().click();
  await expect(page.getByRole("alert").filter({ hasText: "There is no such time zone." })).toBeVisible();
  await page.getByRole("combobox", { name: "Time zone" }).fill("Europe/Madrid");
  await page.getByLabel("Go-live", { exact: true }).fill("2031-05-09T09:00");
  await page.getByRole("button", { name: "Save", exact: true }).first().click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  await page.goto(launch.path);
  await expect(page.getByText("zone Europe/Madrid")).toBeVisible();
  await expect(page.getByRole("main").getByText(/^T − \d+ d$/)).toBeVisible();
});
