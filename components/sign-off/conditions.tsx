"use client";

import { useId } from "react";
import type signOff from "@/lib/texts/en/sign-off.json";
import { fill } from "../fill";
import type { Person } from "../item/surroundings";
import { Button } from "../ui/button";
import { Field, Input, Select, Textarea } from "../ui/field";

export interface TypedCondition { text: string; ownerId: string; deadline: string; trigger: string }
export const emptyCondition = (): TypedCondition => ({ text: "", ownerId: "", deadline: "", trigger: "" });

/** The conditions of a go: each with its words, who sees to it, until when, and what would mean rolling back. */
export function Conditions({ typed, change, members, zone, words }: {
  typed: TypedCondition[]; change: (next: TypedCondition[]) => void; members: readonly Person[]; zone: string; words: (typeof signOff)["sign"];
}) {
  const id = useId();
  const set = (at: number, part: Partial<TypedCondition>): void => change(typed.map((one, n) => (n === at ? { ...one, ...part } : one)));
  return (
    <fieldset className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4">
      <legend className="mb-2 text-note font-medium">{words.conditions}<span className="block text-small font-normal text-ink-3">{words.conditionsHint}</span></legend>
      {typed.map((one, at) => (
        // Conditions have no name of their own while they are typed; none moves, and removing one shifts only values.
        <fieldset key={at} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3 border-l-2 border-line pl-3">
          <legend className="sr-only">{fill(words.nth, { n: at + 1 })}</legend>
          <Field id={`${id}-${at}-text`} label={words.text}><Textarea id={`${id}-${at}-text`} required maxLength={2_000} rows={2} value={one.text} onChange={(event) => set(at, { text: event.target.value })} /></Field>
          <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
            <Field id={`${id}-${at}-owner`} label={words.owner}>
              <Select id={`${id}-${at}-owner`} required value={one.ownerId} onChange={(event) => set(at, { ownerId: event.target.value })}>
                <option value="" disabled hidden />
                {members.map((member) => <option key={member.id} value={member.id}>{member.name}</option>)}
              </Select>
            </Field>
            <Field id={`${id}-${at}-deadline`} label={fill(words.deadlineZone, { zone })}><Input id={`${id}-${at}-deadline`} type="datetime-local" required value={one.deadline} onChange={(event) => set(at, { deadline: event.target.value.slice(0, 16) })} /></Field>
          </div>
          <Field id={`${id}-${at}-trigger`} label={words.trigger} hint={words.triggerHint}><Input id={`${id}-${at}-trigger`} maxLength={2_000} value={one.trigger} onChange={(event) => set(at, { trigger: event.target.value })} aria-describedby={`${id}-${at}-trigger-hint`} /></Field>
          {typed.length > 1 ? <div><Button small look="quiet" onClick={() => change(typed.filter((_, n) => n !== at))}>{fill(words.remove, { n: at + 1 })}</Button></div> : null}
        </fieldset>
      ))}
      <div><Button small onClick={() => change([...typed, emptyCondition()])}>{words.add}</Button></div>
    </fieldset>
  );
}
