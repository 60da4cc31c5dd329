import type { z } from "zod";
import { judgeUndo } from "@/lib/domain/judge-undo";
import { refuse, type Refusal } from "@/lib/domain/refusal";
import { change, type Done } from "../change";
import type * as input from "../input/launch";
import { readEvent } from "../queries/history";
import type { Actor } from "../sessions";

/** Takes back one's own change while nobody has built on it, as a new event (rules §11). */
export function undo(actor: Actor, { launch, revision }: z.infer<typeof input.undo>): Promise<Done | Refusal> {
  return change(actor, launch, async ({ tx, state, person }) => {
    const event = await readEvent(tx, state.launch.id, revision);
    return event ? judgeUndo(state, person, event) : refuse("unknown-event");
  });
}
