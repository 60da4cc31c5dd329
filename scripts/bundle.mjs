import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, isEntry, main } from "./failure.mjs";
import { generate } from "./generate.mjs";
import { root } from "./root.mjs";
import { hashOf, isStamped, stamp } from "./stamp.mjs";

const bin = join(root, "bin");
export const bundle = join(bin, "readiness.mjs");
/** The program of the thread that reads documents (lib/server/reader): a thread needs a file of its own. */
export const documentWorker = join(bin, "document-worker.mjs");
const source = join(root, "lib", "server", "cli", "main.ts");

// Native code and optional parts stay packages; they are found beside the bundle, in node_modules.
const external = ["@node-rs/argon2", "pg-native", "next", "next-auth", "cloudflare:sockets"];

const options = {
  bundle: true, platform: "node", format: "esm", target: "node20.19", external, outdir: bin, outExtension: { ".js": ".mjs" },
  entryPoints: { readiness: source, "document-worker": join(root, "lib", "server", "reader", "worker.ts") },
  alias: { "@": root }, tsconfig: join(root, "tsconfig.json"), loader: { ".md": "text", ".wasm": "binary" }, logLevel: "silent",
  // Bundled CommonJS packages still ask for Node's own parts with `require`.
  banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
};

/** Bundles the command line and the reader's thread into `bin/`, unless they are those of these sources already. Returns whether it did. */
export async function makeBundle() {
  const skip = (path) => /\.test\.tsx?$/.test(path) || path.endsWith(join("server", "generated"));
  const hash = hashOf(["lib", "prisma", "package-lock.json", "tsconfig.json", "scripts/bundle.mjs"], skip);
  // Beside the packages, so that a new installation bundles again.
  const file = join(root, "node_modules", ".cache", "readiness", "bundle");
  if (existsSync(bundle) && existsSync(documentWorker) && isStamped(file, hash)) return false;
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

/** Bundles the reader's thread again with every saved file, while developing. Returns what ends it. */
export async function watchDocumentWorker() {
  const { context } = await import("esbuild");
  const watching = await context({ ...options, entryPoints: { "document-worker": options.entryPoints["document-worker"] } });
  await watching.watch();
  return () => watching.dispose();
}

/** True where the sources are: not in the container image, which ships the finished bundle. */
export function hasSources() {
  return existsSync(source);
}

if (isEntry(import.meta.url)) await main(async () => console.log((await makeBundle()) ? "Bundled." : "Up to date."));
