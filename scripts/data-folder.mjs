import { chmodSync, closeSync, fchownSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Failure } from "./failure.mjs";
import { root } from "./root.mjs";

/** The data folder: `READINESS_DATA_DIR`, or `.data` beside the code. */
export function dataFolder() {
  return resolve(root, process.env.READINESS_DATA_DIR || ".data");
}

/** Makes `folder` and proves that one can write in it. */
export function openDataFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    // The database server may run as another user, who has to pass through; the secrets in here are 0600.
    if (process.getuid?.() === 0) chmodSync(folder, 0o711);
    keep(join(folder, ".writable"), "");
    rmSync(join(folder, ".writable"));
  } catch (error) {
    throw new Failure(
      `the data folder ${folder} cannot be written (${error.code}). Give this user the right to write there, ` +
        `or name another folder with READINESS_DATA_DIR.`,
    );
  }
  return folder;
}

/** Writes a file that only its owner can read; after a crash it is there whole or not at all. */
export function keep(file, text) {
  const fresh = `${file}.${process.pid}.new`;
  const handle = openSync(fresh, "w", 0o600);
  try {
    ownLikeFolder(handle, dirname(file));
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(fresh, file);
}

/** What root makes in somebody's folder stays theirs, so that they can start without root again. */
export function ownLikeFolder(handle, folder) {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(folder);
  fchownSync(handle, uid, gid);
}

/** The JSON kept in `file`, or `null` when there is none. */
export function kept(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return null;
    if (error instanceof SyntaxError) throw new Failure(`${file} is damaged; restore it from a copy.`);
    throw new Failure(`${file} cannot be read (${error.code}); it belongs to another user.`);
  }
}
