"use client";

import { useState, type FormEvent } from "react";
import { roles, type Role } from "@/lib/domain/state";
import type settings from "@/lib/texts/en/settings.json";
import { PasswordAgain } from "../entry/password-again";
import { fill } from "../fill";
import { Button } from "../ui/button";
import { CopyField } from "../ui/copy-field";
import { momentWords } from "@/lib/texts/time-words";
import { Field, Input, Select } from "../ui/field";
import { useSubmit } from "../use-submit";
import type { SettingsActions } from "./actions";

/** Makes an invitation link, which is shown here once and never again. */
export function InviteForm({ launch, zone, words: { invite: words, password, unreachable }, roleWords, invite, confirmPassword }: {
  launch: string; zone: string; words: typeof settings; roleWords: Record<Role, string>;
} & Pick<SettingsActions, "invite" | "confirmPassword">) {
  const [made, setMade] = useState<{ link: string; expiresAt: string } | null>(null);
  const at = useSubmit(unreachable);
  const { busy, refused, send } = at;
  if (made) {
    return (
      <div className="grid max-w-xl gap-2" role="group" aria-label={words.link}>
        <p className="text-note font-medium">{words.once}</p>
        <CopyField label={words.link} value={made.link} words={words} autoFocus />
        <p className="text-small text-ink-3" role="status">{fill(words.expires, { when: momentWords(made.expiresAt, zone) })}</p>
        <div><Button small look="quiet" onClick={() => setMade(null)}>{words.another}</Button></div>
      </div>
    );
  }
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const role = roles.find((one) => one === form.get("role")) ?? "viewer";
    send(() => invite({ launch, role, email: String(form.get("email") ?? "").trim() || null }), setMade);
  };
  return (
    <div className="grid gap-3">
      <form onSubmit={submit} className="grid max-w-xl items-start gap-4 sm:grid-cols-[10rem_minmax(0,1fr)]">
        <Field id="invite-role" label={words.role}>
          <Select id="invite-role" name="role" defaultValue="contributor">{roles.map((role) => <option key={role} value={role}>{roleWords[role]}</option>)}</Select>
        </Field>
        <Field id="invite-email" label={words.email} hint={words.emailHint} error={refused?.field === "email" ? refused.sentence : undefined}>
          <Input id="invite-email" name="email" type="email" maxLength={254} autoComplete="off" aria-describedby="invite-email-hint" />
        </Field>
        {refused && refused.field !== "email" && refused.field !== "password" ? <p role="alert" className="text-note text-stop sm:col-span-2">{refused.sentence}</p> : null}
        <div className="sm:col-span-2"><Button type="submit" disabled={busy}>{busy ? words.creating : words.create}</Button></div>
      </form>
      <PasswordAgain at={at} confirmPassword={confirmPassword} words={{ ...password, unreachable }} />
    </div>
  );
}
