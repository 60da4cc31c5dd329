"use client";

import { useId, useState, type FormEvent } from "react";
import type signOff from "@/lib/texts/en/sign-off.json";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field, Textarea } from "../ui/field";
import { useSubmit } from "../use-submit";
import type { SignOffActions } from "./actions";

/** Takes a position back, with a reason. */
export function WithdrawSignOff({ launch, signOff: { id: signOffId, version }, words: { withdraw: words, unreachable }, withdraw }: {
  launch: string; signOff: { id: string; version: number }; words: typeof signOff; withdraw: SignOffActions["withdrawSignOff"];
}) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const { busy, refused, send, clear } = useSubmit(unreachable);
  const close = (): void => {
    setOpen(false);
    clear();
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason") ?? "").trim();
    send(() => withdraw({ launch, signOff: signOffId, reason, version }), close);
  };
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>{words.open}</Button>
      <Dialog open={open} onClose={close} title={words.title} close={words.close}>
        <form onSubmit={submit} className="grid gap-4">
          <Field id={id} label={words.reason} hint={words.hint} error={refused?.sentence}>
            <Textarea id={id} name="reason" required autoFocus maxLength={2_000} rows={3} aria-describedby={`${id}-hint`} />
          </Field>
          <div className="flex justify-end gap-2">
            <Button look="quiet" onClick={close}>{words.cancel}</Button>
            <Button type="submit" look="primary" disabled={busy}>{words.submit}</Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
