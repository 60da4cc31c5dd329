import { reads, writes } from "./db";
import { sha256 } from "./digest";
import { authSecret } from "./env";

/** Trust 5: failures in 15 minutes, per account and address, and per address. Never a lock on the account alone. */
const limits = { account: 5, address: 50 } as const;

export async function tooManyFailures(email: string, address: string): Promise<boolean> {
  const [row] = await reads().$queryRaw<{ account: bigint; address: bigint }[]>`
    SELECT count(*) FILTER (WHERE account_hash = ${accountHash(email)}) AS account, count(*) AS address
      FROM sign_in_attempts WHERE address_hash = ${addressHash(address)} AND at > now() - interval '15 minutes'`;
  return Number(row?.account ?? 0) >= limits.account || Number(row?.address ?? 0) >= limits.address;
}

export async function countFailure(email: string, address: string): Promise<void> {
  await writes().$executeRaw`INSERT INTO sign_in_attempts (account_hash, address_hash) VALUES (${accountHash(email)}, ${addressHash(address)})`;
}

/** After the right password: this account's failures from this address are forgotten, and everybody's old ones. */
export async function forgetFailures(email: string, address: string): Promise<void> {
  await writes().$executeRaw`
    DELETE FROM sign_in_attempts
     WHERE (account_hash = ${accountHash(email)} AND address_hash = ${addressHash(address)}) OR at < now() - interval '1 day'`;
}

const accountHash = (email: string): string => keyed(`account ${email}`);
const addressHash = (address: string): string => keyed(`address ${address}`);

/** Nothing readable is kept about who tried from where. */
function keyed(text: string): string {
  return sha256(`${authSecret()} ${text}`);
}
