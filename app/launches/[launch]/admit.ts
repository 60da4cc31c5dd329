import type { z } from "zod";
import { actorForChange } from "@/lib/server/auth";
import { refusedBy, type Refused } from "@/lib/server/answer";
import type { Actor } from "@/lib/server/sessions";

/** Who asks, and what for, in the shape that was expected. */
export interface Admitted<W> { allowed: true; actor: Actor; wanted: W }

/** How every action opens: origin and session, then the shape of what came. What it may do is the command's to say. */
export async function admit<S extends z.ZodType>(shape: S, came: unknown): Promise<Admitted<z.infer<S>> | Refused> {
  const who = await actorForChange();
  if (!who.allowed) return refusedBy(who);
  const parsed = shape.safeParse(came);
  if (!parsed.success) return refusedBy({ allowed: false, why: "bad-input", field: String(parsed.error.issues[0]?.path[0] ?? "") });
  return { allowed: true, actor: who.actor, wanted: parsed.data };
}
