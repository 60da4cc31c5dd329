import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Failure } from "./failure.mjs";
import { isRunning, myself } from "./identity.mjs";

/**
 * Takes a folder for this process and returns the function that gives it back. `kind` says for what: `server` is a copy
 * that serves, and whoever comes second is refused at once; for anything else one waits, up to `patience` milliseconds.
 */
export async function lockFolder(folder, kind, patience = 60_000) {
  const file = join(folder, "lock");
  const deadline = Date.now() + patience;
  for (;;) {
    const holder = tryLock(file, kind);
    if (holder === null) return () => release(file);
    if (holder.kind === "server" || Date.now() > deadline) {
      throw new Failure(
        `another copy (process ${holder.pid}) is already running on the data folder ${folder}. ` +
          `Stop it first, or give this copy its own folder with READINESS_DATA_DIR.`,
      );
    }
    await wait(100);
  }
}

/** Who holds the data folder now, or `null`. */
export function holderOf(folder) {
  const holder = read(join(folder, "lock"));
  return holder !== null && isRunning(holder) ? holder : null;
}

function tryLock(file, kind) {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ ...myself(), kind }));
  try {
    for (;;) {
      // A link appears whole or not at all, so nobody ever reads half a lock.
      if (link(mine, file)) return null;
      const holder = read(file);
      if (holder !== null && isRunning(holder)) return holder;
      removeStale(file, holder);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Moves the dead lock away; had somebody replaced it in between, theirs is put back. */
function removeStale(file, stale) {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (error.code === "ENOENT") return;
    throw error;
  }
  const moved = read(aside);
  if (moved !== null && (moved.pid !== stale?.pid || moved.started !== stale?.started)) link(aside, file);
  rmSync(aside, { force: true });
}

function release(file) {
  if (read(file)?.pid === process.pid) rmSync(file, { force: true });
}

function link(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
