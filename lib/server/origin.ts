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
  return origin === ownOrigin(headers);
}

/** This server's own origin: APP_URL's, or the address served when it is unset. */
export function ownOrigin(headers: Headers): string {
  const configured = env().APP_URL;
  return configured ? new URL(configured).origin : `http://${headers.get("host") ?? ""}`;
}
