import { connect } from "./connect.mjs";
import { startPostgres } from "./postgres.mjs";

/**
 * The database to work on: the one `DATABASE_URL` names, else the embedded server of the (locked) data folder.
 * `{ url, ownerUrl, words, stop }`.
 */
export async function openDatabase(folder, onLost) {
  const url = process.env.DATABASE_URL;
  if (url === undefined) {
    const server = await startPostgres(folder, { onLost });
    return { url: server.url, ownerUrl: server.ownerUrl, words: `PostgreSQL on port ${server.port}`, stop: server.stop };
  }
  const client = await connect(url, "DATABASE_URL");
  const { rows } = await client.query("show server_version");
  await client.end();
  return { url, ownerUrl: process.env.MIGRATE_DATABASE_URL ?? url, words: `PostgreSQL ${rows[0].server_version} of DATABASE_URL`, stop: async () => {} };
}

/** True while no launch was ever made. */
export async function isEmpty(url) {
  const client = await connect(url, "DATABASE_URL");
  try {
    const { rows } = await client.query("select not exists (select from launches) as empty");
    return rows[0].empty;
  } finally {
    await client.end();
  }
}
