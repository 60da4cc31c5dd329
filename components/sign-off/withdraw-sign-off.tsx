"use client";

import { useId, useState } from "react";
import type signOffWords from "@/lib/texts/en/sign-off.json";
import { Button } from "../ui/button";
import { Field, Textarea } from "../ui/field";
import type { OvertakenWords } from "../overtaken";
import { useSeen, type Standing } from "../use-seen";
import { useSubmit } from "../use-submit";
import type { SignOffActions } from "./actions";
import { SubmitDialog } from "./submit-dialog";

/** Takes a position back, with a reason. */
export function WithdrawSignOff({ launch, signOff, words: { withdraw: words, unreachable }, overtaken, withdraw }: {
  launch: string; signOff: Standing; words: typeof signOffWords; overtaken: OvertakenWords; withdraw: SignOffActions["withdrawSignOff"];
}) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const at = useSubmit(unreachable);
  const rests = useSeen(signOff, at, open);
  const { id: seen, version } = rests.seen;
  const close = (): void => setOpen(false);
  return (
    <>
      <Button small look="quiet" className="-ml-2.5" onClick={() => setOpen(true)}>{words.open}</Button>
      <SubmitDialog
        open={open} close={close} title={words.title} words={{ busy: words.submit, cancel: words.cancel, close: words.close }} save={words.submit} at={at} rests={rests} overtaken={overtaken}
        submit={(form) => at.send(() => withdraw({ launch, signOff: seen, reason: String(form.get("reason") ?? "").trim(), version }), close)}
      >
        <Field id={id} label={words.reason} hint={words.hint}><Textarea id={id} name="reason" required maxLength={2_000} rows={3} aria-describedby={`${id}-hint`} /></Field>
      </SubmitDialog>
    </>
  );
}
