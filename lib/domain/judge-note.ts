import { created } from "./changes";
import { may, type Person } from "./permissions";
import { allow, refuse, type Outcome } from "./refusal";
import type { Instant, LaunchState, NoteKind } from "./state";
import { isRefusal, readText } from "./text-input";

/** Adds a note of up to 2,000 characters, with its author and moment. */
export function judgeAddNote(state: LaunchState, actor: Person, input: { kind: NoteKind; text: string }, now: Instant, newId: () => string): Outcome {
  if (!may(actor, "view")) return refuse("unknown-launch");
  if (!may(actor, "add-note")) return refuse("not-permitted");
  const text = readText(input.text, "text", 2000);
  if (isRefusal(text)) return text;
  return allow("note.added", created("note", { id: newId(), kind: input.kind, text: text.text, authorId: actor.id, at: now, retiredAt: null, version: 1 }));
}
