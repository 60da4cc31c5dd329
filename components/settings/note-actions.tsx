"use client";

import { useId, useState } from "react";
import type { NoteKind } from "@/lib/domain/state";
import type settings from "@/lib/texts/en/settings.json";
import type { OvertakenWords } from "../overtaken";
import { SubmitDialog } from "../sign-off/submit-dialog";
import { Button } from "../ui/button";
import { Field, Select, Textarea } from "../ui/field";
import { useSeen } from "../use-seen";
import { useSubmit } from "../use-submit";
import type { SettingsActions } from "./actions";

const kinds: readonly NoteKind[] = ["risk", "exception", "consideration"];

/** Rewords a note, or takes it off the report; its author or a manager. */
export function NoteActions({ launch, note, words: { notes: words, password: { busy }, unreachable, members: { cancel } }, overtaken, editNote, retireNote }: {
  launch: string; note: { id: string; kind: NoteKind; text: string; version: number }; words: typeof settings; overtaken: OvertakenWords;
} & Pick<SettingsActions, "editNote" | "retireNote">) {
  const id = useId();
  const [doing, act] = useState<"edit" | "retire" | null>(null);
  const at = useSubmit(unreachable);
  const rests = useSeen({ ...note, says: `${words.kinds[note.kind]}: “${note.text}”` }, at, doing !== null);
  const { opened } = rests;
  const close = (): void => act(null);
  const retiring = doing === "retire";
  const of = { launch, note: note.id, version: rests.seen.version };
  return (
    <span className="flex gap-1" data-screen-only>
      <Button small look="quiet" className="-ml-2.5" aria-label={`${words.edit}: ${note.text}`} onClick={() => act("edit")}>{words.edit}</Button>
      <Button small look="quiet" aria-label={`${words.retire}: ${note.text}`} onClick={() => act("retire")}>{words.retire}</Button>
      <SubmitDialog
        open={doing !== null} close={close} title={retiring ? words.retire : words.edit} words={{ busy, cancel, close: cancel }} save={retiring ? words.retire : words.saveNote} at={at} rests={rests} overtaken={overtaken}
        submit={(form) => at.send(() => (retiring ? retireNote(of) : editNote({ ...of, kind: kinds.find((one) => one === form.get("kind")) ?? opened.kind, text: String(form.get("text") ?? "").trim() })), close)}
      >
        {retiring ? <p className="text-note text-ink-2">{words.retireHint}</p> : (
          <>
            <Field id={`${id}-kind`} label={words.kind}><Select id={`${id}-kind`} name="kind" defaultValue={opened.kind}>{kinds.map((kind) => <option key={kind} value={kind}>{words.kinds[kind]}</option>)}</Select></Field>
            <Field id={`${id}-text`} label={words.text}><Textarea id={`${id}-text`} name="text" required maxLength={2_000} rows={4} defaultValue={opened.text} /></Field>
          </>
        )}
      </SubmitDialog>
    </span>
  );
}
