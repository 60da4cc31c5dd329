import type { z } from "zod";
import { judgeAnswerFact } from "@/lib/domain/judge-applicability";
import type { Refusal } from "@/lib/domain/refusal";
import { change, type Done } from "../change";
import type * as input from "../input/launch";
import type { Actor } from "../sessions";

/** Answers a question about the launch, which decides every item that hangs on it (rules §2). */
export function answerFact(actor: Actor, { launch, fact, answer, version }: z.infer<typeof input.answerFact>): Promise<Done | Refusal> {
  return change(actor, launch, ({ state, person, now }) => judgeAnswerFact(state, person, { factId: fact, answer, version }, now));
}
