"use client";

import { useEffect, useRef, type FormEvent, type ReactNode } from "react";
import { PasswordField } from "../entry/password-field";
import type { MadeByAsking } from "../checklist/use-rows";
import { Overtaken } from "../overtaken";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { useSeen, type Standing } from "../use-seen";
import type { Answer } from "./actions";
import type { Hand } from "./hand";
import { OverNote } from "./over-note";
import { readNumber } from "./read-number";
import type { Surroundings } from "./surroundings";
import { useAsk } from "./use-ask";

/**
 * A form in a dialog that asks the server for one thing. A refusal stands below it and nothing typed is lost; where the server
 * wants to know that it is really this person, it asks for the password in the same place and tries once more.
 * @param on what it is about as that stands now, where it has a version
 * @param ask `version`: the one of `on` that was seen, when it was opened or looked at again
 * @param made what undo then takes back; left out for what has an opposite of its own
 */
export function AskDialog({ open, close, done, title, about, save, on = nothing, ask, hand, around, made, children }: {
  open: boolean; close: () => void; done: () => void; title: string; about?: string; save: string; on?: Standing; made?: MadeByAsking;
  ask: (form: FormData, version: number) => Promise<Answer>; hand: Hand; around: Surroundings; children: ReactNode;
}) {
  const words = around.words.item;
  const { busy, refused, send, clear } = useAsk(hand, words.unreachable, made);
  const rests = useSeen(on, { busy, refused, clear }, !hand.onWay.has(on.id));
  const { moved } = rests;
  // It is sent once one's own edits are through: by then they may have made another version.
  const seen = useRef(on.version);
  useEffect(() => {
    seen.current = rests.seen.version;
  });
  const leave = (): void => {
    clear();
    close();
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const password = form.get("password");
    if (moved) return;
    void send(async () => {
      const known = typeof password === "string" ? await hand.actions.confirmPassword({ password }) : null;
      if (known && !known.allowed) return known;
      const answer = await ask(form, hand.builtOn(on.id, seen.current));
      if (!answer.allowed && answer.why === "stale-version") done();
      return answer;
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
        <Overtaken rests={rests} words={around.words.common.overtaken} />
        {refused && !asksPassword && !moved ? <p role="alert" className="text-note text-stop">{refused.sentence}</p> : null}
        {refused ? null : <OverNote around={around} />}
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={leave}>{words.cancel}</Button>
          <Button look="primary" type="submit" disabled={busy || moved}>{busy ? words.busy : save}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** For what rests on nothing that could move. */
const nothing: Standing = { id: "", version: 0, says: "" };

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
