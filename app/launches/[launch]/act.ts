import type { z } from "zod";
import type { Refusal } from "@/lib/domain/refusal";
import { answerTo, type Answer } from "@/lib/server/answer";
import type { Done } from "@/lib/server/change";
import type { Actor } from "@/lib/server/sessions";
import { admit } from "./admit";

type Command<I> = (actor: Actor, wanted: I) => Promise<Done | Refusal>;

/** The way of every action that changes a launch: admitted, the command, and the change itself as the answer. */
export async function act<S extends z.ZodType>(shape: S, came: unknown, command: Command<z.infer<S>>): Promise<Answer> {
  const admitted = await admit(shape, came);
  if (!admitted.allowed) return admitted;
  const { actor, wanted } = admitted;
  const item = typeof wanted === "object" && wanted && "item" in wanted ? String(wanted.item) : null;
  return answerTo(await command(actor, wanted), item);
}
