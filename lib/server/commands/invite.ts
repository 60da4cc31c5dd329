import type { Refusal } from "@/lib/domain/refusal";
import type { Role } from "@/lib/domain/state";
import { reads, writes } from "../db";
import { newId, newSecret, sha256 } from "../digest";
import { judgeFresh } from "../fresh";
import { databaseNow } from "../queries/launches";
import type { Actor } from "../sessions";
import { roleIn } from "./role-in";

export type Invited = { allowed: true; secret: string; expiresAt: string };

/** A one-time invitation to a launch, valid for 7 days; the secret is told once and kept as a hash. Managers only; asks for the password again (trust 4). */
export async function invite(actor: Actor, input: { launch: string; role: Role; email: string | null }): Promise<Invited | Refusal> {
  const found = await roleIn(actor, input.launch);
  if (!found) return { allowed: false, why: "unknown-launch" };
  if (found.role !== "manager") return { allowed: false, why: "not-permitted" };
  const stale = judgeFresh(actor, await databaseNow());
  if (stale) return stale;
  const secret = newSecret();
  const [row] = await writes().$queryRaw<{ expires_at: Date }[]>`
    INSERT INTO invitations (id, kind, token_hash, launch_id, role, email, created_by, expires_at)
    VALUES (${newId()}::uuid, 'invite', ${sha256(secret)}, ${found.launchId}::uuid, ${input.role}, ${input.email}, ${actor.id}::uuid, now() + interval '7 days')
    RETURNING expires_at`;
  if (!row) throw new Error("The invitation was not written.");
  return { allowed: true, secret, expiresAt: row.expires_at.toISOString() };
}

/** Takes an unused invitation back; asks for the password again (trust 4). */
export async function revokeInvitation(actor: Actor, input: { launch: string; invitation: string }): Promise<{ allowed: true } | Refusal> {
  const found = await roleIn(actor, input.launch);
  if (!found) return { allowed: false, why: "unknown-launch" };
  if (found.role !== "manager") return { allowed: false, why: "not-permitted" };
  const stale = judgeFresh(actor, await databaseNow());
  if (stale) return stale;
  const taken = await writes().$executeRaw`
    UPDATE invitations SET revoked_at = now()
     WHERE id = ${input.invitation}::uuid AND launch_id = ${found.launchId}::uuid AND used_at IS NULL AND revoked_at IS NULL`;
  return taken === 1 ? { allowed: true } : { allowed: false, why: "link-unknown" };
}

export interface OpenInvitation {
  id: string;
  launchId: string;
  slug: string;
  launch: string;
  role: Role;
  email: string | null;
  createdBy: string | null;
}

/** The invitation behind a secret, while it can still be used. */
export async function findInvitation(secret: string): Promise<OpenInvitation | null> {
  const [row] = await reads().$queryRaw<(Omit<OpenInvitation, "launchId" | "createdBy"> & { launch_id: string; created_by: string | null })[]>`
    SELECT i.id, i.launch_id, l.slug, l.name AS launch, i.role, i.email, i.created_by FROM invitations i JOIN launches l ON l.id = i.launch_id
     WHERE i.kind = 'invite' AND i.token_hash = ${sha256(secret)} AND i.used_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()`;
  if (!row) return null;
  const { launch_id: launchId, created_by: createdBy, ...rest } = row;
  return { ...rest, launchId, createdBy };
}
