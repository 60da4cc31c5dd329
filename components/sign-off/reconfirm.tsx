"use client";

import { useId, type FormEvent } from "react";
import type { Position } from "@/lib/domain/state";
import type decision from "@/lib/texts/en/decision.json";
import type signOff from "@/lib/texts/en/sign-off.json";
import { PasswordField } from "../entry/password-field";
import { fill } from "../fill";
import { Button } from "../ui/button";
import { useSubmit } from "../use-submit";
import type { NewCondition, SignOffActions } from "./actions";
import { Moved } from "./moved";
import { usePen } from "./use-moved";

/** Confirms a position in one step, right below the list of what has changed since: the password, and nothing typed anew. */
export function Reconfirm({ launch, seat, conditions, revision, words: { reconfirm: words, password, show, hide, decide: { unreachable } }, signWords, more, positionWord, sign, signed }: {
  launch: string; seat: { id: string; digest: string; position: Position; reason: string | null; signOffId: string | null }; revision: number; conditions: NewCondition[];
  words: typeof decision; signWords: (typeof signOff)["sign"]; more: string; positionWord: string; sign: SignOffActions["sign"]; signed: (checkpoint: string | null) => void;
}) {
  const id = useId();
  // The list above follows what others change: what was not there when this was first shown has to be looked at.
  const at = useSubmit(unreachable);
  const { busy, refused, send } = at;
  const pen = usePen(launch, seat.id, { digest: seat.digest, revision }, at);
  const { seen, moved } = pen;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (moved) return;
    const typed = String(new FormData(event.currentTarget).get("password") ?? "");
    const { position, reason } = seat;
    send(() => sign({ launch, seat: seat.id, position, reason, digest: seen.digest, seen: seen.revision, standingSeen: seat.signOffId, password: typed, conditions: position === "go-with-conditions" ? conditions : [] }), (answer) => signed(answer.checkpoint ?? null));
  };
  return (
    <form onSubmit={submit} className="grid max-w-sm gap-3 border-l-2 border-warn pl-4" data-screen-only>
      <p className="text-note">{words.title}</p>
      <PasswordField id={id} label={password} error={moved && refused?.why === "state-moved" ? undefined : refused?.sentence} autoComplete="current-password" words={{ show, hide }} />
      <Moved pen={pen} words={signWords} more={more} />
      <div><Button look="primary" type="submit" disabled={busy || moved}>{busy ? words.busy : fill(words.submit, { position: positionWord })}</Button></div>
    </form>
  );
}
