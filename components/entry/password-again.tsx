"use client";

import { useEffect, useId, useRef, useState, type FormEvent } from "react";
import { Button } from "../ui/button";
import type { Submit } from "../use-submit";
import type { ConfirmPassword } from "./answers";
import { PasswordField } from "./password-field";

export interface PasswordAgainWords { password: string; show: string; hide: string; confirm: string; busy: string; unreachable: string }

/** Where a change was refused until it is certain who asks: takes the password and tries the very same change once more. */
export function PasswordAgain({ at, confirmPassword, words }: { at: Pick<Submit, "refused" | "again" | "busy">; confirmPassword: ConfirmPassword; words: PasswordAgainWords }) {
  if (at.refused?.why !== "password-needed") return null;
  return <Asked at={at} sentence={at.refused.sentence} confirmPassword={confirmPassword} words={words} />;
}

function Asked({ at, sentence, confirmPassword, words }: { at: Pick<Submit, "again" | "busy">; sentence: string; confirmPassword: ConfirmPassword; words: PasswordAgainWords }) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  // It takes the place of the button that had the focus.
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  const [wrong, setWrong] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password") ?? "");
    setAsking(true);
    confirmPassword({ password }).then((answer) => {
      setWrong(answer.allowed ? null : answer.sentence);
      if (answer.allowed) at.again();
    }).catch(() => setWrong(words.unreachable)).finally(() => setAsking(false));
  };
  return (
    <form ref={form} onSubmit={submit} className="grid max-w-sm gap-2 text-left" data-screen-only>
      <PasswordField id={id} label={words.password} error={wrong ?? sentence} autoComplete="current-password" words={words} />
      <div><Button small look="primary" type="submit" disabled={asking || at.busy}>{asking ? words.busy : words.confirm}</Button></div>
    </form>
  );
}
