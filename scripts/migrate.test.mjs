import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { migrate } from "./migrate.mjs";
import { checksum } from "./migrations.mjs";
import { named } from "./test-database.mjs";

const admin = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
await admin.connect();
let name, url;

beforeEach(async () => {
  name = `migrate_${randomUUID().replaceAll("-", "")}`;
  await admin.query(`create database ${name}`);
  url = named(process.env.TEST_DATABASE_URL, name);
});
afterEach(() => admin.query(`drop database ${name} with (force)`));
afterAll(() => admin.end());

const migration = (name, script) => ({ name, script, checksum: checksum(script) });
const first = migration("20260101000000_first", "create table one (id int primary key);\ncreate table two (id int);\n");
const second = migration("20260102000000_second", "alter table one add column word text;");

async function rows(sql, at = url) {
  const client = new pg.Client({ connectionString: at });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test("a second run applies nothing again", async () => {
  expect(await migrate(url, { migrations: [first, second] })).toEqual([first.name, second.name]);
  expect(await migrate(url, { migrations: [first, second] })).toEqual([]);
  expect(await rows("select migration_name, checksum, applied_steps_count from _prisma_migrations order by 1")).toEqual([
    { migration_name: first.name, checksum: first.checksum, applied_steps_count: 1 },
    { migration_name: second.name, checksum: second.checksum, applied_steps_count: 1 },
  ]);
});

test("a later migration is applied to a database that has the earlier ones", async () => {
  await migrate(url, { migrations: [first] });
  expect(await migrate(url, { migrations: [first, second] })).toEqual([second.name]);
});

test("two runs at once apply each migration once", async () => {
  const applied = await Promise.all([1, 2, 3].map(() => migrate(url, { migrations: [first, second] })));
  expect(applied.flat().sort()).toEqual([first.name, second.name]);
});

test("nothing is applied while another run, or the official tool, holds the database", async () => {
  const other = new pg.Client({ connectionString: url });
  await other.connect();
  await other.query("select pg_advisory_lock(72707369)");
  const running = migrate(url, { migrations: [first] });
  const waits = () => rows("select count(*)::int as n from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())");
  await vi.waitFor(async () => expect(await waits()).toEqual([{ n: 1 }]), { timeout: 10_000 });
  expect(await rows("select to_regclass('one') as one")).toEqual([{ one: null }]);
  await other.end();
  expect(await running).toEqual([first.name]);
});

test("an edited migration is refused, and nothing is applied", async () => {
  await migrate(url, { migrations: [first] });
  const edited = migration(first.name, `${first.script}-- more`);
  await expect(migrate(url, { migrations: [edited, second] })).rejects.toThrow(/20260101000000_first was edited/);
  expect(await rows("select count(*)::int as n from _prisma_migrations")).toEqual([{ n: 1 }]);
});

test("a checkout with other line ends is no edit", async () => {
  await migrate(url, { migrations: [first] });
  const windows = migration(first.name, first.script.replaceAll("\n", "\r\n"));
  expect(await migrate(url, { migrations: [windows] })).toEqual([]);
});

test("the database of a newer version is refused", async () => {
  await migrate(url, { migrations: [first, second] });
  await expect(migrate(url, { migrations: [first] })).rejects.toThrow(/newer version .*20260102000000_second/);
});

test("a migration that fails changes nothing and names its line", async () => {
  const broken = migration("20260103000000_broken", "create table three (id int);\nselect 1 from nowhere;");
  await expect(migrate(url, { migrations: [first, broken] })).rejects.toThrow(/20260103000000_broken failed and changed nothing: .*nowhere.*line 2/);
  expect(await rows("select to_regclass('three') as three, to_regclass('one')::text as one")).toEqual([{ three: null, one: "one" }]);
});

test("a database with foreign tables is left alone", async () => {
  await rows("create table theirs (id int)");
  await expect(migrate(url, { migrations: [first] })).rejects.toThrow(/tables that are not ours/);
  expect(await rows("select to_regclass('_prisma_migrations') as made")).toEqual([{ made: null }]);
});

test("the app's role may append to the history and read it, and not change it", async () => {
  const history = migration("20260104000000_history", "create table events (seq int); create table items (word text);");
  const appUrl = named(process.env.TEST_APP_URL, name);
  await migrate(url, { migrations: [history], appUrl });
  await rows("insert into events values (1); insert into items values ('a'); update items set word = 'b'", appUrl);
  expect(await rows("select seq from events", appUrl)).toEqual([{ seq: 1 }]);
  for (const change of ["update events set seq = 2", "delete from events", "truncate events", "create table mine (id int)", "delete from _prisma_migrations"]) {
    await expect(rows(change, appUrl)).rejects.toThrow(/permission denied/);
  }
});

test.each([
  ["nonsense", /is not an address of PostgreSQL/],
  ["postgresql://someone:hidden@127.0.0.1:1/none", /no database server answers at 127.0.0.1:1\/none/],
  ["postgresql://someone:hidden@host.invalid/none", /name of the database server|cannot be reached/],
])("an unusable address %s is explained without its password", async (address, words) => {
  const error = await migrate(address, { migrations: [] }).catch((thrown) => thrown);
  expect(error.message).toMatch(words);
  expect(error.message).not.toContain("hidden");
});

test("a wrong password and a missing database are told apart", async () => {
  const wrong = new URL(url);
  wrong.password = "wrong";
  await expect(migrate(wrong.href, { migrations: [] })).rejects.toThrow(/refuses this user or password/);
  await expect(migrate(named(url, "nowhere"), { migrations: [] })).rejects.toThrow(/does not exist/);
});
