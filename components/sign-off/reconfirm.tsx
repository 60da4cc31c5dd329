"use client";

import { useId, useState, type FormEvent } from "react";
import type { Position } from "@/lib/domain/state";
import type decision from "@/lib/texts/en/decision.json";
import { PasswordField } from "../entry/password-field";
import { fill } from "../fill";
import { Button } from "../ui/button";
import { useSubmit } from "../use-submit";
import type { NewCondition, SignOffActions } from "./actions";

/** Confirms a position in one step, right below the list of what has changed since: the password, and nothing typed anew. */
export function Reconfirm({ launch, seat, conditions, words: { reconfirm: words, password, show, hide, decide: { unreachable } }, movedWords, positionWord, sign, signed }: {
  launch: string; seat: { id: string; digest: string; position: Position; reason: string | null }; conditions: NewCondition[];
  words: typeof decision; movedWords: { moved: string; lookedAgain: string }; positionWord: string; sign: SignOffActions["sign"]; signed: (checkpoint: string | null) => void;
}) {
  const id = useId();
  // The list above follows what others change: what was not there when this was first shown has to be looked at.
  const [seen, setSeen] = useState(seat.digest);
  const moved = seen !== seat.digest;
  const { busy, refused, send } = useSubmit(unreachable);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (moved) return;
    const typed = String(new FormData(event.currentTarget).get("password") ?? "");
    const { position, reason } = seat;
    send(() => sign({ launch, seat: seat.id, position, reason, digest: seen, password: typed, conditions: position === "go-with-conditions" ? conditions : [] }), (answer) => signed(answer.checkpoint ?? null));
  };
  return (
    <form onSubmit={submit} className="grid max-w-sm gap-3 border-l-2 border-warn pl-4" data-screen-only>
      <p className="text-note">{words.title}</p>
      <PasswordField id={id} label={password} error={refused?.sentence} autoComplete="current-password" words={{ show, hide }} />
      {moved ? (
        <div role="alert" className="flex flex-wrap items-center gap-3 text-note">
          <span>{movedWords.moved}</span><Button small onClick={() => setSeen(seat.digest)}>{movedWords.lookedAgain}</Button>
        </div>
      ) : null}
      <div><Button look="primary" type="submit" disabled={busy || moved}>{busy ? words.busy : fill(words.submit, { position: positionWord })}</Button></div>
    </form>
  );
}
