"use client";

import type { FormEvent, ReactNode } from "react";
import { PasswordField } from "../entry/password-field";
import type { MadeByAsking } from "../checklist/use-rows";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import type { Answer } from "./actions";
import type { Hand } from "./hand";
import { OverNote } from "./over-note";
import { readNumber } from "./read-number";
import type { Surroundings } from "./surroundings";
import { useAsk } from "./use-ask";

/**
 * A form in a dialog that asks the server for one thing. A refusal stands below it and nothing typed is lost; where the server
 * wants to know that it is really this person, it asks for the password in the same place and tries once more.
 * @param ask `knowing`: somebody else was first, that was said, and it is sent all the same
 * @param made what undo then takes back; left out for what has an opposite of its own
 */
export function AskDialog({ open, close, done, title, about, save, ask, hand, around, made, children }: {
  open: boolean; close: () => void; done: () => void; title: string; about?: string; save: string; made?: MadeByAsking;
  ask: (form: FormData, knowing: boolean) => Promise<Answer>; hand: Hand; around: Surroundings; children: ReactNode;
}) {
  const words = around.words.item;
  const { busy, refused, send, clear } = useAsk(hand, words.unreachable, made);
  const leave = (): void => {
    clear();
    close();
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const password = form.get("password");
    const knowing = refused?.why === "stale-version";
    void send(async () => {
      const known = typeof password === "string" ? await hand.actions.confirmPassword({ password }) : null;
      return known && !known.allowed ? known : ask(form, knowing);
    }, () => {
      done();
      leave();
    });
  };
  const asksPassword = refused?.field === "password";
  return (
    <Dialog open={open} onClose={leave} title={title} close={words.close}>
      <form onSubmit={submit} className="grid gap-4">
        {about ? <p className="text-note text-ink-2 [overflow-wrap:anywhere]">{about}</p> : null}
        {children}
        {asksPassword ? <PasswordField id="password-again" label={words.password} error={refused.sentence} autoComplete="current-password" words={{ show: words.show, hide: words.hide }} /> : null}
        {refused && !asksPassword ? <p role="alert" className="text-note text-stop">{refused.sentence}</p> : null}
        {refused ? null : <OverNote around={around} />}
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

/** The number typed into a field; `null` when it is empty, NaN when it is none, or could be two (`readNumber`). */
export const typedNumber = (form: FormData, name: string): number | null => {
  const number = readNumber(typed(form, name));
  return typeof number === "number" ? number : typed(form, name) === "" ? null : Number.NaN;
};
