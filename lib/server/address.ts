import { env } from "./env";

/**
 * The address a request comes from, as far as it can be known. With `TRUSTED_PROXY_HOPS` = n: the n-th entry from the right
 * of X-Forwarded-For, which the operator's own proxies wrote; otherwise the connection's, as the server noted it.
 */
export function addressOf(headers: Headers): string {
  const hops = env().TRUSTED_PROXY_HOPS;
  const connection = headers.get("x-readiness-address") ?? "unknown";
  if (hops === 0) return connection;
  const chain = (headers.get("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
  return chain.at(-hops) || connection;
}
