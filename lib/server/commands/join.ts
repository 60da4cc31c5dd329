import type { Refusal } from "@/lib/domain/refusal";
import type { Member } from "@/lib/domain/state";
import { change } from "../change";
import { reads } from "../db";
import { newId } from "../digest";
import type { NewPerson } from "../input/person";
import { hashPassword, judgePassword } from "../passwords";
import type { Actor } from "../sessions";
import { tryPassword } from "../try-password";
import { findInvitation, type OpenInvitation } from "./invite";

const stronger = { viewer: 0, contributor: 1, manager: 2 } as const;

/**
 * Uses an invitation: a new person gets an account, a known one proves who they are by their password; then they are a
 * member. An invitation for one e-mail works for that one only. It is used up by it, exactly once. Tries at a known person's
 * password count like those at the sign-in page: whoever has a link may not guess the passwords of others by it.
 */
export async function join(secret: string, person: NewPerson, from: { address: string }): Promise<{ allowed: true; slug: string } | Refusal> {
  const invitation = await findInvitation(secret);
  if (!invitation) return { allowed: false, why: "link-unknown" };
  if (invitation.email && invitation.email !== person.email) return { allowed: false, why: "link-for-another" };
  const user = (await known(person, from.address)) ?? await unknown(person);
  if ("why" in user) return user;
  return becomeMember({ ...user.person, via: "page" }, user.passwordHash, invitation);
}

/** `passwordHash` is set for a person who has no account yet. */
type Found = { person: Omit<Actor, "via">; passwordHash: string | null };

async function known(person: NewPerson, address: string): Promise<Found | Refusal | null> {
  const user = await reads().user.findUnique({
    where: { email: person.email }, select: { id: true, name: true, email: true, admin: true, passwordHash: true, disabledAt: true },
  });
  if (!user) return null;
  const tried = await tryPassword({ email: person.email, address }, person.password, user.disabledAt ? null : user.passwordHash);
  if (tried !== "right") return { allowed: false, why: tried === "too-many" ? "too-many-attempts" : "wrong-password" };
  return { person: { id: user.id, name: user.name, email: user.email, admin: user.admin }, passwordHash: null };
}

async function unknown(person: NewPerson): Promise<Found | Refusal> {
  const fault = judgePassword(person.password, person.email);
  if (fault) return { allowed: false, why: fault };
  return { person: { id: newId(), name: person.name, email: person.email, admin: false }, passwordHash: await hashPassword(person.password) };
}

/** The account, the membership and the used-up link, in one transaction: none without the others. */
async function becomeMember(actor: Actor, passwordHash: string | null, invitation: OpenInvitation): Promise<{ allowed: true; slug: string } | Refusal> {
  // An admin sees every launch, and so may be made a member; whoever is invited may come in by the link alone.
  const outcome = await change({ ...actor, admin: true }, invitation.slug, async ({ tx, state }) => {
    const used = await tx.$executeRaw`
      UPDATE invitations SET used_at = now(), used_by = ${actor.id}::uuid
       WHERE id = ${invitation.id}::uuid AND used_at IS NULL AND revoked_at IS NULL AND expires_at > now()`;
    if (used !== 1) return { allowed: false, why: "link-unknown" };
    if (passwordHash) await tx.user.create({ data: { id: actor.id, name: actor.name, email: actor.email, passwordHash }, select: { id: true } });
    const member = state.member[actor.id];
    if (!member) {
      const row: Member = { id: actor.id, role: invitation.role, version: 1 };
      return { allowed: true, kind: "member.joined", changes: [{ entity: "member", id: actor.id, before: null, after: { ...row } }] };
    }
    if (stronger[member.role] >= stronger[invitation.role]) return { allowed: true, kind: "member.joined", changes: [] };
    const before = { role: member.role, version: member.version };
    const after = { role: invitation.role, version: member.version + 1 };
    return { allowed: true, kind: "member.role", changes: [{ entity: "member", id: actor.id, before, after }] };
  });
  return outcome.allowed ? { allowed: true, slug: invitation.slug } : outcome;
}
