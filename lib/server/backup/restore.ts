import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import pg from "pg";
import { migrationsIn } from "./backup";
import { backupFormat, leftOut, summaryOf, tables, type Head, type Summary, type Table, type Tail } from "./tables";

/** Why a backup is not restored; nothing was changed. */
export class NotRestored extends Error {}

/**
 * Brings a whole instance back from its file, in one transaction: all of it or nothing. Refuses a database that holds anything unless
 * `replace`; replacing takes the role that owns the schema, for history gives way to nobody else, and no running server, which
 * would go on showing what it remembers. Everybody signs in again.
 */
export async function restore(database: { app: string; owner: string }, file: string, replace: boolean): Promise<Summary> {
  const client = new pg.Client({ connectionString: replace ? database.owner : database.app, application_name: "readiness restore" });
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL TIME ZONE 'UTC'");
    await client.query("SELECT pg_advisory_xact_lock(4317002)");
    await makeRoom(client, replace);
    const tail = await read(client, file);
    await client.query("COMMIT");
    return summaryOf(tail);
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw said(error, file);
  } finally {
    await client.end();
  }
}

/** Faults of the file and the role in words; everything else as it is. */
function said(error: unknown, file: string): unknown {
  const spoilt = new NotRestored(`${file} is no backup, or was cut off or changed on its way.`);
  if (error instanceof SyntaxError) return spoilt;
  if (!(error instanceof Error) || !("code" in error)) return error;
  if (error.code === "42501") return new NotRestored("Replacing takes the role that owns the schema. Set MIGRATE_DATABASE_URL to it.");
  if (error.code === "ENOENT" || error.code === "EACCES") return new NotRestored(`${file} cannot be read. Give the path of a backup.`);
  // Broken compression; rows that are none (SQLSTATE 22) or refer to what is not there (23).
  if (/^(Z_|22|23)/.test(String(error.code))) return spoilt;
  return error;
}

async function makeRoom(client: pg.Client, replace: boolean): Promise<void> {
  const { rows: [found] } = await client.query<{ filled: boolean }>("SELECT EXISTS (SELECT FROM users) OR EXISTS (SELECT FROM launches) AS filled");
  if (!found?.filled) return;
  if (!replace) throw new NotRestored("This database is not empty, and restoring would lose what it holds. Back it up, then restore with --replace.");
  const { rows: [served] } = await client.query<{ by: number }>("SELECT count(*)::int AS by FROM pg_stat_activity WHERE datname = current_database() AND application_name IN ('readiness', 'readiness listen')");
  if ((served?.by ?? 0) > 0) throw new NotRestored("A server is running on this database. Stop it, restore, and start it again.");
  const guarded = ["events", "event_texts", "documents"];
  for (const table of guarded) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await client.query(`TRUNCATE ${[...tables, ...leftOut.filter((table) => !table.startsWith("_"))].map((table) => `"${table}"`).join(", ")}`);
  for (const table of guarded) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
}

async function read(client: pg.Client, file: string): Promise<Tail> {
  const hash = createHash("sha256");
  const rows: Record<string, number> = {};
  const known = new Set<string>(tables);
  let tail: Tail | null = null;
  let first = true;
  const source = createReadStream(file);
  const unpacked = createGunzip();
  source.on("error", (error) => unpacked.destroy(error));
  for await (const line of createInterface({ input: source.pipe(unpacked), crlfDelay: Number.POSITIVE_INFINITY })) {
    const at = line.indexOf("\t");
    const [name, json] = [line.slice(0, at), line.slice(at + 1)];
    if (name === "end") {
      tail = JSON.parse(json) as Tail; // compared below with what was read
      break;
    }
    hash.update(`${line}\n`);
    if (first) await expectFit(client, name, json, file);
    else if (!known.has(name)) throw new NotRestored(`${file} holds a table "${name}" that this version does not know.`);
    else {
      const { rowCount } = await client.query(`INSERT INTO "${name}" SELECT * FROM jsonb_populate_recordset(NULL::"${name}", $1::jsonb)`, [json]);
      rows[name] = (rows[name] ?? 0) + (rowCount ?? 0);
    }
    first = false;
  }
  if (tail?.sha256 !== hash.digest("hex")) throw new NotRestored(`${file} is no backup, or was cut off or changed on its way.`);
  const short = tables.find((table: Table) => (rows[table] ?? 0) !== (tail.rows[table] ?? 0));
  if (short) throw new NotRestored(`Not every row of "${short}" arrived.`);
  return tail;
}

async function expectFit(client: pg.Client, name: string, json: string, file: string): Promise<void> {
  if (name !== backupFormat) throw new NotRestored(`${file} is no backup of this program.`);
  const { migrations } = JSON.parse(json) as Head; // its digest is compared at the end
  const own = await migrationsIn(client);
  if (JSON.stringify(migrations) === JSON.stringify(own)) return;
  const newer = migrations.some((one) => !own.includes(one));
  throw new NotRestored(newer
    ? `${file} was made by a newer version. Install that version, then restore.`
    : `${file} was made by an older version. Restore it with that version, then update.`);
}
