import type { z } from "zod";
import { judgeAddNote } from "@/lib/domain/judge-note";
import { judgeSettings } from "@/lib/domain/judge-settings";
import type { Refusal } from "@/lib/domain/refusal";
import { change, type Done } from "../change";
import { newId } from "../digest";
import type * as input from "../input/launch";
import type { Actor } from "../sessions";

/** Sets name, zone, go-live and next review together. */
export function saveSettings(actor: Actor, { launch, version, ...set }: z.infer<typeof input.saveSettings>): Promise<Done | Refusal> {
  return change(actor, launch, ({ state, person, now }) => judgeSettings(state, person, { version, set }, now));
}

/** Writes down a risk, an exception or a consideration, with author and moment. */
export function addNote(actor: Actor, { launch, kind, text }: z.infer<typeof input.addNote>): Promise<Done | Refusal> {
  return change(actor, launch, ({ state, person, now }) => judgeAddNote(state, person, { kind, text }, now, newId));
}
