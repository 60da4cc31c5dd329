import type { RefusalWhy } from "@/lib/domain/refusal";
import type { Refused } from "./answer";

/** What a refusal is in HTTP; all others are of what was sent: 422. */
const statuses: Partial<Record<RefusalWhy, number>> = {
  "not-signed-in": 401, "foreign-origin": 403, "not-permitted": 403, "unknown-launch": 404, "unknown-item": 404,
  "stale-version": 409, "state-moved": 409, "slug-taken": 409, "file-too-large": 413, "readers-busy": 503,
};
/** Seconds after which it is worth asking again: the longest that reading one file may take. */
const retryAfter = "5";

/** A refusal as a route handler answers it. */
export function refusedResponse(refused: Refused): Response {
  const status = statuses[refused.why] ?? 422;
  return Response.json(refused, { status, headers: { "cache-control": "private, no-store", ...(status === 503 ? { "retry-after": retryAfter } : {}) } });
}
