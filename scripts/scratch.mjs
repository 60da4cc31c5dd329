import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "./postgres.mjs";

/** A PostgreSQL in a temporary folder, gone after `stop()`. `durable` gives it the real durability settings. */
export async function startScratchPostgres({ durable = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "readiness-"));
  chmodSync(folder, 0o711);
  try {
    const server = await startPostgres(folder, { throwAway: !durable });
    const stop = async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    };
    return { ...server, folder, stop };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}
