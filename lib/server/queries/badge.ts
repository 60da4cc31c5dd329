import type { Judgement } from "@/lib/domain/judgement";
import { reads } from "../db";
import { sha256 } from "../digest";
import { judgeKnown, readNewest } from "./launch";

/** The judgement that a badge shows; `null` for a key that never was one, has ended or was taken back, with no difference. */
export async function readBadge(key: string): Promise<Judgement | null> {
  const [row] = await reads().$queryRaw<{ id: string; revision: number; now: Date }[]>`
    SELECT l.id, l.revision, now() FROM badge_keys b JOIN launches l ON l.id = b.launch_id
     WHERE b.key_hash = ${sha256(key)} AND b.revoked_at IS NULL AND b.expires_at > now()`;
  const known = row && (await readNewest(row.id, row.revision));
  return known ? judgeKnown(known, row.now.toISOString()) : null;
}

export interface ListedBadgeKey {
  id: string;
  createdAt: string;
  /** The name of the person who made it, while known. */
  createdBy: string | null;
  expiresAt: string;
  revokedAt: string | null;
}

/** The addresses made for a launch's badge, newest first. They cannot be shown again: only a hash is kept. */
export async function listBadgeKeys(launchId: string): Promise<ListedBadgeKey[]> {
  const found = await reads().badgeKey.findMany({
    where: { launchId }, orderBy: { createdAt: "desc" }, take: 100,
    select: { id: true, createdAt: true, expiresAt: true, revokedAt: true, creator: { select: { name: true } } },
  });
  return found.map(({ id, createdAt, expiresAt, revokedAt, creator }) => ({
    id, createdAt: createdAt.toISOString(), createdBy: creator?.name ?? null, expiresAt: expiresAt.toISOString(), revokedAt: revokedAt?.toISOString() ?? null,
  }));
}
