import { spawn } from "node:child_process";
import { appendFileSync, chmodSync, chownSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { remembered } from "./postgres-place.mjs";
import { startPostgres } from "./postgres.mjs";
import { root } from "./root.mjs";
import { startedAt } from "./identity.mjs";

let folder;
let server = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "data folder with spaces "));
  chmodSync(folder, 0o711);
});
afterEach(async () => {
  await server?.stop();
  server = null;
  rmSync(folder, { recursive: true, force: true });
});

async function ask(sql, url = server.ownerUrl) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A copy made by root belongs to root; the server takes only its own user's files. */
function chown(path, { uid, gid }) {
  chownSync(path, uid, gid);
  if (!statSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) chown(join(path, name), { uid, gid });
}

test("nothing that was acknowledged can be lost by a setting, not even by an edited one", async () => {
  server = await startPostgres(folder);
  await server.stop();
  appendFileSync(join(remembered(folder).place, "postgresql.auto.conf"), "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\nlisten_addresses = '*'\n");
  server = await startPostgres(folder);
  const settings = await ask("select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'data_checksums', 'server_encoding') order by name");
  expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
    data_checksums: "on", fsync: "on", full_page_writes: "on", listen_addresses: "127.0.0.1", server_encoding: "UTF8", synchronous_commit: "on",
  });
});

test("a database that turns durability off for itself is refused at the start", async () => {
  server = await startPostgres(folder);
  await ask("alter database readiness set synchronous_commit = off");
  await server.stop();
  await expect(startPostgres(folder)).rejects.toThrow(/synchronous_commit off/);
});

test("only its own passwords are let in, and only their owner can read them", async () => {
  server = await startPostgres(folder);
  expect(statSync(join(folder, "postgres.json")).mode & 0o777).toBe(0o600);
  const wrong = new URL(server.url);
  wrong.password = "guess";
  await expect(ask("select 1", wrong.href)).rejects.toThrow(/password authentication failed/);
  expect(await ask("select current_user as me, (select rolsuper from pg_roles where rolname = current_user) as super", server.url)).toEqual([{ me: "readiness", super: false }]);
});

test("a killed PostgreSQL comes back by itself, on its port and with its data", async () => {
  const told = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  server = await startPostgres(folder);
  await ask("create table kept (id int); insert into kept values (1)");
  const first = server.pid;
  process.kill(first, "SIGKILL");
  // For a moment the killed one may still answer, so the answer counts only from another process.
  await vi.waitFor(() => expect(server.pid).not.toBe(first), { timeout: 20_000, interval: 50 });
  await vi.waitFor(async () => expect(await ask("select id from kept")).toEqual([{ id: 1 }]), { timeout: 20_000, interval: 50 });
  expect(told).toHaveBeenCalledWith(expect.stringContaining("starting it again"));
});

test("a server that outlived its killed launcher is ended, and its data is all there", async () => {
  const code = `const { startPostgres } = await import(${JSON.stringify(`file://${encodeURI(join(root, "scripts/postgres.mjs"))}`)});
    const server = await startPostgres(${JSON.stringify(folder)}); console.log(JSON.stringify({ pid: server.pid, url: server.ownerUrl }));`;
  const launcher = spawn(process.execPath, ["--input-type=module", "-e", code], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  const left = JSON.parse(await new Promise((done) => launcher.stdout.once("data", done)));
  await ask("create table kept (id int); insert into kept values (7)", left.url);
  const gone = new Promise((done) => launcher.once("exit", done));
  launcher.kill("SIGKILL");
  await gone;
  expect(await ask("select id from kept", left.url)).toEqual([{ id: 7 }]);

  server = await startPostgres(folder);
  expect(server.pid).not.toBe(left.pid);
  expect(startedAt(left.pid)).toBeNull();
  expect(await ask("select id from kept")).toEqual([{ id: 7 }]);
});

test("a stale postmaster.pid that names some other process is no obstacle", async () => {
  server = await startPostgres(folder);
  const { place } = remembered(folder);
  await server.stop();
  // PostgreSQL itself sees through a process of somebody else, so it has to be one of the server's own user.
  const { uid, gid } = statSync(place);
  const sleeper = spawn("sleep", ["60"], { cwd: "/", uid, gid });
  try {
    writeFileSync(join(place, "postmaster.pid"), `${sleeper.pid}\n${place}\n1\n${server.port}\n\n127.0.0.1\n0 0\nready\n`);
    server = await startPostgres(folder);
    expect(await ask("select 1 as one")).toEqual([{ one: 1 }]);
    expect(sleeper.exitCode).toBeNull();
  } finally {
    sleeper.kill();
  }
});

test("when its port was taken meanwhile it moves to another and remembers that", async () => {
  server = await startPostgres(folder);
  await server.stop();
  const before = server.port;
  const squatter = createServer();
  // Whether we take it or somebody else just did: it is taken.
  await new Promise((done) => squatter.once("error", done).listen(before, "127.0.0.1", done));
  try {
    server = await startPostgres(folder);
    expect(server.port).not.toBe(before);
    expect(remembered(folder).port).toBe(server.port);
  } finally {
    squatter.close();
  }
});

test("a copied data folder has a database of its own", async () => {
  server = await startPostgres(folder);
  await ask("create table kept (id int)");
  await server.stop();
  const copy = `${folder} copy`;
  cpSync(folder, copy, { recursive: true });
  if (process.getuid?.() === 0) chown(join(copy, "postgres"), statSync(join(folder, "postgres")));
  const second = await startPostgres(copy);
  try {
    server = await startPostgres(folder);
    await ask("drop table kept");
    expect(await ask("select to_regclass('kept')::text as kept", second.ownerUrl)).toEqual([{ kept: "kept" }]);
  } finally {
    await second.stop();
    rmSync(copy, { recursive: true });
  }
});

test("files outside a data folder belong to that folder alone", async () => {
  writeFileSync(join(folder, "postgres.json"), JSON.stringify({ port: 1, place: "/var/lib/elsewhere", owner: "a", app: "b", folder: "/another/folder" }));
  await expect(startPostgres(folder)).rejects.toThrow(/moved or copied from \/another\/folder/);
});

test("a lost password file is told, and the data is left alone", async () => {
  server = await startPostgres(folder);
  await server.stop();
  rmSync(join(folder, "postgres.json"));
  await expect(startPostgres(folder)).rejects.toThrow(/postgres.json with its password is gone/);
  expect(readFileSync(join(folder, "postgres", "PG_VERSION"), "utf8").trim()).toBe("18");
});
