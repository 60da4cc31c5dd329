import type { z } from "zod";
import { judgeEditNote, judgeRetireNote } from "@/lib/domain/judge-note";
import type { Refusal } from "@/lib/domain/refusal";
import { change, type Done } from "../change";
import type * as input from "../input/decision";
import type { Actor } from "../sessions";

/** Rewords a note; its author or a manager. */
export function editNote(actor: Actor, { launch, note, ...wanted }: z.infer<typeof input.editNote>): Promise<Done | Refusal> {
  return change(actor, launch, ({ state, person }) => judgeEditNote(state, person, { noteId: note, ...wanted }));
}

/** Takes a note off the report; it stays in the history. */
export function retireNote(actor: Actor, { launch, note, version }: z.infer<typeof input.retireNote>): Promise<Done | Refusal> {
  return change(actor, launch, ({ state, person, now }) => judgeRetireNote(state, person, { noteId: note, version }, now));
}
