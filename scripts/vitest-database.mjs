import { rmSync } from "node:fs";
import { startTestDatabase } from "./test-database.mjs";

/** Vitest's global set-up: brings a database along when nobody named one, so that a single test file can be run alone. */
export default async function setUp() {
  if (process.env.TEST_DATABASE_URL) return undefined;
  const server = await startTestDatabase();
  Object.assign(process.env, server.env);
  // Vitest may be killed before its tear-down; a signal is all there is time for then.
  const abandon = () => {
    try {
      process.kill(server.pid, "SIGQUIT");
      rmSync(server.folder, { recursive: true, force: true });
    } catch {
      // It is gone already.
    }
  };
  process.once("exit", abandon);
  return async () => {
    process.off("exit", abandon);
    await server.stop();
  };
}
