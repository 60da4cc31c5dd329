"use client";

import { useId, useState, type FormEvent } from "react";
import { pollRules, type PollRule } from "@/lib/domain/state";
import type decision from "@/lib/texts/en/decision.json";
import { Button } from "../ui/button";
import { Field, Input, Select } from "../ui/field";
import { useSubmit } from "../use-submit";
import type { SignOffActions } from "./actions";

/** Opens and closes the poll, and declares its rule while it is closed. */
export function PollControls({ launch, version, rule, quorum, poll, seats, words: { poll: words, decide: { unreachable } }, actions }: {
  launch: string; version: number; rule: PollRule; quorum: number | null; poll: { id: string; version: number } | null;
  seats: readonly { id: string; role: string; mustAnswer: boolean; version: number }[];
  words: typeof decision; actions: Pick<SignOffActions, "openPoll" | "closePoll" | "setPollRule" | "setMustAnswer">;
}) {
  const id = useId();
  const { busy, refused, send } = useSubmit(unreachable);
  const [changing, change] = useState(false);
  // What was just ticked shows at once; a refusal brings back what stands.
  const [ticked, tick] = useState<{ seat: string; mustAnswer: boolean } | null>(null);
  const [chosen, choose] = useState(rule);
  const save = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = Number(new FormData(event.currentTarget).get("quorum"));
    send(() => actions.setPollRule({ launch, rule: chosen, quorum: chosen === "quorum" ? typed : null, version }), () => change(false));
  };
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        {poll ? <Button disabled={busy} onClick={() => send(() => actions.closePoll({ launch, poll: poll.id, version: poll.version }))}>{words.closeIt}</Button>
          : <Button disabled={busy} onClick={() => send(() => actions.openPoll({ launch }))}>{busy ? words.opening : words.openIt}</Button>}
        {poll ? <span className="text-small text-ink-3">{words.locked}</span> : changing ? null : <Button look="quiet" onClick={() => change(true)}>{words.change}</Button>}
      </div>
      {changing && !poll ? (
        <form onSubmit={save} className="grid max-w-xl gap-3 border-l-2 border-line pl-4">
          <Field id={`${id}-rule`} label={words.rule}>
            <Select id={`${id}-rule`} value={chosen} onChange={(event) => choose(pollRules.find((one) => one === event.target.value) ?? "all")}>
              {pollRules.map((one) => <option key={one} value={one}>{words.rules[one]}</option>)}
            </Select>
          </Field>
          {chosen === "quorum" ? (
            <>
              <Field id={`${id}-quorum`} label={words.quorum}><Input id={`${id}-quorum`} name="quorum" type="number" required min={1} max={seats.length} step={1} inputMode="numeric" defaultValue={quorum ?? seats.length} className="!w-28" /></Field>
              <fieldset className="grid gap-1 text-note">
                <legend className="mb-1 font-medium">{words.mustAnswerLabel}</legend>
                {seats.map((seat) => (
                  <label key={seat.id} className="flex items-center gap-2 py-1">
                    <input type="checkbox" className="accent-ink" checked={busy && ticked?.seat === seat.id ? ticked.mustAnswer : seat.mustAnswer} aria-disabled={busy} onChange={(event) => {
                      const mustAnswer = event.target.checked;
                      if (busy) return;
                      tick({ seat: seat.id, mustAnswer });
                      send(() => actions.setMustAnswer({ launch, seat: seat.id, mustAnswer, version: seat.version }));
                    }} />{seat.role}
                  </label>
                ))}
              </fieldset>
            </>
          ) : null}
          <div className="flex gap-2"><Button type="submit" disabled={busy}>{words.save}</Button><Button look="quiet" onClick={() => change(false)}>{words.cancel}</Button></div>
        </form>
      ) : null}
      {refused ? <p role="alert" className="text-note text-stop">{refused.sentence}</p> : null}
    </div>
  );
}
