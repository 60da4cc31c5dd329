"use client";

import { useEffect, useId, useRef, useState, type FormEvent } from "react";
import type { RowView } from "@/lib/domain/row";
import { Button } from "../ui/button";
import { Field, Input, Textarea } from "../ui/field";
import type { Answer } from "./actions";
import { typed } from "./ask-dialog";
import { CheckFields } from "./check-fields";
import type { Hand } from "./hand";
import { OverNote } from "./over-note";
import { sendFile } from "./send-file";
import type { Surroundings } from "./surroundings";
import { useAsk } from "./use-ask";

const kinds = ["link", "note", "file", "check"] as const;
type Kind = (typeof kinds)[number];

/**
 * Adds a link, a note, a file or what a check found as proof. A refusal stands under the form, and nothing typed is lost.
 * Where the launch is over nobody begins; a form that was open before keeps what was typed.
 * @param wish opens the form whenever it is another number than before, other than 0
 */
export function AddProof({ row, hand, around, added, wish }: { row: RowView; hand: Hand; around: Surroundings; added: () => void; wish: number }) {
  const words = around.words.item;
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState<Kind>("link");
  const { busy, refused, send, clear } = useAsk(hand, words.unreachable, { item: row.id });
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const id = useId();
  useEffect(() => {
    if (wish > 0 && !around.over) setOpen(true);
  }, [wish, around.over]);
  useEffect(() => {
    if (!open && wasOpen.current) opener.current?.focus();
    wasOpen.current = open;
  }, [open]);

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void send(() => sendProof(kind, form, row.id, hand, around), () => {
      setOpen(false);
      added();
    });
  };

  if (!open) {
    if (around.over) return null;
    return (
      <button ref={opener} type="button" onClick={() => setOpen(true)} aria-keyshortcuts="e" className="flex w-full items-center gap-2 border-t border-line py-2 text-left text-note text-move pointer-coarse:min-h-11" data-screen-only>
        <span><span aria-hidden="true">+ </span>{words.addProof}</span> <kbd aria-hidden="true" className="pointer-coarse:hidden">e</kbd>
      </button>
    );
  }
  return (
    <form onSubmit={submit} className="grid gap-3 border-t border-line py-3">
      <fieldset className="flex flex-wrap gap-x-4 gap-y-1 text-note">
        <legend className="sr-only">{words.kindLabel}</legend>
        {kinds.map((one) => (
          <label key={one} className="flex items-center gap-1.5">
            <input type="radio" name="kind" value={one} checked={kind === one} onChange={() => setKind(one)} className="accent-ink" />{words.choice[one]}
          </label>
        ))}
      </fieldset>
      {kind === "link" ? (
        <>
          <Field id={`${id}-url`} label={words.url}><Input id={`${id}-url`} name="url" type="url" required maxLength={2_000} autoFocus inputMode="url" placeholder="https://" /></Field>
          <Field id={`${id}-title`} label={words.title} hint={words.titleHint}><Input id={`${id}-title`} name="title" maxLength={300} aria-describedby={`${id}-title-hint`} /></Field>
        </>
      ) : kind === "file" ? (
        <Field id={`${id}-file`} label={words.file} hint={words.fileHint}><Input id={`${id}-file`} name="file" type="file" required aria-describedby={`${id}-file-hint`} /></Field>
      ) : kind === "check" ? <CheckFields id={id} words={words} /> : (
        <Field id={`${id}-text`} label={words.text}><Textarea id={`${id}-text`} name="text" required maxLength={2_000} autoFocus rows={3} /></Field>
      )}
      <div className="grid grid-cols-2 gap-3">
        <Field id={`${id}-true`} label={words.trueDay} hint={words.trueDayHint}>
          <Input id={`${id}-true`} name="trueOn" type="date" required defaultValue={around.today} max={around.today} aria-describedby={`${id}-true-hint`} />
        </Field>
        <Field id={`${id}-days`} label={words.validDays} hint={words.validDaysHint}>
          <Input id={`${id}-days`} name="days" type="number" min={0} max={3650} step={1} inputMode="numeric" aria-describedby={`${id}-days-hint`} />
        </Field>
      </div>
      {refused ? <p role="alert" className="text-note text-stop">{refused.sentence}</p> : null}
      {refused ? null : <OverNote around={around} />}
      <div className="flex justify-end gap-2">
        <Button small look="quiet" onClick={() => {
          clear();
          setOpen(false);
        }}>{words.cancel}</Button>
        <Button small look="primary" type="submit" disabled={busy}>{busy ? words.saving : words.save}</Button>
      </div>
    </form>
  );
}

/** Sends what was typed, each kind by its own way. */
function sendProof(kind: Kind, form: FormData, item: string, { actions }: Hand, around: Surroundings): Promise<Answer> {
  const days = typed(form, "days");
  const trueOn = typed(form, "trueOn");
  const common = { launch: around.launch, item, trueOn, validDays: days === "" ? null : Number(days) };
  switch (kind) {
    case "link": return actions.addLink({ ...common, title: typed(form, "title") || typed(form, "url"), url: typed(form, "url") });
    case "note": return actions.addEvidenceNote({ ...common, text: typed(form, "text") });
    case "file": return sendFile(form.get("file"), common, around.words.item);
    case "check": return actions.addCheck({
      launch: around.launch, item, validDays: common.validDays, title: typed(form, "title"), outcome: typed(form, "outcome") === "fail" ? "fail" : "pass",
      source: typed(form, "source") || null, url: typed(form, "url") || null, trueAt: trueOn === around.today ? null : trueOn,
    });
  }
}
