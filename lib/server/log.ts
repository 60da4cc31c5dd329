import { env } from "./env";

const levels = ["error", "warn", "info", "debug"] as const;
export type Level = (typeof levels)[number];

/**
 * One line of JSON on standard error, from `LOG_LEVEL` on. Never pass a secret, a password, a cookie or a query string:
 * addresses are logged as their route's pattern (trust 13).
 */
export function log(level: Level, message: string, detail: Readonly<Record<string, unknown>> = {}): void {
  if (levels.indexOf(level) > levels.indexOf(env().LOG_LEVEL)) return;
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, message, ...detail })}\n`);
}
