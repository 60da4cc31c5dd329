import pg from "pg";

/** What `scripts/e2e.mjs` gives to the journeys. */
export function given(name: "DATABASE_URL" | "E2E_ADDRESS" | "E2E_BUILD" | "E2E_SETUP_LINK" | "AUTH_SECRET"): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: run the journeys with node scripts/e2e.mjs.`);
  return value;
}

let pool: pg.Pool | null = null;

/** Asks the database of the server under test, as the app's own role. */
export async function ask<R extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<R[]> {
  pool ??= new pg.Pool({ connectionString: given("DATABASE_URL"), max: 2, idleTimeoutMillis: 1_000 });
  return (await pool.query<R>(sql, values)).rows;
}
