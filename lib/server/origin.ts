import { env } from "./env";

/**
 * Whether a change comes from a page of ours (trust 2): `Origin` must be there and equal APP_URL's, or, with none set, the
 * address served. `X-Forwarded-Host` never counts; a missing Origin is a foreign one.
 */
export function isOwnOrigin(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (!origin || origin === "null") return false;
  const site = headers.get("sec-fetch-site");
  if (site && site !== "same-origin") return false;
  return originsOf(headers).includes(origin);
}

function originsOf(headers: Headers): string[] {
  const configured = env().APP_URL;
  if (configured) return [new URL(configured).origin];
  const host = headers.get("host");
  return host ? [`http://${host}`] : [];
}
