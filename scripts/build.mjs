import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { makeBundle, workers } from "./bundle.mjs";
import { Failure, isEntry, main } from "./failure.mjs";
import { generate } from "./generate.mjs";
import { lockFolder } from "./lock.mjs";
import { root } from "./root.mjs";
import { runPackage } from "./run.mjs";
import { hashOf } from "./stamp.mjs";

// Finished builds, each under the hash of its sources. A server keeps the one it began with while the next one is made.
const shelf = join(root, ".build");

/**
 * The production build of the sources as they are now, made only when there is none yet. Needs neither network nor
 * database. `{ folder, built }`: `folder` holds `server.js` and all it needs.
 */
export async function build({ onChild } = {}) {
  mkdirSync(shelf, { recursive: true });
  writeFileSync(join(shelf, ".gitignore"), "*\n");
  const unlock = await lockFolder(shelf, "build", 900_000);
  try {
    await generate();
    const folder = join(shelf, sourceHash().slice(0, 16));
    if (existsSync(folder)) return { folder, built: false };
    await makeBuild(onChild);
    const standalone = join(root, ".next", "standalone");
    cpSync(join(root, ".next", "static"), join(standalone, ".next", "static"), { recursive: true });
    await makeBundle();
    for (const worker of workers) cpSync(worker, join(standalone, "bin", basename(worker)));
    if (existsSync(join(root, "public"))) cpSync(join(root, "public"), join(standalone, "public"), { recursive: true });
    // Last and in one piece, so that a build cut short is not taken for one.
    renameSync(standalone, folder);
    removeOld(basename(folder));
    return { folder, built: true };
  } finally {
    unlock();
  }
}

/** Everything the build reads: all code folders, and the settings in the root. Tests and generated code change nothing in it. */
export function sourceHash() {
  const settings = readdirSync(root).filter((name) => /\.(m?js|ts|json|css)$/.test(name) && !/^(next-env\.d|vitest\.config|eslint\.config)/.test(name));
  const skip = (path) => /\.test\.tsx?$/.test(path) || path === join(root, "lib", "server", "generated");
  return hashOf(["app", "components", "lib", "messages", "prisma", "public", ...settings], skip);
}

async function makeBuild(onChild) {
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  // Nothing of this machine's secrets may be read while building, let alone end up in the output.
  for (const name of ["DATABASE_URL", "MIGRATE_DATABASE_URL", "AUTH_SECRET", "APP_URL", "NEXTAUTH_URL", "NEXTAUTH_SECRET"]) delete env[name];
  const { code, output } = await runPackage("next/dist/bin/next", ["build"], { env, onChild });
  if (code !== 0) throw new Failure(`the build failed:\n${output.trim()}`);
  if (!existsSync(join(root, ".next", "standalone", "server.js"))) {
    throw new Failure(`the build left no server behind; next.config.js must say output: "standalone".`);
  }
}

/** The two latest stay: a copy that still runs may be on the one before. */
function removeOld(current) {
  const older = readdirSync(shelf)
    .filter((name) => /^[0-9a-f]{16}$/.test(name) && name !== current)
    .map((name) => ({ name, made: statSync(join(shelf, name)).mtimeMs }))
    .sort((one, other) => other.made - one.made);
  for (const { name } of older.slice(1)) rmSync(join(shelf, name), { recursive: true, force: true });
}

if (isEntry(import.meta.url)) {
  await main(async () => {
    const { folder, built } = await build();
    console.log(`${built ? "Built" : "Up to date:"} ${folder}`);
  });
}
