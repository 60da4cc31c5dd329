import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { exportPack } from "../exports/pack";
import { databaseNow } from "../queries/launches";
import { ownDatabase } from "../testing/database";
import { launchNow } from "../testing/launch-now";
import { done, scene, signNow } from "../testing/scene";
import { Failure } from "./failure";
import { exportVerb, status } from "./launch";
import { isOfPack, verify, verifyPackVerb } from "./verify";

ownDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "readiness-pack-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a pack is checked with no database, in words, and a checkpoint closes the gap at its end", async () => {
  const { slug, holder, seat } = await scene();
  const signed = done(await signNow(holder, slug, seat, "no-go", "not yet"));
  const file = path.join(folder, "a.zip");
  expect(await exportVerb([slug, "--format", "pack", "-o", file])).toContain("Wrote");
  const address = process.env.DATABASE_URL;
  delete process.env.DATABASE_URL;
  try {
    expect(isOfPack(["--pack", file])).toBe(true);
    const words = await verifyPackVerb(["--pack", file]);
    expect(words).toContain(`head ${signed.head}`);
    expect(words).toMatch(/Not checked:[^]*--checkpoint SEQ:HASH/);
    const checkpoint = `${signed.after.state.revision}:${signed.head}`;
    expect(await verifyPackVerb(["--pack", file, "--checkpoint", checkpoint])).not.toContain("--checkpoint");
    await expect(verifyPackVerb(["--pack", file, "--checkpoint", `2:${signed.head}`])).rejects.toThrow(/events\.jsonl \(event 2\)/);
    await expect(verifyPackVerb(["--pack", file, "--checkpoint", "nonsense"])).rejects.toThrow(Failure);
    writeFileSync(path.join(folder, "b.zip"), "no zip");
    await expect(verifyPackVerb(["--pack", path.join(folder, "b.zip")])).rejects.toThrow(/cannot be opened/);
  } finally {
    process.env.DATABASE_URL = address;
  }
});

test("a launch is checked against a checkpoint as well, and one of another history fails", async () => {
  const { slug, holder, seat } = await scene();
  const signed = done(await signNow(holder, slug, seat, "no-go", "not yet"));
  expect(await verify([slug, "--checkpoint", `${signed.after.state.revision}:${signed.head}`])).toContain("holds");
  await expect(verify([slug, "--checkpoint", `${signed.after.state.revision}:${"0".repeat(64)}`])).rejects.toThrow(/it is not the event of the checkpoint that was kept elsewhere/);
  await expect(verify([slug, "--checkpoint", `${signed.after.state.revision + 1}:${signed.head}`])).rejects.toThrow(/events after it are missing/);
});

test("--at shows status and exports as they were, and refuses what never was", async () => {
  const { slug, holder, seat } = await scene();
  const before = await launchNow(slug);
  const at = before.judgement.at;
  done(await signNow(holder, slug, seat, "no-go", "not yet"));
  const then = JSON.parse(await status([slug, "--json", "--at", at])) as { revision: number };
  expect(then.revision).toBe(before.state.revision);
  const json = JSON.parse(Buffer.from(await exportVerb([slug, "--format", "json", "--at", at])).toString()) as { status: { revision: number } };
  expect(json.status.revision).toBe(before.state.revision);
  await expect(status([slug, "--at", "2001-01-01"])).rejects.toThrow(/nothing to show/);
  await expect(status([slug, "--at", "yesterday"])).rejects.toThrow(/Give a day/);
  expect(await exportPack(before.state.launch.id, "2001-01-01T00:00:00.000Z")).toBeNull();
  expect((await databaseNow()) > at).toBe(true);
});
