import { newId, newSecret, sha256 } from "../digest";
import { reads, writes, type Tx } from "../db";
import { hashPassword, judgePassword, type PasswordFault } from "../passwords";
import type { NewPerson } from "../input/person";
import { log } from "../log";
import { databaseNow } from "../queries/launches";
import type { Actor } from "../sessions";
import { setMember } from "./members";

export type SetUpOutcome = { allowed: true; userId: string } | { allowed: false; why: "link-unknown" | "already-set-up" | PasswordFault };

/** One word for the lock under which the first admin is made: two browsers on one link make one admin. */
const lock = 4_317_001;

/** Whether an admin exists, so that nothing may be set up any more. */
export async function isSetUp(db: Pick<Tx, "user">): Promise<boolean> {
  return (await db.user.count({ where: { admin: true } })) > 0;
}

/**
 * A fresh one-time secret for the set-up page, replacing earlier ones; it is printed by whoever runs the server and kept
 * as a hash only. Valid for a day.
 * @returns null while an admin exists
 */
export async function newSetUpSecret(): Promise<string | null> {
  return writes().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${lock})`;
    if (await isSetUp(tx)) return null;
    const secret = newSecret();
    await tx.$executeRaw`DELETE FROM invitations WHERE kind = 'setup' AND used_at IS NULL`;
    await tx.$executeRaw`
      INSERT INTO invitations (id, kind, token_hash, expires_at) VALUES (${newId()}::uuid, 'setup', ${sha256(secret)}, now() + interval '1 day')`;
    return secret;
  });
}

/** Makes the first admin with the one-time secret, which is used up by it. */
export async function setUp(secret: string, person: NewPerson): Promise<SetUpOutcome> {
  return makeFirstAdmin(person, async (tx, id) => {
    const used = await tx.$executeRaw`
      UPDATE invitations SET used_at = now(), used_by = ${id}::uuid
       WHERE kind = 'setup' AND token_hash = ${sha256(secret)} AND used_at IS NULL AND expires_at > now()`;
    return used > 0;
  });
}

/** The first admin from the environment; only while none exists. */
export async function setUpUnattended(person: NewPerson): Promise<SetUpOutcome> {
  return makeFirstAdmin(person, () => Promise.resolve(true));
}

async function makeFirstAdmin(person: NewPerson, claim: (tx: Tx, id: string) => Promise<boolean>): Promise<SetUpOutcome> {
  const fault = judgePassword(person.password, person.email);
  if (fault) return { allowed: false, why: fault };
  const passwordHash = await hashPassword(person.password);
  return writes().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${lock})`;
    if (await isSetUp(tx)) return { allowed: false, why: "already-set-up" };
    const id = newId();
    if (!(await claim(tx, id))) return { allowed: false, why: "link-unknown" };
    await tx.user.create({ data: { id, email: person.email, name: person.name, passwordHash, admin: true }, select: { id: true } });
    return { allowed: true, userId: id };
  });
}

/** Set-up as a person does it: afterwards the launches that nobody manages yet are the first admin's, so reasons name someone. */
export async function setUpAndTakeOver(secret: string, person: NewPerson): Promise<SetUpOutcome> {
  const outcome = await setUp(secret, person);
  // The password has this moment been given: taking over asks for it, as every change of a role does.
  if (outcome.allowed) await takeOver({ id: outcome.userId, name: person.name, email: person.email, admin: true, via: "page", authenticatedAt: await databaseNow() });
  return outcome;
}

/**
 * Makes an admin the manager of every launch that has none. Where that is refused the log says so: the account is there, and its
 * person can be made a manager by hand.
 */
export async function takeOver(admin: Actor): Promise<void> {
  const orphans = await reads().launch.findMany({ where: { members: { none: { role: "manager" } } }, select: { slug: true } });
  for (const { slug } of orphans) {
    const outcome = await setMember(admin, { launch: slug, member: admin.id, role: "manager", version: null });
    if (!outcome.allowed) log("error", "the first admin could not be made a launch's manager", { launch: slug, why: outcome.why });
  }
}
