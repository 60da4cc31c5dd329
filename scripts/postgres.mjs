import { spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, readlinkSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ownLikeFolder } from "./data-folder.mjs";
import { Failure } from "./failure.mjs";
import { startedAt } from "./identity.mjs";
import { address, appRole, ownerRole, preparePlace, remember, serverEnvironment } from "./postgres-place.mjs";

const durability = ["fsync", "synchronous_commit", "full_page_writes"];

/**
 * Starts the embedded PostgreSQL on a data folder that this process has locked (`lock.mjs`).
 * `ownerUrl` owns the schema, `url` is the app's. A server that dies by itself is started again on the same port, so
 * that a pool reconnects; `onLost(error)` hears when that fails. `throwAway` gives durability up for speed: tests only.
 */
export async function startPostgres(folder, { throwAway = false, onLost = () => {} } = {}) {
  const { binaries, user, server } = preparePlace(folder);
  stopLeftover(binaries, user, server.place);
  const log = join(folder, "postgres.log");
  let stopping = false;
  let child = await launch();

  async function launch() {
    const deadline = Date.now() + 60_000;
    for (;;) {
      server.port = await freePort(server.port);
      remember(folder, server);
      const started = spawnServer({ binaries, user, server, log, throwAway });
      if (await answers(started, server)) return watch(started);
      const why = lastReason(log);
      // The killed server's own children still hold its memory for a moment; a port can be lost between asking and taking.
      const passing = /shared memory block|could not bind|Address already in use|postmaster.pid/.test(why);
      if (!passing || Date.now() > deadline) throw new Failure(`PostgreSQL did not start: ${why} (all of it is in ${log})`);
      if (/bind|in use/.test(why) && !/shared memory/.test(why)) server.port = 0;
      await wait(250);
    }
  }

  function watch(started) {
    started.once("exit", () => {
      if (stopping) return;
      process.stderr.write("readiness: PostgreSQL ended by itself; starting it again\n");
      relaunch().catch(onLost);
    });
    return started;
  }

  async function relaunch() {
    const again = await launch();
    if (stopping) stopServer(binaries, user, server.place);
    child = again;
  }

  try {
    await prepareDatabase(server, throwAway);
  } catch (error) {
    stopping = true;
    stopServer(binaries, user, server.place);
    throw error;
  }
  return {
    url: address(server, appRole, server.app),
    ownerUrl: address(server, ownerRole, server.owner),
    port: server.port,
    get pid() {
      return child.pid;
    },
    async stop() {
      stopping = true;
      const ended = child.exitCode !== null || child.signalCode !== null ? null : new Promise((done) => child.once("exit", done));
      stopServer(binaries, user, server.place);
      await ended;
    },
  };
}

function spawnServer({ binaries, user, server, log, throwAway }) {
  const handle = openSync(log, "a", 0o600);
  ownLikeFolder(handle, dirname(log));
  if (statSync(log).size > 5_000_000) ftruncateSync(handle);
  const settings = {
    port: server.port, listen_addresses: "127.0.0.1", unix_socket_directories: "", password_encryption: "scram-sha-256",
    timezone: "UTC", log_timezone: "UTC", log_line_prefix: "%m [%p] ",
    // Given on the command line, so that no edited file of the data folder can turn them off.
    ...Object.fromEntries(durability.map((name) => [name, throwAway ? "off" : "on"])),
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  // A session of its own: Ctrl-C must reach us alone, so that the app ends before its database.
  const child = spawn(join(binaries, "postgres"), ["-D", server.place, ...options], {
    cwd: "/", env: serverEnvironment(), stdio: ["ignore", handle, handle], detached: process.platform !== "win32", ...user,
  });
  child.on("error", () => {});
  closeSync(handle);
  return child;
}

/** True once it takes connections; false as soon as it is over instead. */
async function answers(child, server) {
  for (;;) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return false;
    const lines = readPidFile(server.place);
    if (Number(lines?.[0]) === child.pid && lines[7]?.startsWith("ready")) return true;
    await wait(50);
  }
}

async function prepareDatabase(server, throwAway) {
  const { default: pg } = await import("pg");
  const query = async (name, run) => {
    const client = new pg.Client({ connectionString: address(server, ownerRole, server.owner, name) });
    await client.connect();
    try {
      return await run(client);
    } finally {
      await client.end();
    }
  };
  await query("postgres", async (client) => {
    const { rows } = await client.query("select exists (select from pg_database where datname = 'readiness') as made, exists (select from pg_roles where rolname = $1) as role", [appRole]);
    // The password holds letters and digits only, so it needs no quoting.
    if (!rows[0].role) await client.query(`create role ${appRole} login password '${server.app}'`);
    if (!rows[0].made) await client.query("create database readiness");
  });
  if (throwAway) return;
  await query("readiness", async (client) => {
    for (const name of durability) {
      const { rows } = await client.query(`show ${name}`);
      if (rows[0][name] !== "on") throw new Failure(`PostgreSQL runs with ${name} ${rows[0][name]}, which could lose what was acknowledged: undo that setting.`);
    }
  });
}

/** A server that outlived its launcher is stopped as gently as any other. */
function stopLeftover(binaries, user, place) {
  const lines = readPidFile(place);
  if (lines === null) return;
  const pid = Number(lines[0]);
  if (!(pid > 0) || startedAt(pid) === null) return;
  if (isServerOf(pid, place)) stopServer(binaries, user, place);
  // Another process has this number now; PostgreSQL would take it for a running server and refuse.
  else rmSync(join(place, "postmaster.pid"), { force: true });
}

function isServerOf(pid, place) {
  if (process.platform !== "linux") return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === readFileSync(join(place, "postmaster.pid"), "utf8").split("\n")[1];
  } catch {
    return false;
  }
}

function stopServer(binaries, user, place) {
  if (!existsSync(join(place, "postmaster.pid"))) return;
  const stopped = spawnSync(join(binaries, "pg_ctl"), ["stop", "-D", place, "-m", "fast", "-w", "-t", "60"], { cwd: "/", env: serverEnvironment(), encoding: "utf8", ...user });
  if (stopped.status !== 0 && existsSync(join(place, "postmaster.pid"))) throw new Failure(`PostgreSQL did not stop within a minute: ${stopped.stderr.trim()}`);
}

function readPidFile(place) {
  try {
    return readFileSync(join(place, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return null;
  }
}

function lastReason(log) {
  const lines = readFileSync(log, "utf8").trim().split("\n");
  const fatal = lines.slice(-20).filter((line) => /FATAL|LOG:  could not bind|Execution of PostgreSQL/.test(line));
  return (fatal.join("; ") || lines.at(-1) || "no reason given").replace(/\d{4}-\d\d-\d\d [\d:.]+ UTC \[\d+\] /g, "");
}

/** `wanted` when nobody listens on it, else any free port of the loopback. */
async function freePort(wanted) {
  for (const port of wanted ? [wanted, 0] : [0]) {
    const found = await new Promise((done) => {
      const server = createServer().once("error", () => done(null));
      server.listen(port, "127.0.0.1", () => {
        const { port: bound } = server.address();
        server.close(() => done(bound));
      });
    });
    if (found !== null) return found;
  }
  throw new Failure("no free port on 127.0.0.1.");
}
