import type { z } from "zod";
import { eraseFromRows, judgeErase, judgeMayErase } from "@/lib/domain/erase";
import { erasedText } from "@/lib/domain/free-text";
import { refuse, type Refusal } from "@/lib/domain/refusal";
import { change, type Done, type Locked, type Plan } from "../change";
import { reads, type Tx } from "../db";
import type * as input from "../input/decision";
import { keysOf } from "../queries/keys-of";
import { peopleIn } from "../queries/launch-state";
import { revokeSessionsOf, type Actor } from "../sessions";
import { confirmPassword } from "./confirm-password";
import { eraseEverywhere } from "./erase";

/**
 * Erases a person's name and e-mail in the whole instance and closes the account (rules §11): an instance's admin, with the password.
 * History holds ids, so what they did stays and reads as done by `[erased]`; names written down as texts (on signatures, on the
 * document's lines) go in every launch. Not oneself: there must remain somebody to answer for it.
 */
export async function erasePerson(actor: Actor, { password, ...wanted }: z.infer<typeof input.erasePerson>, from: Parameters<typeof confirmPassword>[2]): Promise<Done | Refusal> {
  return (await confirmPassword(actor, password, from)) ?? eraseShownPerson(actor, wanted);
}

/** The erasing itself, by somebody whose password has just been given. `launch`: the one it is asked from, recorded last. */
export async function eraseShownPerson(actor: Actor, { launch, person: id }: Omit<z.infer<typeof input.erasePerson>, "password">): Promise<Done | Refusal> {
  if (!actor.admin) return refuse("not-permitted");
  if (id === actor.id) return refuse("not-yourself");
  const person = await reads().user.findUnique({ where: { id }, select: { name: true } });
  if (!person) return refuse("unknown-member");
  if (person.name === erasedText) return refuse("already-erased");
  const all = (await reads().launch.findMany({ select: { slug: true }, orderBy: { slug: "asc" } })).map(({ slug }) => slug);
  // Asked before anything is erased anywhere: half an erasing would be the worst of both.
  if (!all.includes(launch)) return refuse("unknown-launch");
  const slugs = all.filter((slug) => slug !== launch);
  // While the account has its name, an interrupted erasing can be asked for again: so the texts go first, everywhere.
  for (const slug of [...slugs, launch]) {
    const gone = await change(actor, slug, (locked) => eraseNameIn(locked, person.name));
    if (!gone.allowed) return gone;
  }
  // Every launch that shows the name moves on by an event, so that no page goes on showing it.
  for (const slug of slugs) {
    const gone = await change(actor, slug, (locked) => closeAccountIn(locked, id, false));
    if (!gone.allowed) return gone;
  }
  return change(actor, launch, (locked) => closeAccountIn(locked, id, true));
}

const nothing = { allowed: true, kind: "text.erased", changes: [] } as const;

async function eraseNameIn({ tx, state, person }: Locked, name: string): Promise<Plan | Refusal> {
  const refusal = judgeMayErase(person);
  if (refusal) return refusal;
  // Within a signed state or a decision's record the name stands as JSON writes it.
  const inJson = JSON.stringify(name).slice(1, -1);
  const [written] = await tx.$queryRaw<{ here: boolean }[]>`
    SELECT EXISTS (SELECT FROM event_texts WHERE launch_id = ${state.launch.id}::uuid AND (text = ${name} OR path ~ '\\.(material|record)$' AND strpos(text, ${inJson}) > 0)) AS here`;
  if (!written?.here && eraseFromRows(state, name).length === 0) return { ...nothing, changes: [] };
  const keys = await keysOf(tx, state, [name]);
  const erased: string[] = [];
  for (const one of [name, ...keys]) erased.push(...(await eraseEverywhere(tx, state.launch.id, one)));
  const judged = judgeErase(state, person, name, keys);
  return judged.allowed ? { ...judged, beside: { erased } } : judged;
}

async function closeAccountIn({ tx, state, person }: Locked, id: string, always: boolean): Promise<Plan | Refusal> {
  const [shown] = await tx.$queryRaw<{ here: boolean }[]>`
    SELECT EXISTS (SELECT FROM events WHERE launch_id = ${state.launch.id}::uuid AND (actor_id = ${id}::uuid OR ${id} = ANY(subjects))) AS here`;
  if (!always && !shown?.here && !peopleIn(state).has(id)) return { ...nothing, changes: [] };
  await closeAccount(tx, id);
  // No row changes: the launch's own carries the event.
  const judged = judgeErase(state, person, id);
  return judged.allowed ? { ...judged, renamed: [id], beside: { erased: [] } } : judged;
}

/** What the account itself says about the person. The row stays: history refers to it. */
async function closeAccount(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`UPDATE invitations SET email = NULL WHERE email IS NOT NULL AND (used_by = ${id}::uuid OR email = (SELECT email FROM users WHERE id = ${id}::uuid))`;
  await tx.$executeRaw`DELETE FROM accounts WHERE user_id = ${id}::uuid`;
  await tx.$executeRaw`UPDATE sessions SET agent = NULL WHERE user_id = ${id}::uuid`;
  await tx.$executeRaw`DELETE FROM bookmarks WHERE user_id = ${id}::uuid`;
  await tx.$executeRaw`
    UPDATE users SET name = ${erasedText}, email = ${`erased-${id}@erased.invalid`}, password_hash = NULL, admin = false, disabled_at = coalesce(disabled_at, now()), version = version + 1
     WHERE id = ${id}::uuid`;
  await revokeSessionsOf(tx, id);
}
