import { connect } from "./connect.mjs";
import { migrate } from "./migrate.mjs";
import { startScratchPostgres } from "./scratch.mjs";

export const template = "readiness_template";

/**
 * A throw-away server for database tests. `env` is what they read: `TEST_DATABASE_URL` (an owner of the server, connected
 * to no database that anybody copies) and `TEST_TEMPLATE`, a migrated database: `create database mine template …` takes
 * a tenth of migrating again. `TEST_APP_URL` is the app's own role, which may only append to the history.
 */
export async function startTestDatabase() {
  const server = await startScratchPostgres();
  try {
    const env = { TEST_DATABASE_URL: named(server.ownerUrl, "postgres"), TEST_APP_URL: named(server.url, "postgres"), TEST_TEMPLATE: template };
    const client = await connect(env.TEST_DATABASE_URL, "TEST_DATABASE_URL");
    await client.query(`create database ${template}`);
    await migrate(named(server.ownerUrl, template), { appUrl: server.url });
    // A database that somebody is connected to cannot be copied.
    await client.query(`alter database ${template} with is_template true allow_connections false`);
    await client.end();
    return { ...server, env };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The address `url` with another database's name. */
export function named(url, name) {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
