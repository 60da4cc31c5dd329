import { createHash } from "node:crypto";
import { createWriteStream, renameSync, rmSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { backupFormat, orderOf, rowsAtOnce, summaryOf, tables, type Head, type Summary, type Tail } from "./tables";

/**
 * Writes the whole instance into one file, as it stands at one moment, whatever is being written meanwhile. It holds password hashes:
 * only its owner can read it. The file appears whole or not at all.
 */
export async function backup(database: string, file: string): Promise<Summary> {
  const client = new pg.Client({ connectionString: database, application_name: "readiness backup" });
  await client.connect();
  const unfinished = `${file}.unfinished`;
  const tail: Tail = { rows: {}, sha256: "" };
  try {
    // Moments are written in UTC, whatever zone the server keeps.
    await client.query("SET TIME ZONE 'UTC'");
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await pipeline(Readable.from(lines(client, tail)), createGzip({ level: 6 }), createWriteStream(unfinished, { mode: 0o600 }));
    await client.query("COMMIT");
    renameSync(unfinished, file);
    return summaryOf(tail);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

/** The names of the migrations that a database has. */
export async function migrationsIn(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>("SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name");
  return rows.map(({ name }) => name);
}

/** `<table>` TAB `<rows as JSON>`, line by line; JSON as the database writes it, so that no number passes through another's hands. */
async function* lines(client: pg.Client, tail: Tail): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const line = (name: string, json: string): string => {
    const text = `${name}\t${json}\n`;
    hash.update(text);
    return text;
  };
  const { rows: [clock] } = await client.query<{ now: Date }>("SELECT now() AS now");
  const head: Head = { at: clock?.now.toISOString() ?? "", migrations: await migrationsIn(client) };
  yield line(backupFormat, JSON.stringify(head));
  for (const table of tables) {
    const order = orderOf[table];
    await client.query(`DECLARE rows_of_${table} NO SCROLL CURSOR FOR SELECT to_jsonb(t)::text AS row FROM "${table}" t${order ? ` ORDER BY ${order}` : ""}`);
    tail.rows[table] = 0;
    for (;;) {
      const { rows } = await client.query<{ row: string }>(`FETCH ${rowsAtOnce(table)} FROM rows_of_${table}`);
      if (rows.length === 0) break;
      tail.rows[table] += rows.length;
      yield line(table, `[${rows.map(({ row }) => row).join(",")}]`);
    }
    await client.query(`CLOSE rows_of_${table}`);
  }
  tail.sha256 = hash.digest("hex");
  yield `end\t${JSON.stringify(tail)}\n`;
}
