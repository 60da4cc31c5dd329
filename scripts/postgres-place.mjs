import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { keep, kept } from "./data-folder.mjs";
import { Failure } from "./failure.mjs";
import { postgresBinaries, serverUser, systemFolder } from "./postgres-binaries.mjs";

/** The PostgreSQL user that owns the schema, and the one the app connects as. */
export const ownerRole = "readiness_owner";
export const appRole = "readiness";

/** What the data folder remembers of its server: port, passwords, and where the database's files are. */
export function remembered(folder) {
  const server = kept(join(folder, "postgres.json"));
  if (server === null) return null;
  if (isAbsolute(server.place) && server.folder !== realpathSync(folder)) {
    throw new Failure(
      `${folder} was moved or copied from ${server.folder}, and its database's files are in ${server.place}. If it was moved, ` +
        `correct "folder" in ${join(folder, "postgres.json")}; if it was copied, take a backup of the first one and restore it here.`,
    );
  }
  return { ...server, place: resolve(folder, server.place) };
}

/** Files below the data folder are named from there, so that the whole of it can be moved and copied. */
export function remember(folder, server) {
  const inside = server.place === join(folder, "postgres");
  const text = { ...server, place: inside ? "postgres" : server.place, folder: realpathSync(folder) };
  keep(join(folder, "postgres.json"), `${JSON.stringify(text, null, 2)}\n`);
}

/** Finds, or on the first start creates, the database's files. Returns what is needed to start a server on them. */
export function preparePlace(folder) {
  const known = remembered(folder);
  const user = existingOwner(known) ?? serverUser();
  const binaries = postgresBinaries(user);
  const server = known ?? { port: 0, place: choosePlace(folder, user), owner: secret(), app: secret() };
  if (known !== null && !existsSync(server.place)) {
    throw new Failure(`the database's files are gone from ${server.place}. Put them back, or remove ${join(folder, "postgres.json")} to begin with an empty database.`);
  }
  if (known === null) {
    if (existsSync(server.place)) {
      throw new Failure(`${server.place} holds a database, but ${join(folder, "postgres.json")} with its password is gone. Put that file back, or move the database's files away to begin with an empty one.`);
    }
    createFiles(binaries, user, server);
    remember(folder, server);
  }
  refuseOtherVersion(binaries, user, server.place);
  return { binaries, user, server };
}

/** Files made by an ordinary user are served as that user, even when root starts the launcher today. */
function existingOwner(known) {
  if (process.getuid?.() !== 0 || known === null || !existsSync(known.place)) return null;
  const { uid, gid } = statSync(known.place);
  return uid === 0 ? null : { uid, gid };
}

function choosePlace(folder, user) {
  if (user === null || canEnter(folder, user)) return join(folder, "postgres");
  // The project lies where the database's user may not go (below /root, say), so its files live beside the system's.
  const name = createHash("sha256").update(realpathSync(folder)).digest("hex").slice(0, 12);
  mkdirSync(systemFolder, { recursive: true });
  chmodSync(systemFolder, 0o755);
  return join(systemFolder, `data-${name}-${secret().slice(0, 6)}`);
}

function canEnter(folder, user) {
  return spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { cwd: "/", ...user }).status === 0;
}

/** Made aside and renamed when whole, so that a start cut short leaves nothing half made. */
function createFiles(binaries, user, server) {
  const fresh = `${server.place}.new`;
  const password = join(dirname(server.place), ".initdb-password");
  rmSync(fresh, { recursive: true, force: true });
  try {
    mkdirSync(fresh, { recursive: true, mode: 0o700 });
    writeFileSync(password, server.owner, { mode: 0o600 });
    if (user !== null) for (const each of [fresh, password]) chownSync(each, user.uid, user.gid);
    const options = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--data-checksums", "--auth=scram-sha-256"];
    const made = spawnSync(join(binaries, "initdb"), ["-D", fresh, `--username=${ownerRole}`, `--pwfile=${password}`, ...options], {
      cwd: "/", env: serverEnvironment(), encoding: "utf8", ...user,
    });
    if (made.status !== 0) throw new Failure(`the database's files could not be created: ${lastLine(made.stderr) || made.error?.message}`);
    renameSync(fresh, server.place);
  } finally {
    rmSync(password, { force: true });
  }
}

function refuseOtherVersion(binaries, user, place) {
  const files = readFileSync(join(place, "PG_VERSION"), "utf8").trim();
  const told = spawnSync(join(binaries, "postgres"), ["--version"], { cwd: "/", encoding: "utf8", ...user }).stdout;
  const binary = /(\d+)\.?\d*\s*$/.exec(told.trim())?.[1];
  if (files === binary) return;
  throw new Failure(`the database's files in ${place} are of PostgreSQL ${files}, this copy ships ${binary}: back up with the copy that made them, and restore here.`);
}

/** Nothing from the caller's shell (PGDATA, a locale, …) may change what the server does. */
export function serverEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG|LD_)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: "C", TZ: "UTC" };
}

function secret() {
  return randomBytes(24).toString("base64url").replace(/[-_]/g, "x");
}

function lastLine(text) {
  return text?.trim().split("\n").at(-1);
}

/** The address of the database `name` for a role of the remembered `server`. */
export function address(server, role, password, name = "readiness") {
  return `postgresql://${role}:${password}@127.0.0.1:${server.port}/${name}`;
}
