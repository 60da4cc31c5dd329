import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, expect, test, vi } from "vitest";
import { attachFile } from "../commands/files";
import { setWork } from "../commands/items";
import { disconnect } from "../db";
import { verifyLaunch } from "../queries/verify";
import { freshDatabase, ownDatabase, ownerAddress } from "../testing/database";
import { itemNow, launchNow } from "../testing/launch-now";
import { launchFrom } from "../testing/people";
import { done, scene, signNow } from "../testing/scene";
import { backup } from "./backup";
import { NotRestored, restore } from "./restore";
import { leftOut, tables } from "./tables";

const database = ownDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "readiness-backup-"));
afterAll(() => rmSync(folder, { recursive: true }));
const here = (): string => process.env.DATABASE_URL ?? "";

async function filled() {
  const at = await scene();
  const { id, version } = await itemNow(at.slug, "Backups");
  done(await setWork(at.engineer, { launch: at.slug, item: id, work: "done", reason: null, version }));
  done(await attachFile(at.engineer, { launch: at.slug, item: id, name: "bytes.bin", trueOn: null, validDays: null }, Uint8Array.from({ length: 5_000 }, (_, index) => index % 256)));
  done(await signNow(at.holder, at.slug, at.seat, "no-go", "größer 🚀 \t \" \\ \u2028"));
  return at;
}

/** Every row of every table that is kept, as the database itself writes it. */
async function rowsAt(address: string): Promise<Record<string, string[]>> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  const out: Record<string, string[]> = {};
  for (const table of tables) out[table] = (await client.query<{ row: string }>(`SELECT t::text AS row FROM "${table}" t ORDER BY 1`)).rows.map(({ row }) => row);
  await client.end();
  return out;
}

test("a backup brings back every row, byte and hash into an empty database, as the app's own role", async () => {
  await filled();
  const file = path.join(folder, "whole");
  const summary = await backup(here(), file);
  expect(statSync(file).mode & 0o077).toBe(0);
  const empty = await freshDatabase();
  expect(await restore(empty, file, false)).toEqual(summary);
  const [before, after] = [await rowsAt(here()), await rowsAt(empty.app)];
  expect(after).toEqual(before);
  expect(before.event_texts?.length).toBeGreaterThan(20);
  expect(summary).toMatchObject({ launches: 1, people: 3, files: 1, events: before.events?.length });
});

test("an item whose parent has moved behind hundreds of others comes back too", async () => {
  const { admin } = await scene();
  const slug = await launchFrom(admin, `# Long\n\n## 1. Part\n\n- [ ] Parent\n  - [ ] Child\n    - [ ] Grandchild\n${Array.from({ length: 320 }, (_, at) => `- [ ] Item ${at}\n`).join("")}`);
  await database.owner().query("UPDATE items SET position = CASE text WHEN 'Parent' THEN 90000 ELSE 80000 END WHERE text IN ('Parent', 'Child') AND launch_id = (SELECT id FROM launches WHERE slug = $1)", [slug]);
  const file = path.join(folder, "nested");
  await backup(here(), file);
  const empty = await freshDatabase();
  await restore(empty, file, false);
  expect(await rowsAt(empty.app)).toEqual(await rowsAt(here()));
});

test("a database that holds something is left alone without --replace, and is what the backup was with it", async () => {
  const at = await filled();
  const file = path.join(folder, "replace");
  await backup(here(), file);
  const before = await rowsAt(here());
  const { state } = await launchNow(at.slug);
  const { id, version } = await itemNow(at.slug, "Restore");
  done(await setWork(at.engineer, { launch: at.slug, item: id, work: "done", reason: null, version }));
  const addresses = { app: here(), owner: ownerAddress() };
  await expect(restore(addresses, file, false)).rejects.toThrow(/not empty/);
  await expect(restore(addresses, file, true)).rejects.toThrow(/server is running/);
  await disconnect();
  // The pools let go of their connections at once; the server notices a little later.
  const connected = async () => (await database.owner().query("SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'readiness'")).rowCount;
  await vi.waitFor(async () => expect(await connected()).toBe(0), { timeout: 20_000 });
  await expect(restore({ ...addresses, owner: here() }, file, true)).rejects.toThrow(/owns the schema/);
  await restore(addresses, file, true);
  expect(await rowsAt(here())).toEqual(before);
  expect(await verifyLaunch(at.slug)).toMatchObject({ fault: null, events: state.revision });
  // History is guarded as before.
  await expect(database.owner().query("DELETE FROM events")).rejects.toThrow(/append-only/);
});

test("a file that was cut off, changed or made by another version changes nothing", async () => {
  await filled();
  const file = path.join(folder, "good");
  await backup(here(), file);
  const plain = gunzipSync(readFileSync(file)).toString();
  const lines = plain.split("\n");
  const bad: Record<string, Uint8Array> = {
    "cut off in its middle": readFileSync(file).subarray(0, 2_000),
    "without its end": gzipSync(lines.slice(0, -2).join("\n")),
    "with a row's word changed": gzipSync(plain.replace("Backups automated", "Backups optional!")),
    "without a table": gzipSync(lines.filter((line) => !line.startsWith("notes\t") && !line.startsWith("seats\t")).join("\n")),
    "with a table of another": gzipSync([lines[0], "pg_authid\t[]", ...lines.slice(1)].join("\n")),
    "from a newer version": gzipSync(plain.replace("\"migrations\":[", "\"migrations\":[\"29991231_future\",")),
    "that is none": Buffer.from("no backup"),
  };
  const empty = await freshDatabase();
  for (const [what, bytes] of Object.entries(bad)) {
    const one = path.join(folder, "bad");
    writeFileSync(one, bytes);
    await expect(restore(empty, one, false), what).rejects.toBeInstanceOf(NotRestored);
    expect((await rowsAt(empty.app)).users, what).toEqual([]);
  }
  await expect(restore(empty, path.join(folder, "nowhere"), false)).rejects.toThrow(/cannot be read/);
});

test("a backup that fails leaves no file, and every table is kept or left out by name", async () => {
  const file = path.join(folder, "no", "such", "folder");
  await expect(backup(here(), file)).rejects.toThrow();
  expect(existsSync(`${file}.unfinished`)).toBe(false);
  const { rows } = await database.owner().query<{ name: string }>("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'");
  expect(rows.map(({ name }) => name).toSorted()).toEqual([...tables, ...leftOut].toSorted());
});
