import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { Failure, main } from "./failure.mjs";
import { migrationsFolder } from "./migrations.mjs";
import { root } from "./root.mjs";
import { missingSql } from "./schema-engine.mjs";
import { startScratchPostgres } from "./scratch.mjs";

// node scripts/new-migration.mjs NAME: writes the migration that leads from the existing ones to the schema.
await main(async () => {
  const name = process.argv[2];
  if (!/^[a-z][a-z0-9_]*$/.test(name ?? "")) throw new Failure("name the migration: node scripts/new-migration.mjs add_due_dates (small letters, digits, _).");
  const scratch = await startScratchPostgres();
  try {
    const sql = await missingSql(scratch.ownerUrl);
    if (sql === "") throw new Failure("the migrations already lead to the schema; for hand-written SQL make the folder yourself.");
    const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
    const folder = join(migrationsFolder, `${stamp}_${name}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(migrationsFolder, "migration_lock.toml"), 'provider = "postgresql"\n');
    writeFileSync(join(folder, "migration.sql"), sql);
    console.log(`Wrote ${relative(root, join(folder, "migration.sql"))}. Read it, add its CHECKs and triggers, then run node scripts/drift.mjs.`);
  } finally {
    await scratch.stop();
  }
});
