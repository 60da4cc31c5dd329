import { reads, writes } from "../db";
import { isPassword } from "../passwords";
import { openSession } from "../sessions";
import { countFailure, forgetFailures, tooManyFailures } from "../sign-in-limits";

export type SignInOutcome = { allowed: true; userId: string; sessionId: string } | { allowed: false; why: "wrong-password" | "too-many-attempts" };

/** Checks e-mail and password, counts failures, opens a session. What is wrong, e-mail or password, is never said. */
export async function signIn(input: { email: string; password: string }, from: { address: string; agent: string | null }): Promise<SignInOutcome> {
  const email = input.email.trim().toLowerCase().slice(0, 254);
  if (await tooManyFailures(email, from.address)) return { allowed: false, why: "too-many-attempts" };
  const user = await reads().user.findUnique({ where: { email }, select: { id: true, passwordHash: true, disabledAt: true } });
  const right = await isPassword(input.password, user?.passwordHash ?? null);
  if (!user || !right || user.disabledAt) {
    await countFailure(email, from.address);
    return { allowed: false, why: "wrong-password" };
  }
  await forgetFailures(email, from.address);
  return { allowed: true, userId: user.id, sessionId: await openSession(writes(), user.id, from.agent) };
}
