"use client";

import { useId } from "react";
import { fill } from "../fill";
import type { Person } from "../item/surroundings";
import { Select } from "../ui/field";
import { useSubmit } from "../use-submit";
import type { SignOffActions } from "./actions";

/** Puts somebody on a seat, or empties it. `quiet`: the seat's name stands beside it, so the label is only read aloud. */
export function AssignHolder({ launch, seat, members, words, assignSeat, quiet = false }: {
  launch: string; seat: { id: string; role: string; holderId: string | null; version: number }; members: readonly Person[];
  words: { label: string; hint: string | null; nobody: string; unreachable: string }; assignSeat: SignOffActions["assignSeat"]; quiet?: boolean;
}) {
  const id = useId();
  const { busy, refused, send } = useSubmit(words.unreachable);
  return (
    <div className="grid w-full max-w-xs gap-1" data-screen-only>
      <label htmlFor={id} className={quiet ? "sr-only" : "text-small text-ink-3"}>{fill(words.label, { role: seat.role })}</label>
      <Select
        id={id} value={seat.holderId ?? ""} disabled={busy} {...(words.hint ? { "aria-describedby": `${id}-hint` } : {})}
        onChange={(event) => {
          const holder = event.target.value || null;
          send(() => assignSeat({ launch, seat: seat.id, holder, version: seat.version }));
        }}
      >
        <option value="">{words.nobody}</option>
        {members.map((member) => <option key={member.id} value={member.id}>{member.name}</option>)}
      </Select>
      {words.hint ? <p id={`${id}-hint`} className="text-small text-ink-3">{words.hint}</p> : null}
      {refused ? <p role="alert" className="text-small text-stop">{refused.sentence}</p> : null}
    </div>
  );
}
