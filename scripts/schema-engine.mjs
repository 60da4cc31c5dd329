import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { migrate } from "./migrate.mjs";
import { readMigrations } from "./migrations.mjs";
import { root } from "./root.mjs";

/**
 * What SQL leads from the migrations to `prisma/schema.prisma`; empty when nothing is missing. `url` must be an empty
 * scratch database: the migrations are applied there by the same runner as everywhere.
 */
export async function missingSql(url, migrations = readMigrations()) {
  const { default: pg } = await import("pg");
  const { PrismaPg } = await import("@prisma/adapter-pg");
  const { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } = await import("@prisma/driver-adapter-utils");
  await migrate(url, { migrations });
  const { SchemaEngine } = await loadEngine();
  const schema = join(root, "prisma", "schema.prisma");
  const files = [{ path: schema, content: readFileSync(schema, "utf8") }];
  const pool = new pg.Pool({ connectionString: url, max: 1, Client: catalogueClient(pg.Client) });
  const adapter = bindMigrationAwareSqlAdapterFactory(catalogueAdapter(new PrismaPg(pool), ColumnTypeEnum.Character));
  const engine = await SchemaEngine.new({ datamodels: [[schema, files[0].content]] }, () => {}, adapter);
  try {
    const { stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: root },
      to: { tag: "schemaDatamodel", files },
      script: true, exitCode: null, filters: { externalTables: [], externalEnums: [] },
    });
    return stdout?.trim() === "-- This is an empty migration." ? "" : (stdout ?? "");
  } finally {
    engine.free();
    await pool.end();
  }
}

const mark = "\u0000char";

/** The engine reads PostgreSQL's catalogue, whose type "char" (18) the adapter does not know: told as text, and marked. */
function catalogueClient(Client) {
  const told = (result) => {
    for (const field of result?.fields ?? []) {
      if (field.dataTypeID !== 18) continue;
      field.dataTypeID = 25;
      field.name += mark;
    }
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

/** Gives the marked columns the type that the engine expects of them. */
function catalogueAdapter(factory, Character) {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const { columnNames, columnTypes, rows } = await queryRaw(query);
      return {
        columnNames: columnNames.map((name) => name.replace(mark, "")),
        columnTypes: columnTypes.map((type, at) => (columnNames[at].endsWith(mark) ? Character : type)),
        rows,
      };
    };
    return adapter;
  };
  return factory;
}

/** The package's own entry imports a .wasm file, which Node 20 cannot, so its two halves are put together here. */
function loadEngine() {
  // Once per process: the glue keeps views of the memory of the instance it first met.
  return (loaded ??= instantiate());
}

let loaded;

async function instantiate() {
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const file = join(dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg")), "schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue;
}
