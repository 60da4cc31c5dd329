import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { migrationsFolder, readMigrations } from "./migrations.mjs";
import { root } from "./root.mjs";

/**
 * What SQL leads from the migrations to `prisma/schema.prisma`; empty when nothing is missing. `url` must be an empty
 * scratch database: the engine plays the migrations there and clears it again, whatever it finds.
 */
export async function missingSql(url, folder = migrationsFolder) {
  const { default: pg } = await import("pg");
  const { PrismaPg } = await import("@prisma/adapter-pg");
  const { bindMigrationAwareSqlAdapterFactory } = await import("@prisma/driver-adapter-utils");
  const { SchemaEngine } = await loadEngine();
  const schema = join(root, "prisma", "schema.prisma");
  const files = [{ path: schema, content: readFileSync(schema, "utf8") }];
  const pool = new pg.Pool({ connectionString: url, max: 1, Client: catalogueClient(pg.Client) });
  const adapter = bindMigrationAwareSqlAdapterFactory(new ScratchAdapter(new PrismaPg(pool)));
  const engine = await SchemaEngine.new({ datamodels: [[schema, files[0].content]] }, () => {}, adapter);
  try {
    const { stdout } = await engine.diff({
      from: { tag: "migrations", ...migrationList(folder) },
      to: { tag: "schemaDatamodel", files },
      script: true, exitCode: null, filters: { externalTables: [], externalEnums: [] },
    });
    return (stdout ?? "").split("\n").filter((line) => line.trim() !== "" && !line.startsWith("-- This is an empty")).join("\n").trim() === "" ? "" : stdout;
  } finally {
    engine.free();
    await pool.end();
  }
}

/** The engine reads PostgreSQL's catalogue, whose type "char" (18) the adapter does not know: told as char(1). */
function catalogueClient(Client) {
  const told = (result) => {
    for (const field of result?.fields ?? []) if (field.dataTypeID === 18) field.dataTypeID = 1042;
    return result;
  };
  return class extends Client {
    query(...args) {
      const then = args.at(-1);
      if (typeof then !== "function") return super.query(...args).then(told);
      return super.query(...args.slice(0, -1), (error, result) => then(error, told(result)));
    }
  };
}

/** The engine asks its adapter for a shadow database; the scratch database is that already. */
class ScratchAdapter {
  constructor(inner) {
    this.inner = inner;
    this.provider = inner.provider;
    this.adapterName = inner.adapterName;
  }
  connect() {
    return this.inner.connect();
  }
  connectToShadowDb() {
    return this.inner.connect();
  }
}

function migrationList(folder) {
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: readMigrations(folder).map(({ name, script }) => ({ path: name, migrationFile: { path: "migration.sql", content: { tag: "ok", value: script } } })),
  };
}

/** The package's own entry imports a .wasm file, which Node 20 cannot, so its two halves are put together here. */
async function loadEngine() {
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const file = join(dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg")), "schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue;
}
