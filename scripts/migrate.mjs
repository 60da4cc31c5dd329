import { randomUUID } from "node:crypto";
import { connect } from "./connect.mjs";
import { loadEnvironment } from "./environment.mjs";
import { Failure, isEntry, main } from "./failure.mjs";
import { matches, readMigrations } from "./migrations.mjs";

// The number that Prisma's own tool locks, so that the two can never migrate at the same time.
const lock = 72707369;

const table = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz,
  migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
  started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`;

/**
 * Applies what `migrations` hold and the database at `ownerUrl` does not, each in one transaction, and lets the role of
 * `appUrl` work with the tables when it is another one. Returns the names applied now.
 */
export async function migrate(ownerUrl, { appUrl = ownerUrl, migrations = readMigrations() } = {}) {
  const client = await connect(ownerUrl, "MIGRATE_DATABASE_URL");
  try {
    await client.query("set lock_timeout = '60s'; set statement_timeout = 0");
    await client.query("select pg_advisory_lock($1)", [lock]);
    const done = await appliedTo(client);
    refuseForeign(done, migrations);
    const missing = migrations.filter(({ name }) => !done.has(name));
    for (const migration of missing) await apply(client, migration);
    await grant(client, appUrl);
    return missing.map(({ name }) => name);
  } catch (error) {
    if (error.code === "55P03") throw new Failure("another migration of this database has been running for a minute: wait for it to end.");
    if (error.code === "42501") throw new Failure(`the database's user may not change the schema (${error.message}): set MIGRATE_DATABASE_URL to one that owns it.`);
    throw error;
  } finally {
    // Ending the session gives the lock back too.
    await client.end();
  }
}

async function appliedTo(client) {
  const { rows: found } = await client.query(`select to_regclass('_prisma_migrations') is not null as ours,
    exists (select from pg_tables where schemaname = current_schema()) as filled`);
  if (!found[0].ours && found[0].filled) {
    throw new Failure("the database already holds tables that are not ours: give Readiness an empty database of its own.");
  }
  await client.query(table);
  const { rows } = await client.query("select migration_name as name, checksum, finished_at from _prisma_migrations where rolled_back_at is null");
  const broken = rows.find((row) => row.finished_at === null);
  if (broken) throw new Failure(`the migration ${broken.name} was begun by another tool and never finished: repair the database, then mark it with "prisma migrate resolve".`);
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

function refuseForeign(done, migrations) {
  const known = new Map(migrations.map((each) => [each.name, each]));
  for (const [name, applied] of done) {
    const migration = known.get(name);
    if (migration === undefined) {
      throw new Failure(`the database was made by a newer version (it has the migration ${name}): start that version, or restore a backup made by this one.`);
    }
    if (!matches(migration, applied)) {
      throw new Failure(`the migration ${name} was edited after it had been applied: put its file back as it was and write a new migration instead.`);
    }
  }
}

async function apply(client, { name, script, checksum }) {
  await client.query("begin");
  try {
    await client.query(script);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    if (["55P03", "42501"].includes(error.code)) throw error;
    const line = error.position ? ` (line ${script.slice(0, Number(error.position)).split("\n").length})` : "";
    throw new Failure(`the migration ${name} failed and changed nothing: ${error.message}${line}`);
  }
}

/** The app's own role may change every row but those of the history, which it may only read and append. */
async function grant(client, appUrl) {
  const role = decodeURIComponent(new URL(appUrl).username);
  const { rows } = await client.query(
    "select quote_ident($1) as name, current_user = $1 as same, exists (select from pg_roles where rolname = $1) as known, to_regclass('events') is not null as history",
    [role],
  );
  const { name, same, known, history } = rows[0];
  if (same || !known) return;
  await client.query("begin");
  await client.query(`grant usage on schema public to ${name};
    grant select, insert, update, delete on all tables in schema public to ${name};
    grant usage, select on all sequences in schema public to ${name};
    revoke insert, update, delete, truncate on _prisma_migrations from ${name}`);
  if (history) await client.query(`revoke update, delete, truncate on events from ${name}`);
  await client.query("commit");
}

if (isEntry(import.meta.url)) {
  await main(async () => {
    loadEnvironment();
    const appUrl = process.env.DATABASE_URL;
    const ownerUrl = process.env.MIGRATE_DATABASE_URL ?? appUrl;
    if (!ownerUrl) throw new Failure("set MIGRATE_DATABASE_URL or DATABASE_URL to the database that should be migrated.");
    const applied = await migrate(ownerUrl, { appUrl: appUrl ?? ownerUrl });
    console.log(applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}.`);
  });
}
