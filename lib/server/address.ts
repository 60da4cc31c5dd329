import { env } from "./env";

/**
 * The address a request comes from, as far as it can be known: with `TRUSTED_PROXY_HOPS` = n the n-th entry from the
 * right of X-Forwarded-For, otherwise one word for all, since no header of a client's own can be believed.
 */
export function addressOf(headers: Headers): string {
  const hops = env().TRUSTED_PROXY_HOPS;
  if (hops === 0) return "direct";
  const chain = (headers.get("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
  return chain.at(-hops) || "direct";
}
