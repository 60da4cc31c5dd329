"use client";

import { useEffect, useRef, useState, type FormEvent } from "react";
import type entry from "@/lib/texts/en/entry.json";
import { Button } from "../ui/button";
import { Field, Input } from "../ui/field";
import { enter } from "./enter";
import { PasswordField } from "./password-field";

export function SignInForm({ words, to }: { words: (typeof entry)["signIn"]; to: string }) {
  const [busy, setBusy] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  // A form sent before its script has come would put the password into the address.
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const password = useRef<HTMLFormElement>(null);

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setCode(null);
    const wrong = await enter(String(form.get("email")), String(form.get("password")), to);
    if (wrong === null) return;
    setBusy(false);
    setCode(wrong);
    password.current?.querySelector<HTMLInputElement>("[name=password]")?.select();
  };
  const errors: Readonly<Record<string, string>> = words.errors;
  const sentence = code === null ? undefined : (errors[code] ?? words.errors.unreachable);
  return (
    <form ref={password} method="post" onSubmit={(event) => void submit(event)} className="grid gap-4">
      <Field id="email" label={words.email}>
        <Input id="email" name="email" type="email" required maxLength={254} autoComplete="username" autoFocus spellCheck={false} autoCapitalize="off" aria-invalid={code === "wrong-password" ? true : undefined} />
      </Field>
      <PasswordField id="password" label={words.password} autoComplete="current-password" words={words} error={sentence} />
      <Button type="submit" look="primary" disabled={busy || !ready}>{busy ? words.busy : words.submit}</Button>
    </form>
  );
}
