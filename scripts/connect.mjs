import { Failure } from "./failure.mjs";

/**
 * Connects to `url`; when that fails, says in one sentence why and what to do. `variable` is the setting that named it.
 * The sentence never holds the password.
 */
export async function connect(url, variable) {
  const where = place(url, variable);
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: "readiness scripts" });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    throw new Failure(`${reason(error, where)} Check ${variable}.`);
  }
  const { rows } = await client.query("show server_version_num");
  if (Number(rows[0].server_version_num) < 150000) {
    await client.end();
    throw new Failure(`the database server at ${where} is older than PostgreSQL 15: use 15 to 18.`);
  }
  return client;
}

function place(url, variable) {
  let parsed;
  try {
    parsed = new URL(url);
  } catch {
    parsed = null;
  }
  if (parsed === null || !/^postgres(ql)?:$/.test(parsed.protocol)) {
    throw new Failure(`${variable} is not an address of PostgreSQL; it looks like postgresql://user:password@host:5432/name.`);
  }
  return `${parsed.hostname || "localhost"}:${parsed.port || 5432}${parsed.pathname}`;
}

function reason(error, where) {
  switch (error.code) {
    case "ECONNREFUSED":
      return `no database server answers at ${where}.`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `the name of the database server in ${where} is not known.`;
    case "28P01":
    case "28000":
      return `the database server at ${where} refuses this user or password.`;
    case "3D000":
      return `the database ${where} does not exist on that server: create it, empty.`;
    case "53300":
      return `the database server at ${where} has no connection left.`;
    case "57P03":
      return `the database server at ${where} is just starting: try again in a moment.`;
    default:
      return `the database at ${where} cannot be reached (${error.message || error.code}).`;
  }
}
