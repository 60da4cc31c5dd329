import { existsSync } from "node:fs";
import { join } from "node:path";
import { Failure, isEntry, main } from "./failure.mjs";
import { generate } from "./generate.mjs";
import { root } from "./root.mjs";
import { hashOf, isStamped, stamp } from "./stamp.mjs";

export const bundle = join(root, "bin", "readiness.mjs");
const source = join(root, "lib", "server", "cli", "main.ts");

// Native code and optional parts stay packages; they are found beside the bundle, in node_modules.
const external = ["@node-rs/argon2", "pg-native", "next", "next-auth", "cloudflare:sockets"];

/** Bundles the command line into `bin/readiness.mjs`, unless it is that of these sources already. Returns whether it did. */
export async function makeBundle() {
  const skip = (path) => /\.test\.tsx?$/.test(path) || path.endsWith(join("server", "generated"));
  const hash = hashOf(["lib", "prisma", "package-lock.json", "tsconfig.json", "scripts/bundle.mjs"], skip);
  // Beside the packages, so that a new installation bundles again.
  const file = join(root, "node_modules", ".cache", "readiness", "bundle");
  if (existsSync(bundle) && isStamped(file, hash)) return false;
  await generate();
  const { build } = await import("esbuild");
  try {
    await build({
      entryPoints: [source], outfile: bundle, bundle: true, platform: "node", format: "esm", target: "node20.19", external,
      alias: { "@": root }, tsconfig: join(root, "tsconfig.json"), loader: { ".md": "text", ".wasm": "binary" }, logLevel: "silent",
      // Bundled CommonJS packages still ask for Node's own parts with `require`.
      banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
    });
  } catch (error) {
    throw new Failure(`the command line could not be bundled: ${error.message}`);
  }
  stamp(file, hash);
  return true;
}

/** True where the sources are: not in the container image, which ships the finished bundle. */
export function hasSources() {
  return existsSync(source);
}

if (isEntry(import.meta.url)) await main(async () => console.log((await makeBundle()) ? "Bundled." : "Up to date."));
