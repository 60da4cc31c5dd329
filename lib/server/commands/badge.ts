import { refuse, type Refusal } from "@/lib/domain/refusal";
import { writes } from "../db";
import { newId, newSecret, sha256 } from "../digest";
import { judgeFresh } from "../fresh";
import { databaseNow } from "../queries/launches";
import type { Actor } from "../sessions";
import { roleIn } from "./role-in";

/** Most addresses of one launch that work at the same time. */
const mostAtOnce = 20;

export type MadeBadgeKey = { allowed: true; key: string; expiresAt: string };

/**
 * A new address for a launch's badge, off until a manager makes one (trust 12): 128 random bits, told once and kept as a hash,
 * working for `days`. It opens nothing of the launch's state, so it is no event; the row keeps who made it and when.
 */
export async function makeBadgeKey(actor: Actor, input: { launch: string; days: number }): Promise<MadeBadgeKey | Refusal> {
  const found = await managed(actor, input.launch);
  if (!found.allowed) return found;
  const stale = judgeFresh(actor, await databaseNow());
  if (stale) return stale;
  const key = newSecret();
  const [row] = await writes().$queryRaw<{ expires_at: Date }[]>`
    INSERT INTO badge_keys (id, launch_id, key_hash, created_by, expires_at)
    SELECT ${newId()}::uuid, ${found.launchId}::uuid, ${sha256(key)}, ${actor.id}::uuid, now() + make_interval(days => ${input.days}::int)
     WHERE (SELECT count(*) FROM badge_keys WHERE launch_id = ${found.launchId}::uuid AND revoked_at IS NULL AND expires_at > now()) < ${mostAtOnce}
    RETURNING expires_at`;
  return row ? { allowed: true, key, expiresAt: row.expires_at.toISOString() } : refuse("too-many-badges");
}

/** Ends a badge's address at once. */
export async function revokeBadgeKey(actor: Actor, input: { launch: string; key: string }): Promise<{ allowed: true } | Refusal> {
  const found = await managed(actor, input.launch);
  if (!found.allowed) return found;
  const ended = await writes().$executeRaw`
    UPDATE badge_keys SET revoked_at = now() WHERE id = ${input.key}::uuid AND launch_id = ${found.launchId}::uuid AND revoked_at IS NULL`;
  return ended === 1 ? { allowed: true } : refuse("link-unknown");
}

async function managed(actor: Actor, slug: string): Promise<{ allowed: true; launchId: string } | Refusal> {
  const found = await roleIn(actor, slug);
  if (!found) return refuse("unknown-launch");
  return found.role === "manager" ? { allowed: true, launchId: found.launchId } : refuse("not-permitted");
}
