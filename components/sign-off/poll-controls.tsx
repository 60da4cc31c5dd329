"use client";

import { useId, useState, type FormEvent } from "react";
import { pollRules, type PollRule } from "@/lib/domain/state";
import type decision from "@/lib/texts/en/decision.json";
import { Button } from "../ui/button";
import { Field, Input, Select } from "../ui/field";
import { Overtaken, type OvertakenWords } from "../overtaken";
import { useSeen } from "../use-seen";
import { useSubmit } from "../use-submit";
import type { SignOffActions } from "./actions";

/** Opens and closes the poll, and declares its rule while it is closed. */
export function PollControls({ launch, version, says, rule, quorum, poll, seats, words: { poll: words, decide: { unreachable } }, overtaken, actions }: {
  launch: string; version: number;
  /** The rule in force, in words. */
  says: string; rule: PollRule; quorum: number | null; poll: { id: string; version: number } | null;
  seats: readonly { id: string; role: string; mustAnswer: boolean; version: number }[];
  words: typeof decision; overtaken: OvertakenWords; actions: Pick<SignOffActions, "openPoll" | "closePoll" | "setPollRule" | "setMustAnswer">;
}) {
  const id = useId();
  const at = useSubmit(unreachable);
  const { busy, refused, send } = at;
  const [changing, change] = useState(false);
  // What was just ticked shows at once; a refusal brings back what stands.
  const [ticked, tick] = useState<{ seat: string; mustAnswer: boolean } | null>(null);
  const [picked, pick] = useState<PollRule | null>(null);
  const rests = useSeen({ id: launch, version, says, rule, quorum }, at, changing);
  const chosen = picked ?? rests.opened.rule;
  const leave = (): void => {
    change(false);
    pick(null);
  };
  const save = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (rests.moved) return;
    const typed = Number(new FormData(event.currentTarget).get("quorum"));
    send(() => actions.setPollRule({ launch, rule: chosen, quorum: chosen === "quorum" ? typed : null, version: rests.seen.version }), leave);
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
            <Select id={`${id}-rule`} value={chosen} onChange={(event) => pick(pollRules.find((one) => one === event.target.value) ?? "all")}>
              {pollRules.map((one) => <option key={one} value={one}>{words.rules[one]}</option>)}
            </Select>
          </Field>
          {chosen === "quorum" ? (
            <>
              <Field id={`${id}-quorum`} label={words.quorum}><Input id={`${id}-quorum`} name="quorum" type="number" required min={1} max={seats.length} step={1} inputMode="numeric" defaultValue={rests.opened.quorum ?? seats.length} className="!w-28" /></Field>
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
          <Overtaken rests={rests} words={overtaken} />
          <div className="flex gap-2"><Button type="submit" disabled={busy || rests.moved}>{words.save}</Button><Button look="quiet" onClick={leave}>{words.cancel}</Button></div>
        </form>
      ) : null}
      {refused && !rests.moved ? <p role="alert" className="text-note text-stop">{refused.sentence}</p> : null}
    </div>
  );
}
