import type { Refusal } from "@/lib/domain/refusal";
import { reads, writes } from "../db";
import { confirmSession, type Actor } from "../sessions";
import { tryPassword } from "../try-password";

/** Asks for the password once more; failures count like failed sign-ins. `null` = it is right. */
export async function confirmPassword(actor: Actor, password: string, from: { address: string; sessionId: string | null }): Promise<Refusal | null> {
  const user = await reads().user.findUnique({ where: { id: actor.id }, select: { passwordHash: true } });
  const tried = await tryPassword({ email: actor.email, address: from.address }, password, user?.passwordHash ?? null);
  if (tried === "too-many") return { allowed: false, why: "too-many-attempts", field: "password" };
  if (tried === "wrong") return { allowed: false, why: "not-your-password", field: "password" };
  if (from.sessionId) await confirmSession(writes(), from.sessionId);
  return null;
}
