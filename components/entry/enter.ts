import { signIn } from "next-auth/react";

/**
 * Signs in and leaves for `to` with a whole new page, so that nothing read before signing in is kept.
 * @returns the code of what went wrong: `wrong-password`, `too-many-attempts`, or `unreachable`
 */
export async function enter(email: string, password: string, to: string): Promise<string | null> {
  const answer = await signIn("credentials", { redirect: false, email, password }).catch(() => undefined);
  if (!answer) return "unreachable";
  if (answer.error) return answer.error;
  window.location.assign(to);
  return null;
}
