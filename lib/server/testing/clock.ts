import type pg from "pg";
import { beforeAll } from "vitest";

/**
 * Lets this file's own database run ahead of the real time, so that a test can pass a waiver's end or a deadline without racing
 * towards it. Everything here asks the database for the time, and finds this clock's functions before PostgreSQL's own.
 */
export function ownClock(database: { owner: () => pg.Client }): { inSeconds: (seconds: number) => Promise<string>; passes: (moment: string) => Promise<unknown> } {
  const owner = () => database.owner();
  beforeAll(async () => {
    const { rows: [here] } = await owner().query<{ name: string }>("SELECT quote_ident(current_database()) AS name");
    await owner().query(`
      CREATE SCHEMA clock;
      CREATE TABLE clock.ahead AS SELECT interval '0' AS by;
      CREATE FUNCTION clock.now() RETURNS timestamptz STABLE LANGUAGE sql AS 'SELECT pg_catalog.now() + by FROM clock.ahead';
      CREATE FUNCTION clock.clock_timestamp() RETURNS timestamptz VOLATILE LANGUAGE sql AS 'SELECT pg_catalog.clock_timestamp() + by FROM clock.ahead';
      GRANT USAGE ON SCHEMA clock TO PUBLIC;
      GRANT SELECT ON clock.ahead TO PUBLIC;
      ALTER DATABASE ${here?.name} SET search_path = clock, public, pg_catalog;
      SET search_path = clock, public, pg_catalog`);
  });
  return {
    inSeconds: async (seconds) => {
      const { rows: [row] } = await owner().query<{ at: Date }>("SELECT date_trunc('milliseconds', clock_timestamp()) + make_interval(secs => $1) AS at", [seconds]);
      if (!row) throw new Error("The database did not tell the time.");
      return row.at.toISOString();
    },
    passes: (moment) => owner().query("UPDATE clock.ahead SET by = by + greatest(interval '0', $1::timestamptz - clock_timestamp())", [moment]),
  };
}
