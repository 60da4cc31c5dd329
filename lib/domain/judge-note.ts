import { changeOf, created } from "./changes";
import { isOver } from "./find-item";
import { may, type Person } from "./permissions";
import { allow, refuse, type Outcome, type Refusal } from "./refusal";
import type { Instant, LaunchState, Note, NoteKind } from "./state";
import { isRefusal, readText } from "./text-input";

/** Adds a note of up to 2,000 characters, with its author and moment. */
export function judgeAddNote(state: LaunchState, actor: Person, input: { kind: NoteKind; text: string }, now: Instant, newId: () => string): Outcome {
  if (!may(actor, "view")) return refuse("unknown-launch");
  if (!may(actor, "add-note")) return refuse("not-permitted");
  if (isOver(state)) return refuse("launch-over");
  const text = readText(input.text, "text", 2000);
  if (isRefusal(text)) return text;
  return allow("note.added", created("note", { id: newId(), kind: input.kind, text: text.text, authorId: actor.id, at: now, retiredAt: null, version: 1 }));
}

interface OfNote { noteId: string; version: number }

/** The note, if the actor wrote it or is a manager. */
function findNote(state: LaunchState, actor: Person, { noteId, version }: OfNote): { note: Note } | Refusal {
  if (!may(actor, "view")) return refuse("unknown-launch");
  const note = Object.hasOwn(state.note, noteId) ? state.note[noteId] : undefined;
  if (note === undefined || note.retiredAt !== null) return refuse("unknown-note");
  if (!may(actor, "add-note")) return refuse("not-permitted");
  if (note.authorId !== actor.id && !may(actor, "edit-items")) return refuse("needs-manager");
  if (isOver(state)) return refuse("launch-over");
  if (note.version !== version) return refuse("stale-version", { seen: version, present: note.version });
  return { note };
}

/** Rewords a note or moves it to another kind: its author or a manager. Author and moment stay; what it said is history. */
export function judgeEditNote(state: LaunchState, actor: Person, input: OfNote & { kind: NoteKind; text: string }): Outcome {
  const found = findNote(state, actor, input);
  if (isRefusal(found)) return found;
  const text = readText(input.text, "text", 2000);
  if (isRefusal(text)) return text;
  return allow("note.edited", changeOf("note", found.note, { kind: input.kind, text: text.text }));
}

/** Takes a note off the report: its author or a manager. It stays in the history. */
export function judgeRetireNote(state: LaunchState, actor: Person, input: OfNote, now: Instant): Outcome {
  const found = findNote(state, actor, input);
  return isRefusal(found) ? found : allow("note.retired", changeOf("note", found.note, { retiredAt: now }));
}
