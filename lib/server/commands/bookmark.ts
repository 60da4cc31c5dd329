import type { z } from "zod";
import { refuse, type Refusal } from "@/lib/domain/refusal";
import { writes, type Tx } from "../db";
import type * as input from "../input/launch";
import type { Actor } from "../sessions";
import { roleIn } from "./role-in";

/**
 * Notes that somebody has seen a launch's history up to a revision they were shown. It only moves by a deliberate act (this one, or
 * signing), and only forward, so that neither reading the page again nor a tab left open loses what is new; `back` takes a slip back.
 * Where somebody reads on decides nothing, so it is no event.
 */
export async function moveBookmark(actor: Actor, { launch, to, back }: z.infer<typeof input.moveBookmark>): Promise<{ allowed: true } | Refusal> {
  const found = await roleIn(actor, launch);
  if (!found) return refuse("unknown-launch");
  if (!back) return (await noteSeen(writes(), found.launchId, actor.id, to)) ? { allowed: true } : refuse("unknown-event");
  // As if it had been said when the last event seen was new: when it was said before is not kept.
  await writes().$executeRaw`
    UPDATE bookmarks b SET seq = e.seq, at = e.at FROM events e
     WHERE b.launch_id = ${found.launchId}::uuid AND b.user_id = ${actor.id}::uuid AND e.launch_id = b.launch_id AND e.seq = ${to} AND e.seq < b.seq`;
  return { allowed: true };
}

/** Moves somebody's bookmark on to `seq`, never back; false when the launch has no such event (yet). */
export async function noteSeen(db: Pick<Tx, "$executeRaw">, launchId: string, userId: string, seq: number): Promise<boolean> {
  const noted = await db.$executeRaw`
    INSERT INTO bookmarks (launch_id, user_id, seq, at) SELECT id, ${userId}::uuid, ${seq}, now() FROM launches WHERE id = ${launchId}::uuid AND revision >= ${seq}
    ON CONFLICT (launch_id, user_id) DO UPDATE SET seq = greatest(bookmarks.seq, excluded.seq), at = excluded.at`;
  return noted === 1;
}

/** Forgets where somebody had read up to in a launch they are no member of any more. */
export async function forgetBookmark(db: Pick<Tx, "$executeRaw">, launchId: string, userId: string): Promise<void> {
  await db.$executeRaw`DELETE FROM bookmarks WHERE launch_id = ${launchId}::uuid AND user_id = ${userId}::uuid`;
}
