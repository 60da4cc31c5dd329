"use client";

import { useId, useState } from "react";
import type decision from "@/lib/texts/en/decision.json";
import { fill } from "../fill";
import type { Person } from "../item/surroundings";
import { Button } from "../ui/button";
import { Field, Input, Select } from "../ui/field";
import type { OvertakenWords } from "../overtaken";
import { useSeen } from "../use-seen";
import { useSubmit } from "../use-submit";
import type { SignOffActions } from "./actions";
import { SubmitDialog } from "./submit-dialog";

/** Names who signs for a seat's holder while they are away; the holder's own doing, or a manager's. */
export function Delegate({ launch, seat, says, members, today, words: { delegate: words, busy, decide: { unreachable } }, overtaken, setDelegate }: {
  launch: string; seat: { id: string; role: string; holderId: string; version: number; delegated: { id: string; from: string | null; to: string | null } | null }; members: readonly Person[]; today: string;
  /** Who holds the seat, and who signs for them, in words. */
  says: string; words: typeof decision; overtaken: OvertakenWords; setDelegate: SignOffActions["setDelegate"];
}) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const at = useSubmit(unreachable);
  const rests = useSeen({ ...seat, says }, at, open);
  const { delegated } = rests.opened;
  const close = (): void => setOpen(false);
  const others = members.filter((one) => one.id !== seat.holderId);
  const end = (): void => at.send(() => setDelegate({ launch, seat: seat.id, delegate: null, from: null, to: null, version: seat.version }));
  return (
    <div className="flex flex-wrap items-center gap-2" data-screen-only>
      <Button small look="quiet" className="-ml-2.5" onClick={() => setOpen(true)}>{seat.delegated ? words.change : words.open}</Button>
      {seat.delegated ? <Button small look="quiet" disabled={at.busy} onClick={end}>{words.end}</Button> : null}
      {at.refused && !open ? <p role="alert" className="text-small text-stop">{at.refused.sentence}</p> : null}
      <SubmitDialog
        open={open} close={close} title={fill(words.title, { role: seat.role })} words={{ ...words, busy }} save={words.save} at={at} rests={rests} overtaken={overtaken}
        submit={(form) => {
          const typed = (name: string): string | null => String(form.get(name) ?? "") || null;
          at.send(() => setDelegate({ launch, seat: seat.id, delegate: typed("delegate"), from: typed("from"), to: typed("to"), version: rests.seen.version }), close);
        }}
      >
        <p className="text-note text-ink-2">{words.hint}</p>
        <Field id={`${id}-who`} label={words.who}>
          <Select id={`${id}-who`} name="delegate" required defaultValue={delegated?.id ?? ""}>
            <option value="" disabled hidden />
            {others.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
          </Select>
        </Field>
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
          <Field id={`${id}-from`} label={words.from}><Input id={`${id}-from`} name="from" type="date" required defaultValue={delegated?.from ?? today} /></Field>
          <Field id={`${id}-to`} label={words.to}><Input id={`${id}-to`} name="to" type="date" required min={today} defaultValue={delegated?.to ?? ""} /></Field>
        </div>
      </SubmitDialog>
    </div>
  );
}
