"use client";

import { useState } from "react";
import type erase from "@/lib/texts/en/erase.json";
import { PasswordField } from "../entry/password-field";
import { fill } from "../fill";
import { SubmitDialog } from "../sign-off/submit-dialog";
import { Button } from "../ui/button";
import { useSubmit } from "../use-submit";
import type { SettingsActions } from "./actions";

/** For an instance's admin: erases a person's name and e-mail everywhere and closes the account (decision rules §11). */
export function ErasePerson({ launch, person, words, erasePerson }: { launch: string; person: { id: string; name: string }; words: typeof erase; erasePerson: SettingsActions["erasePerson"] }) {
  const [open, setOpen] = useState(false);
  const at = useSubmit(words.unreachable);
  const own = words.person;
  const wrong = at.refused?.field === "password" ? at.refused.sentence : undefined;
  return (
    <>
      <Button small look="quiet" aria-label={fill(own.openOf, { name: person.name })} onClick={() => setOpen(true)}>{own.open}</Button>
      <SubmitDialog
        open={open} close={() => setOpen(false)} title={fill(own.title, { name: person.name })} words={words} save={words.erase} look="danger" at={wrong ? { ...at, refused: null } : at}
        submit={(form) => at.send(() => erasePerson({ launch, person: person.id, password: String(form.get("password") ?? "") }), () => setOpen(false))}
      >
        <div className="grid gap-2 text-note"><p>{own.goes}</p><p>{own.stays}</p><p className="text-ink-3">{own.beyond}</p></div>
        <PasswordField id={`erase-${person.id}`} label={words.password} {...(wrong ? { error: wrong } : {})} autoComplete="current-password" words={words} />
      </SubmitDialog>
    </>
  );
}
