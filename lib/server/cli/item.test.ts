import { expect, test } from "vitest";
import { ownDatabase } from "../testing/database";
import { itemNow, launchNow } from "../testing/launch-now";
import { launchFrom, person } from "../testing/people";
import { item } from "./item";

ownDatabase();

test("items are added, reworded, moved, retired and restored by their keys, as on the page", async () => {
  const admin = await person("Project Manager", true);
  const slug = await launchFrom(admin);
  const { key } = await itemNow(slug, "Restore tested");
  const as = ["--as", "nobody@example.com"];
  expect(await item(["add", slug, "Backups encrypted", "--before", key])).toMatch(/^platform\/database\/backups-encrypted: added \(event 2\)/);
  expect(await item(["add", slug, "Keys rotated", "--in", "platform", "--group", "containers"])).toMatch(/^platform\/containers\/keys-rotated: added/);
  expect(await item(["reword", slug, key, "Restore rehearsed"])).toBe(`${key}: reworded (event 4).\n`);
  expect(await item(["reword", slug, key, "Restore rehearsed"])).toBe(`${key} is so already; nothing was recorded.\n`);
  expect(await item(["move", slug, key, "--under", "platform/database/backups-encrypted"])).toBe(`${key}: moved (event 5).\n`);
  expect((await itemNow(slug, "Restore rehearsed")).parentId).toBe((await itemNow(slug, "Backups encrypted")).id);
  expect(await item(["retire", slug, key])).toBe(`${key}: retired (event 6).\n`);
  await expect(item(["retire", slug, key])).rejects.toMatchObject({ code: 3 });
  expect(await item(["restore", slug, key])).toBe(`${key}: restored (event 7).\n`);
  expect((await itemNow(slug, "Restore rehearsed")).retiredAt).toBeNull();
  await expect(item(["retire", slug, key, ...as])).rejects.toMatchObject({ code: 3 });
  await expect(item(["move", slug, key, "--in", "nowhere"])).rejects.toMatchObject({ code: 3, message: expect.stringContaining("no section") as unknown });
  await expect(item(["move", slug, key])).rejects.toMatchObject({ code: 2 });
  await expect(item(["rename", slug, key])).rejects.toMatchObject({ code: 2 });
  expect((await launchNow(slug)).state.revision).toBe(7);
});
