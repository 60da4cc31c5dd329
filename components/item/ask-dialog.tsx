"use client";

import { useState, type FormEvent, type ReactNode } from "react";
import { PasswordField } from "../entry/password-field";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import type { Answer } from "./actions";
import type { Hand } from "./hand";
import type { Surroundings } from "./surroundings";

/**
 * A form in a dialog that asks the server for one thing. A refusal stands below it and nothing typed is lost; where the server
 * wants to know that it is really this person, it asks for the password in the same place and tries once more.
 */
export function AskDialog({ open, close, done, title, about, save, ask, hand, around, children }: {
  open: boolean; close: () => void; done: () => void; title: string; about?: string; save: string;
  ask: (form: FormData) => Promise<Answer>; hand: Hand; around: Surroundings; children: ReactNode;
}) {
  const words = around.words.item;
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<{ why: string; sentence: string; field?: string } | null>(null);
  const leave = (): void => {
    setRefused(null);
    close();
  };
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    try {
      const password = form.get("password");
      const known = typeof password === "string" ? await hand.actions.confirmPassword({ password }) : null;
      const answer = known && !known.allowed ? known : await ask(form);
      if (!answer.allowed) return setRefused(answer);
      hand.heard(answer);
      done();
      leave();
    } catch {
      setRefused({ why: "unreachable", sentence: words.unreachable });
    } finally {
      setBusy(false);
    }
  };
  const asksPassword = refused?.field === "password";
  return (
    <Dialog open={open} onClose={leave} title={title} close={words.close}>
      <form onSubmit={(event) => void submit(event)} className="grid gap-4">
        {about ? <p className="text-note text-ink-2 [overflow-wrap:anywhere]">{about}</p> : null}
        {children}
        {asksPassword ? <PasswordField id="password-again" label={words.password} error={refused.sentence} autoComplete="current-password" words={{ show: words.show, hide: words.hide }} /> : null}
        {refused && !asksPassword ? <p role="alert" className="text-note text-stop">{refused.sentence}</p> : null}
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={leave}>{words.cancel}</Button>
          <Button look="primary" type="submit" disabled={busy}>{busy ? words.busy : save}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** What was typed into a field, without blanks around it. */
export const typed = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
};

/** The number typed into a field; `null` when it is empty, NaN when it is none. */
export const typedNumber = (form: FormData, name: string): number | null => {
  const text = typed(form, name);
  return text === "" ? null : Number(text.replace(",", "."));
};
