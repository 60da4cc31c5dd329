import { reads, writes } from "../db";
import { openSession } from "../sessions";
import { forgetFailures } from "../sign-in-limits";
import { tryPassword } from "../try-password";

export type SignInOutcome = { allowed: true; userId: string; sessionId: string } | { allowed: false; why: "wrong-password" | "too-many-attempts" };

/** Checks e-mail and password, counts failures, opens a session. What is wrong, e-mail or password, is never said. */
export async function signIn(input: { email: string; password: string }, from: { address: string; agent: string | null }): Promise<SignInOutcome> {
  const email = input.email.trim().toLowerCase().slice(0, 254);
  const user = await reads().user.findUnique({ where: { email }, select: { id: true, passwordHash: true, disabledAt: true } });
  const tried = await tryPassword({ email, address: from.address }, input.password, user?.disabledAt ? null : (user?.passwordHash ?? null));
  if (tried === "too-many") return { allowed: false, why: "too-many-attempts" };
  if (!user || tried === "wrong") return { allowed: false, why: "wrong-password" };
  await forgetFailures(email, from.address);
  return { allowed: true, userId: user.id, sessionId: await openSession(writes(), user.id, from.agent) };
}
