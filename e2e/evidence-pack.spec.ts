import { writeFile } from "node:fs/promises";
import { strFromU8, unzipSync, zipSync } from "fflate";
import { choose, crewed, seat, sign } from "./decision";
import { readiness } from "./cli";
import { expect, test } from "./test";

test("an evidence pack verifies without a server, and a flipped byte names the file at fault", async ({ open }, info) => {
  const { launch, officer } = await crewed();
  const page = await open(officer);
  await page.goto(`${launch.path}/sign-off`);
  await choose(seat(page, "Security Officer"), "Go");
  await sign(seat(page, "Security Officer"));
  const checkpoint = (await seat(page, "Security Officer").getByRole("status").getByRole("code").textContent()) ?? "";
  expect(checkpoint).toMatch(/^\d+:[0-9a-f]{64}$/);
  await page.reload();
  await seat(page, "Security Officer").getByText("Checkpoint", { exact: true }).click();
  await expect(seat(page, "Security Officer").getByRole("code")).toHaveText(checkpoint);

  const answer = await page.request.get(`${launch.path}/export/pack`);
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-disposition"]).toContain("attachment");
  const whole = info.outputPath("pack.zip");
  await writeFile(whole, await answer.body());

  await test.step("it holds, with the checkpoint that was shown when signing", async () => {
    const said = await readiness("verify", "--pack", whole, "--checkpoint", checkpoint);
    expect(said).toContain("The pack holds:");
    expect(said).toContain("1 signature: given by who acted");
    expect(said).toContain("1 checkpoint from outside");
  });

  await test.step("a person can read it, and the signer stands in it", async () => {
    const files = unzipSync(await answer.body());
    const index = files["index.html"];
    expect(index && strFromU8(index)).toContain(officer.name);
  });

  await test.step("a flipped byte in any file is found and the file named", async () => {
    const files = unzipSync(await answer.body());
    for (const [name, bytes] of Object.entries(files)) {
      const flipped = Uint8Array.from(bytes);
      const middle = flipped.length >> 1;
      flipped[middle] = (flipped[middle] ?? 0) ^ 1;
      const path = info.outputPath("flipped.zip");
      await writeFile(path, zipSync({ ...files, [name]: flipped }));
      await expect(readiness("verify", "--pack", path), name).rejects.toThrow(name);
    }
  });
});
