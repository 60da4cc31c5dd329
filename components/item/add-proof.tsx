"use client";

import { useEffect, useId, useRef, useState, type FormEvent } from "react";
import type { RowView } from "@/lib/domain/row";
import { Button } from "../ui/button";
import { Field, Input, Textarea } from "../ui/field";
import type { Hand } from "./hand";
import { sendFile } from "./send-file";
import type { Surroundings } from "./surroundings";

/**
 * Adds a link, a note or a file as proof. A refusal stands under the form, and nothing typed is lost.
 * @param wish opens the form whenever it is another number than before, other than 0
 */
export function AddProof({ row, hand, around, added, wish }: { row: RowView; hand: Hand; around: Surroundings; added: () => void; wish: number }) {
  const words = around.words.item;
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState<"link" | "note" | "file">("link");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const id = useId();
  useEffect(() => {
    if (wish > 0) setOpen(true);
  }, [wish]);
  useEffect(() => {
    if (!open && wasOpen.current) opener.current?.focus();
    wasOpen.current = open;
  }, [open]);

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => String(form.get(name) ?? "").trim();
    const days = text("days");
    const common = { launch: around.launch, item: row.id, trueOn: text("trueOn"), validDays: days === "" ? null : Number(days) };
    setBusy(true);
    setError(null);
    try {
      const answer = kind === "link"
        ? await hand.actions.addLink({ ...common, title: text("title") || text("url"), url: text("url") })
        : kind === "note" ? await hand.actions.addEvidenceNote({ ...common, text: text("text") })
        : await sendFile(form.get("file"), common, words);
      if (answer.allowed) {
        hand.heard(answer);
        setOpen(false);
        added();
      } else {
        setError(answer.sentence);
      }
    } catch {
      setError(words.unreachable);
    } finally {
      setBusy(false);
    }
  };

  if (!open) {
    return (
      <button ref={opener} type="button" onClick={() => setOpen(true)} aria-keyshortcuts="e" className="flex w-full items-center gap-2 border-t border-line py-2 text-left text-note text-move pointer-coarse:min-h-11" data-screen-only>
        <span><span aria-hidden="true">+ </span>{words.addProof}</span> <kbd aria-hidden="true" className="pointer-coarse:hidden">e</kbd>
      </button>
    );
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-3 border-t border-line py-3">
      <fieldset className="flex gap-4 text-note">
        <legend className="sr-only">{words.kindLabel}</legend>
        {(["link", "note", "file"] as const).map((one) => (
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
      ) : (
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
      {error ? <p role="alert" className="text-note text-stop">{error}</p> : null}
      <div className="flex justify-end gap-2">
        <Button small look="quiet" onClick={() => setOpen(false)}>{words.cancel}</Button>
        <Button small look="primary" type="submit" disabled={busy}>{busy ? words.saving : words.save}</Button>
      </div>
    </form>
  );
}
