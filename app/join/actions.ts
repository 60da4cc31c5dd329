"use server";

import type { Role } from "@/lib/domain/state";
import { refusedBy, type Refused } from "@/lib/server/answer";
import { isOwnRequest, requestSource } from "@/lib/server/auth";
import { findInvitation } from "@/lib/server/commands/invite";
import { join as joinBy } from "@/lib/server/commands/join";
import { newPerson } from "@/lib/server/input/person";
import { isKnownEmail } from "@/lib/server/queries/people";

export type Looked = { allowed: true; launch: string; role: Role; email: string | null; knownPerson: boolean } | Refused;

/** What an invitation is for, before it is used. */
export async function lookAtInvitation(came: { secret: string }): Promise<Looked> {
  if (!(await isOwnRequest())) return refusedBy({ allowed: false, why: "foreign-origin" });
  const found = await findInvitation(String(came.secret));
  if (!found) return refusedBy({ allowed: false, why: "link-unknown" });
  const { launch, role, email } = found;
  return { allowed: true, launch, role, email, knownPerson: email ? await isKnownEmail(email) : false };
}

/** Uses an invitation; whoever has an account proves who they are by its password. */
export async function join(came: { secret: string; email: string; name: string; password: string }): Promise<{ allowed: true; launch: string } | Refused> {
  if (!(await isOwnRequest())) return refusedBy({ allowed: false, why: "foreign-origin" });
  const parsed = newPerson.safeParse(came);
  if (!parsed.success) return refusedBy({ allowed: false, why: "bad-input", field: String(parsed.error.issues[0]?.path[0] ?? "") });
  const joined = await joinBy(String(came.secret), parsed.data, await requestSource());
  return joined.allowed ? { allowed: true, launch: joined.slug } : refusedBy(joined);
}
