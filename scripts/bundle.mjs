import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, isEntry, main } from "./failure.mjs";
import { generate } from "./generate.mjs";
import { root } from "./root.mjs";
import { hashOf, isStamped, stamp } from "./stamp.mjs";

const bin = join(root, "bin");
export const bundle = join(bin, "readiness.mjs");
// The programs of the threads that read documents (lib/server/reader) and print reports (lib/server/pdf): a thread needs a file of its own.
const threads = { "document-worker": join(root, "lib", "server", "reader", "worker.ts"), "pdf-worker": join(root, "lib", "server", "pdf", "worker.ts") };
export const workers = Object.keys(threads).map((name) => join(bin, `${name}.mjs`));
const source = join(root, "lib", "server", "cli", "main.ts");

// Native code and optional parts stay packages; they are found beside the bundle, in node_modules.
const external = ["@node-rs/argon2", "pg-native", "next", "next-auth", "cloudflare:sockets"];

const options = {
  bundle: true, platform: "node", format: "esm", target: "node20.19", external, outdir: bin, outExtension: { ".js": ".mjs" },
  entryPoints: { readiness: source, ...threads },
  alias: { "@": root }, tsconfig: join(root, "tsconfig.json"), loader: { ".md": "text", ".wasm": "binary" }, logLevel: "silent",
  // Bundled CommonJS packages still ask for Node's own parts with `require`.
  banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
};

/** Bundles the command line and the threads' programs into `bin/`, unless they are those of these sources already. Returns whether it did. */
export async function makeBundle() {
  const skip = (path) => /\.test\.tsx?$/.test(path) || path.endsWith(join("server", "generated"));
  const hash = hashOf(["lib", "prisma", "package-lock.json", "tsconfig.json", "scripts/bundle.mjs"], skip);
  // Beside the packages, so that a new installation bundles again.
  const file = join(root, "node_modules", ".cache", "readiness", "bundle");
  if ([bundle, ...workers].every((one) => existsSync(one)) && isStamped(file, hash)) return false;
  await generate();
  const { build } = await import("esbuild");
  try {
    const { outputFiles } = await build({ ...options, write: false });
    mkdirSync(bin, { recursive: true });
    // In one piece each: another process may be starting one of them.
    for (const { path, contents } of outputFiles) {
      const part = `${path}.${process.pid}`;
      writeFileSync(part, contents);
      renameSync(part, path);
    }
  } catch (error) {
    throw new Failure(`the command line could not be bundled: ${error.message}`);
  }
  stamp(file, hash);
  return true;
}

/** Bundles the threads' programs again with every saved file, while developing. Returns what ends it. */
export async function watchWorkers() {
  const { context } = await import("esbuild");
  const watching = await context({ ...options, entryPoints: threads });
  await watching.watch();
  return () => watching.dispose();
}

/** True where the sources are: not in the container image, which ships the finished bundle. */
export function hasSources() {
  return existsSync(source);
}

if (isEntry(import.meta.url)) await main(async () => console.log((await makeBundle()) ? "Bundled." : "Up to date."));
