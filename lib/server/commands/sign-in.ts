import { sha256 } from "../digest";
import { reads, writes } from "../db";
import { authSecret } from "../env";
import { isPassword } from "../passwords";
import { openSession } from "../sessions";

export type SignInOutcome = { allowed: true; userId: string; sessionId: string } | { allowed: false; why: "wrong-password" | "too-many-attempts" };

/** Trust 5: failures in 15 minutes, per account and address, and per address. Never a lock on the account alone. */
const limits = { account: 5, address: 50 } as const;

/** Checks e-mail and password, counts failures, opens a session. What is wrong, e-mail or password, is never said. */
export async function signIn(input: { email: string; password: string }, from: { address: string; agent: string | null }): Promise<SignInOutcome> {
  const email = input.email.trim().toLowerCase();
  const accountHash = keyed(`account ${email}`);
  const addressHash = keyed(`address ${from.address}`);
  if (await tooMany(accountHash, addressHash, from.address)) return { allowed: false, why: "too-many-attempts" };
  const user = await reads().user.findUnique({ where: { email }, select: { id: true, passwordHash: true, disabledAt: true } });
  const right = await isPassword(input.password, user?.passwordHash ?? null);
  if (!user || !right || user.disabledAt) {
    await writes().$executeRaw`INSERT INTO sign_in_attempts (account_hash, address_hash) VALUES (${accountHash}, ${addressHash})`;
    return { allowed: false, why: "wrong-password" };
  }
  await writes().$executeRaw`
    DELETE FROM sign_in_attempts WHERE (account_hash = ${accountHash} AND address_hash = ${addressHash}) OR at < now() - interval '1 day'`;
  return { allowed: true, userId: user.id, sessionId: await openSession(writes(), user.id, from.agent) };
}

async function tooMany(accountHash: string, addressHash: string, address: string): Promise<boolean> {
  const [row] = await reads().$queryRaw<{ account: bigint; address: bigint }[]>`
    SELECT count(*) FILTER (WHERE account_hash = ${accountHash}) AS account, count(*) AS address
      FROM sign_in_attempts WHERE address_hash = ${addressHash} AND at > now() - interval '15 minutes'`;
  // Without a trusted proxy everybody is "direct": a limit on that would let one person lock all others out.
  return Number(row?.account ?? 0) >= limits.account || (address !== "direct" && Number(row?.address ?? 0) >= limits.address);
}

/** Nothing readable is kept about who tried from where. */
function keyed(text: string): string {
  return sha256(`${authSecret()} ${text}`);
}
