"use client";

import { useRef, type FormEvent } from "react";
import type { NoteKind } from "@/lib/domain/state";
import type settings from "@/lib/texts/en/settings.json";
import { Button } from "../ui/button";
import { Field, Select, Textarea } from "../ui/field";
import { useSubmit } from "../use-submit";
import type { SettingsActions } from "./actions";

const kinds: readonly NoteKind[] = ["risk", "exception", "consideration"];

/** Writes down a risk, an exception or a consideration. */
export function NoteForm({ launch, words: { notes: words, unreachable }, addNote }: { launch: string; words: typeof settings; addNote: SettingsActions["addNote"] }) {
  const form = useRef<HTMLFormElement>(null);
  const { busy, refused, taken, send } = useSubmit(unreachable);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const kind = kinds.find((one) => one === typed.get("kind")) ?? "risk";
    send(() => addNote({ launch, kind, text: String(typed.get("text") ?? "").trim() }), () => form.current?.reset());
  };
  return (
    <form ref={form} onSubmit={submit} className="mt-4 grid max-w-xl items-start gap-3 sm:grid-cols-[10rem_minmax(0,1fr)]">
      <Field id="note-kind" label={words.kind}><Select id="note-kind" name="kind">{kinds.map((kind) => <option key={kind} value={kind}>{words.kinds[kind]}</option>)}</Select></Field>
      <Field id="note-text" label={words.text}><Textarea id="note-text" name="text" required maxLength={2_000} rows={2} /></Field>
      {refused ? <p role="alert" className="text-note text-stop sm:col-span-2">{refused.sentence}</p> : null}
      <div className="flex items-center gap-3 sm:col-span-2"><Button type="submit" disabled={busy}>{busy ? words.adding : words.add}</Button><span role="status" className="text-note text-go">{taken ? words.added : ""}</span></div>
    </form>
  );
}
