import type { Refusal } from "@/lib/domain/refusal";
import { reads, writes } from "../db";
import { isPassword } from "../passwords";
import { confirmSession, type Actor } from "../sessions";
import { countFailure, tooManyFailures } from "../sign-in-limits";

/** Asks for the password once more; failures count like failed sign-ins. `null` = it is right. */
export async function confirmPassword(actor: Actor, password: string, from: { address: string; sessionId: string | null }): Promise<Refusal | null> {
  if (await tooManyFailures(actor.email, from.address)) return { allowed: false, why: "too-many-attempts", field: "password" };
  const user = await reads().user.findUnique({ where: { id: actor.id }, select: { passwordHash: true } });
  if (!(await isPassword(password, user?.passwordHash ?? null))) {
    await countFailure(actor.email, from.address);
    return { allowed: false, why: "not-your-password", field: "password" };
  }
  if (from.sessionId) await confirmSession(writes(), from.sessionId);
  return null;
}
