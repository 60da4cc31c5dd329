import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "./failure.mjs";
import { root } from "./root.mjs";

/** Those that may stand in a file instead, named by `NAME_FILE`. */
const secrets = [
  "DATABASE_URL", "MIGRATE_DATABASE_URL", "AUTH_SECRET", "READINESS_ADMIN_PASSWORD", "GITHUB_SECRET", "OIDC_CLIENT_SECRET", "METRICS_TOKEN",
];

/** Reads `.env`, then every `NAME_FILE`. What the caller's environment says wins; an empty value counts as unset. */
export function loadEnvironment() {
  for (const [name, value] of Object.entries(process.env)) if (value === "") delete process.env[name];
  const file = join(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  for (const [name, value] of Object.entries(process.env)) if (value === "") delete process.env[name];
  for (const name of secrets) {
    const path = process.env[`${name}_FILE`];
    if (path === undefined || process.env[name] !== undefined) continue;
    try {
      process.env[name] = readFileSync(path, "utf8").trim();
    } catch (error) {
      throw new Failure(`${name}_FILE names ${path}, which cannot be read (${error.code}).`);
    }
  }
}
