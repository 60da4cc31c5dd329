import type { z } from "zod";
import type { Refusal } from "@/lib/domain/refusal";
import { actorForChange } from "@/lib/server/auth";
import { answerTo, refusedBy, type Answer } from "@/lib/server/answer";
import type { Done } from "@/lib/server/change";
import type { Actor } from "@/lib/server/sessions";

type Command<I> = (actor: Actor, wanted: I) => Promise<Done | Refusal>;

/** Every action's way: origin and session, the shape of what came, the command, and the change itself as the answer. */
export async function act<S extends z.ZodType>(shape: S, came: unknown, command: Command<z.infer<S>>): Promise<Answer> {
  const who = await actorForChange();
  if (!who.allowed) return refusedBy(who);
  const parsed = shape.safeParse(came);
  if (!parsed.success) return refusedBy({ allowed: false, why: "bad-input", field: String(parsed.error.issues[0]?.path[0] ?? "") });
  const item = typeof parsed.data === "object" && parsed.data && "item" in parsed.data ? String(parsed.data.item) : null;
  return answerTo(await command(who.actor, parsed.data), item);
}
