import { makeBundle } from "./bundle.mjs";
import { startTestDatabase } from "./test-database.mjs";

/** Vitest's global set-up: brings the bundles and a database along when nobody named one, so that a single test file can be run alone. */
export default async function setUp() {
  // Documents are read in a thread of its own, whose program is a bundle.
  await makeBundle();
  if (process.env.TEST_DATABASE_URL) return undefined;
  const server = await startTestDatabase();
  Object.assign(process.env, server.env);
  return server.stop;
}
