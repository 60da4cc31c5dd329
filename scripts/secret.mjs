import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { keep } from "./data-folder.mjs";

/** `AUTH_SECRET`, else the one this data folder made for itself: losing it only signs everybody out. */
export function authSecret(folder) {
  if (process.env.AUTH_SECRET !== undefined) return process.env.AUTH_SECRET;
  const file = join(folder, "auth-secret");
  if (!existsSync(file)) keep(file, randomBytes(32).toString("base64url"));
  return readFileSync(file, "utf8");
}
