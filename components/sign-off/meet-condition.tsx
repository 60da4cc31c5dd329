"use client";

import { fill } from "../fill";
import { Button } from "../ui/button";
import { useSubmit } from "../use-submit";
import type { SignOffActions } from "./actions";

/** Says that a condition is met, or takes that back. */
export function MeetCondition({ launch, condition, words, meetCondition }: {
  launch: string; condition: { id: string; text: string; met: boolean; version: number };
  words: { met: string; notMet: string; metOf: string; notMetOf: string; unreachable: string }; meetCondition: SignOffActions["meetCondition"];
}) {
  const { busy, refused, send } = useSubmit(words.unreachable);
  const { id, met, version, text } = condition;
  return (
    <span className="block" data-screen-only>
      <Button small {...(met ? { look: "quiet" as const, className: "-ml-2.5" } : {})} disabled={busy} aria-label={fill(met ? words.notMetOf : words.metOf, { text })} onClick={() => send(() => meetCondition({ launch, condition: id, met: !met, version }))}>
        {met ? words.notMet : words.met}
      </Button>
      {refused ? <span role="alert" className="block text-small text-stop">{refused.sentence}</span> : null}
    </span>
  );
}
