"use client";

import { useId, useState } from "react";
import type { Phase } from "@/lib/domain/state";
import type decision from "@/lib/texts/en/decision.json";
import { fill } from "../fill";
import { Button } from "../ui/button";
import { Field, Input } from "../ui/field";
import type { OvertakenWords } from "../overtaken";
import { useSeen } from "../use-seen";
import { useSubmit } from "../use-submit";
import type { SignOffActions } from "./actions";
import { SubmitDialog } from "./submit-dialog";

/** Moves the launch on, one deliberate step at a time; a launch with its actual time. `fallen`: it was decided go, and is a no-go now. */
export function PhaseMoves({ launch, version, says, from, next, zone, wallNow, fallen, words: { phase: words, busy, decide: { unreachable } }, overtaken, setPhase }: {
  launch: string; version: number;
  /** Where it stands and when it is to go live, in words. */
  says: string; from: Phase; next: readonly Phase[]; zone: string; wallNow: string; fallen: boolean; words: typeof decision; overtaken: OvertakenWords; setPhase: SignOffActions["setPhase"];
}) {
  const id = useId();
  const [to, move] = useState<Phase | null>(null);
  const at = useSubmit(unreachable);
  const rests = useSeen({ id: launch, version, says, from, wallNow }, at, to !== null);
  const opened = rests.opened;
  const close = (): void => move(null);
  // Out of the archive it comes back as what it was.
  const label = (phase: Phase): string => (opened.from === "archived" && phase === "closed" ? words.backToClosed : words.moves[phase]);
  return (
    <div className="flex flex-wrap gap-2" data-screen-only>
      {next.map((phase) => <Button key={phase} look={phase === "launched" ? "primary" : phase === "archived" ? "quiet" : "plain"} onClick={() => move(phase)}>{label(phase)}</Button>)}
      <SubmitDialog
        open={to !== null} close={close} title={to ? label(to) : ""} words={{ ...words, busy }} save={words.save} look={to === "archived" || to === "rolled-back" ? "danger" : "primary"} at={at} rests={rests} overtaken={overtaken}
        submit={(form) => {
          const moment = String(form.get("at") ?? "").slice(0, 16);
          // The present minute is "now": its beginning may lie before the decision.
          if (to) at.send(() => setPhase({ launch, to, at: to === "launched" && moment !== opened.wallNow ? moment : null, version: rests.seen.version }), close);
        }}
      >
        <p className="text-note text-ink-2">{to ? words.means[to] : null}</p>
        {to === "launched" && fallen ? <p role="alert" className="border-l-2 border-stop pl-3 text-note text-stop">{words.fallen}</p> : null}
        {to === "launched" ? (
          <Field id={id} label={fill(words.at, { zone })} hint={words.atHint}><Input id={id} name="at" type="datetime-local" required defaultValue={opened.wallNow} aria-describedby={`${id}-hint`} /></Field>
        ) : null}
      </SubmitDialog>
    </div>
  );
}
