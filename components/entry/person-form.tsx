"use client";

import { useState, type FormEvent, type ReactNode } from "react";
import { Button } from "../ui/button";
import { describedBy, Field, Input } from "../ui/field";
import { fieldOf, type No } from "./answers";
import { PasswordField } from "./password-field";

export interface PersonWords {
  name: string; nameHint: string; email: string; password: string; rules: string; submit: string; busy: string; show: string; hide: string; unreachable: string;
}
export interface Person { name: string; email: string; password: string }

/**
 * Name, e-mail and password of somebody who comes in for the first time. `onSubmit` answers with what stands in the way,
 * `null` when the page is being left. Fields keep what was typed; a sentence stands beside the field it is about.
 */
export function PersonForm({ words, email, known = false, children, onSubmit }: {
  words: PersonWords; email?: string | null; known?: boolean; children?: ReactNode; onSubmit: (person: Person) => Promise<No | null>;
}) {
  const [busy, setBusy] = useState(false);
  const [no, setNo] = useState<No | null>(null);
  const about = no ? fieldOf(no.why) : null;
  const errorOf = (field: string): string | undefined => (about === field && no ? no.sentence : undefined);

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = new FormData(form);
    const text = (name: string): string => String(typed.get(name) ?? "");
    setBusy(true);
    setNo(null);
    const refusal = await onSubmit({ name: text("name"), email: text("email"), password: text("password") })
      .catch((): No => ({ allowed: false, why: "unreachable", sentence: words.unreachable }));
    if (!refusal) return;
    setBusy(false);
    setNo(refusal);
    form.querySelector<HTMLInputElement>(`[name=${fieldOf(refusal.why)}]`)?.focus();
  };

  const emailError = errorOf("email");
  const nameError = errorOf("name");
  return (
    <form method="post" onSubmit={(event) => void submit(event)} className="grid gap-4">
      {children}
      {known ? null : (
        <Field id="name" label={words.name} hint={words.nameHint} error={nameError}>
          <Input id="name" name="name" required maxLength={120} autoComplete="name" aria-invalid={nameError ? true : undefined} aria-describedby={describedBy("name", { hint: true, error: nameError })} />
        </Field>
      )}
      <Field id="email" label={words.email} error={emailError}>
        <Input
          id="email" name="email" type="email" required maxLength={254} autoComplete="username" defaultValue={email ?? ""} readOnly={Boolean(email)}
          spellCheck={false} autoCapitalize="off" aria-invalid={emailError ? true : undefined} aria-describedby={describedBy("email", { error: emailError })}
        />
      </Field>
      <PasswordField
        id="password" label={words.password} autoComplete={known ? "current-password" : "new-password"} words={words}
        {...(known ? {} : { hint: words.rules })} error={errorOf("password")}
      />
      {about === "form" && no ? <p role="alert" className="text-note text-stop">{no.sentence}</p> : null}
      <Button type="submit" look="primary" disabled={busy}>{busy ? words.busy : words.submit}</Button>
    </form>
  );
}
