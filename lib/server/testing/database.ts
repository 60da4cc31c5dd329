import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { disconnect } from "../db";

/**
 * Gives a test file a real PostgreSQL database of its own, copied from the migrated template, and takes it away again.
 * The app connects with its own role, as in production; `owner` gives what only the schema's owner may try.
 */
export function ownDatabase(): { owner: () => pg.Client } {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const admin = new pg.Client({ connectionString: needed("TEST_DATABASE_URL") });
  let owner: pg.Client | undefined;
  beforeAll(async () => {
    await admin.connect();
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${needed("TEST_TEMPLATE")}`);
    process.env.DATABASE_URL = inDatabase(needed("TEST_APP_URL"), name);
    process.env.AUTH_SECRET = randomUUID() + randomUUID();
    owner = new pg.Client({ connectionString: inDatabase(needed("TEST_DATABASE_URL"), name) });
    await owner.connect();
  });
  afterAll(async () => {
    await disconnect();
    await owner?.end();
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  });
  return {
    owner: () => {
      if (!owner) throw new Error("The database is made before the first test, not while tests are collected.");
      return owner;
    },
  };
}

/** One more migrated, empty database: its addresses for the app and for the schema's owner. Taken away at the end of the test. */
export async function freshDatabase(): Promise<{ app: string; owner: string }> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const admin = new pg.Client({ connectionString: needed("TEST_DATABASE_URL") });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${needed("TEST_TEMPLATE")}`);
  onTestFinished(async () => {
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  });
  return { app: inDatabase(needed("TEST_APP_URL"), name), owner: inDatabase(needed("TEST_DATABASE_URL"), name) };
}

/** The address of this file's own database, as the schema's owner. */
export function ownerAddress(): string {
  return inDatabase(needed("TEST_DATABASE_URL"), new URL(needed("DATABASE_URL")).pathname.slice(1));
}

function needed(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run npm test, or vitest with its own set-up.`);
  return value;
}

function inDatabase(address: string, name: string): string {
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}
