import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/** What the environment may say; every name is documented in `.env.example`. */
const shape = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  MIGRATE_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  READINESS_DATA_DIR: z.string().default(".data"),
  APP_URL: z.url({ protocol: /^https?$/ }).optional(),
  AUTH_SECRET: z.string().optional(),
  READINESS_ADMIN_EMAIL: z.email().optional(),
  READINESS_ADMIN_PASSWORD: z.string().optional(),
  GITHUB_ID: z.string().optional(),
  GITHUB_SECRET: z.string().optional(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  METRICS_TOKEN: z.string().optional(),
  LOG_LEVEL: z.enum(["error", "warn", "info", "debug"]).default("info"),
});
export type Env = Readonly<z.infer<typeof shape>>;

let known: Env | undefined;

/**
 * The environment, read once per process. An empty value counts as unset; `NAME_FILE` names a file that holds `NAME`.
 * @throws Error with one sentence that names the variable and the way out.
 */
export function env(): Env {
  known ??= readEnv(process.env);
  return known;
}

/** The same for any set of variables, so that tests need not touch the process's own. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const values: Record<string, string> = {};
  for (const name of Object.keys(shape.shape)) {
    const value = source[name] || fromFile(name, source[`${name}_FILE`]);
    if (value) values[name] = value;
  }
  const parsed = shape.safeParse(values);
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  const name = String(first?.path[0] ?? "The environment");
  throw new Error(`${name} cannot be used: ${values[name] ? first?.message : "it is not set"}. See .env.example.`);
}

function fromFile(name: string, file: string | undefined): string | undefined {
  if (!file) return undefined;
  try {
    return readFileSync(path.resolve(file), "utf8").trim();
  } catch (cause) {
    throw new Error(`${name}_FILE names ${file}, which cannot be read. Give a readable file or set ${name}.`, { cause });
  }
}

const examples = ["secret", "changeme", "change-me", "password", "example", "please-change-this"];

/**
 * The secret that signs cookies.
 * @throws Error when it is missing, shorter than 32 characters, of one repeated pattern, or an example value (trust 13).
 */
export function authSecret(): string {
  const secret = env().AUTH_SECRET;
  const wayOut = "Unset it, and npm start keeps a random one in the data folder; or set 32 random characters or more.";
  if (!secret) throw new Error(`AUTH_SECRET is not set. ${wayOut}`);
  if (secret.length < 32 || new Set(secret).size < 10 || examples.some((word) => secret.toLowerCase().startsWith(word))) {
    throw new Error(`AUTH_SECRET is too weak or an example value. ${wayOut}`);
  }
  return secret;
}
