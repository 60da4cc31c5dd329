import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle, hasSources, makeBundle } from "./bundle.mjs";
import { dataFolder, openDataFolder } from "./data-folder.mjs";
import { loadEnvironment } from "./environment.mjs";
import { complain, Failure } from "./failure.mjs";
import { holderOf, lockFolder } from "./lock.mjs";
import { authSecret } from "./secret.mjs";

/**
 * Runs the command line on the database of this installation: the one `DATABASE_URL` names, else the embedded server,
 * which is started for the length of the command when it is not running.
 */
export async function runCommand(args) {
  try {
    loadEnvironment();
    if (hasSources()) await requirePackages().then(makeBundle);
    if (process.env.DATABASE_URL !== undefined || needsNoDatabase(args)) return await runHere();
    const folder = openDataFolder(dataFolder());
    process.env.AUTH_SECRET = authSecret(folder);
    await onEmbedded(folder, args);
  } catch (error) {
    complain(error);
    process.exitCode = 1;
  }
}

const onDatabase = ["import", "export", "set", "item", "group", "section", "status", "gate", "verify", "user", "member", "seat", "proof", "seed", "setup-link", "demo", "backup", "restore"];

/** A verb that nobody knows needs none either: the command line itself says so, with its own exit code. */
function needsNoDatabase([verb, ...rest]) {
  return !onDatabase.includes(verb) || rest.some((each) => ["--help", "-h", "--pack"].includes(each));
}

async function requirePackages() {
  const { install } = await import("./install.mjs");
  await install();
}

async function runHere() {
  await import(pathToFileURL(bundle).href);
}

async function onEmbedded(folder, args) {
  const running = holderOf(folder)?.kind === "server";
  const { address, appRole, ownerRole, remembered } = await import("./postgres-place.mjs");
  if (running) {
    const server = remembered(folder);
    if (server === null) throw new Failure("the copy that uses this data folder is only just starting: try again when it has printed its address.");
    process.env.DATABASE_URL = address(server, appRole, server.app);
    process.env.MIGRATE_DATABASE_URL ??= address(server, ownerRole, server.owner);
    return runHere();
  }
  if (!existsSync(join(folder, "postgres.json"))) throw new Failure("there is no database yet: run npm start once, or set DATABASE_URL.");
  const unlock = await lockFolder(folder, "command");
  try {
    const { startPostgres } = await import("./postgres.mjs");
    const server = await startPostgres(folder);
    try {
      process.exitCode = await runBeside(args, { ...process.env, DATABASE_URL: server.url, MIGRATE_DATABASE_URL: server.ownerUrl });
    } finally {
      await server.stop();
    }
  } finally {
    unlock();
  }
}

/** As a child, because the command may leave with `process.exit` and the server has to be stopped after it. */
function runBeside(args, env) {
  // Ctrl-C reaches the child as well; this process outlives it to stop the server.
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => {});
  const child = spawn(process.execPath, [bundle, ...args], { stdio: "inherit", env });
  return new Promise((done) => child.on("exit", (code) => done(code ?? 1)));
}
