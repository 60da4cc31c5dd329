import { existsSync } from "node:fs";
import { join } from "node:path";
import { Failure, isEntry, main } from "./failure.mjs";
import { runPackage } from "./run.mjs";
import { root } from "./root.mjs";
import { hashOf, isStamped, stamp } from "./stamp.mjs";

const generated = join(root, "lib", "server", "generated", "prisma");

/** Generates the database client, unless it is that of this schema already. Needs no network. Returns whether it did. */
export async function generate() {
  const hash = hashOf(["prisma/schema.prisma", "prisma.config.ts", "node_modules/prisma/package.json"]);
  const file = join(generated, ".stamp");
  if (existsSync(join(generated, "client.ts")) && isStamped(file, hash)) return false;
  const result = await runPackage("prisma/build/index.js", ["generate"], {
    env: {
      ...process.env,
      // Every command of Prisma wants its native schema engine first and would download it; generating never runs it, so
      // any executable will do. Never for `migrate`: with this set it does nothing and looks successful.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1",
    },
  });
  if (result.code !== 0) throw new Failure(`the database client could not be generated:\n${result.output}`);
  stamp(file, hash);
  return true;
}

if (isEntry(import.meta.url)) await main(async () => console.log((await generate()) ? "Generated." : "Up to date."));
