import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { remembered } from "./postgres-place.mjs";
import { startPostgres } from "./postgres.mjs";

/** A PostgreSQL in a temporary folder, gone after `stop()`, and also when this process ends in any other way. */
export async function startScratchPostgres() {
  const folder = mkdtempSync(join(tmpdir(), "readiness-"));
  chmodSync(folder, 0o711);
  try {
    const server = await startPostgres(folder, { throwAway: true });
    const dismiss = watch(folder, remembered(folder).place);
    const stop = async () => {
      await server.stop();
      dismiss();
      rmSync(folder, { recursive: true, force: true });
    };
    return { ...server, folder, stop };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** A shell that waits on a pipe from us: however we end, the pipe closes, and it clears away what we left. */
function watch(folder, place) {
  if (process.platform === "win32") return () => {};
  const script = 'read _; pid=$(head -n 1 "$1/postmaster.pid" 2>/dev/null) && kill -QUIT "$pid" && sleep 1; rm -rf "$1" "$2"';
  const shell = spawn("/bin/sh", ["-c", script, "sh", place, folder], { cwd: "/", stdio: ["pipe", "ignore", "ignore"], detached: true });
  shell.unref();
  shell.stdin.unref();
  return () => shell.stdin.end();
}
