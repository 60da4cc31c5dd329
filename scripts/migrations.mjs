import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

export const migrationsFolder = join(root, "prisma", "migrations");

/** The migrations of `folder` in their order, each with its script and checksum. */
export function readMigrations(folder = migrationsFolder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "migration.sql")))
    .map(({ name }) => {
      const script = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, script, checksum: checksum(script) };
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** As Prisma's own tool computes it, so that `prisma migrate status` agrees with us. */
export function checksum(script) {
  return createHash("sha256").update(script).digest("hex");
}

/** True when `applied` is the checksum of the script, whichever line ends the checkout gave it. */
export function matches(migration, applied) {
  const unix = migration.script.replaceAll("\r\n", "\n");
  return [migration.script, unix, unix.replaceAll("\n", "\r\n")].some((text) => checksum(text) === applied);
}
