import { readdirSync } from "node:fs";
import path from "node:path";
import { reads } from "../db";

export type Readiness = { ok: true } | { ok: false; missing: string };

/** Whether this process can serve: the database answers, and has every migration this code brings. */
export async function readiness(): Promise<Readiness> {
  try {
    const applied = await reads().$queryRaw<{ migration_name: string }[]>`SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL`;
    const names = new Set(applied.map((row) => row.migration_name));
    const missing = ownMigrations().filter((name) => !names.has(name));
    return missing.length === 0 ? { ok: true } : { ok: false, missing: `the database lacks ${missing.length} migration(s): run node scripts/migrate.mjs` };
  } catch {
    return { ok: false, missing: "the database does not answer" };
  }
}

function ownMigrations(): string[] {
  // Beside the server in the standalone output, in the project otherwise; the folder is traced by next.config.js.
  const folder = path.join(process.cwd(), "prisma", "migrations");
  try {
    return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  } catch {
    return [];
  }
}
