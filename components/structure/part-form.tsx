"use client";

import { useId, useState, type ReactNode } from "react";
import { fill } from "../fill";
import { Button } from "../ui/button";
import { Input, Select } from "../ui/field";
import { Overtaken, type OvertakenWords } from "../overtaken";
import { useSeen } from "../use-seen";
import type { Refused } from "../use-submit";
import type { StructureWords } from "./words";

export interface Step { tool: string; call: string; name: string; go: (() => void) | null }

/**
 * One part being edited: its words, where it goes, and what else can be done. Enter saves, Escape leaves, Alt and an arrow move it.
 * Words that somebody else saves meanwhile do not replace what is typed; saving over them is a second, knowing step.
 */
export function PartForm({ label, hint, text, version, busy, refused, clear, save, close, steps, target, children, words, overtaken }: {
  label: string; hint: string | null; text: string; version: number; busy: boolean; refused: Refused | null; clear: () => void; save: (text: string, version: number) => void; close: () => void;
  steps: readonly Step[]; target: { label: string; places: readonly { id: string; name: string }[]; go: (id: string) => void } | null; children?: ReactNode; words: StructureWords; overtaken: OvertakenWords;
}) {
  const id = useId();
  const [typed, type] = useState(text);
  // A neighbour that made room raises the version and changes no word: nothing to decide there.
  const rests = useSeen({ id: "", version, says: text }, { busy, refused, clear }, true);
  const step = (tool: string): void => steps.find((one) => one.tool === tool)?.go?.();
  return (
    <form
      className="my-1 grid gap-3 rounded-md border border-edge p-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (busy || rests.moved) return;
        if (typed.trim() === text) return close();
        save(typed, rests.seen.version);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          return close();
        }
        if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
        event.preventDefault();
        if (!busy) step(event.key === "ArrowUp" ? "up" : "down");
      }}
    >
      <div className="grid gap-1">
        <label htmlFor={id} className="text-small text-ink-3">{label}</label>
        <div className="flex flex-wrap gap-2">
          <Input
            id={id} autoFocus value={typed} onChange={(event) => type(event.target.value)} autoComplete="off" maxLength={5_000} className="min-w-0 flex-[1_1_14rem]"
            {...(hint ? { "aria-describedby": `${id}-hint` } : {})} aria-invalid={refused ? true : undefined}
          />
          <Button type="submit" look="primary" aria-disabled={busy || rests.moved}>{busy ? words.saving : words.save}</Button>
          <Button look="quiet" onClick={close}>{words.cancel}</Button>
        </div>
        {hint ? <p id={`${id}-hint`} className="text-small text-ink-3">{hint}</p> : null}
        <Overtaken rests={rests} words={overtaken} />
        {refused && !rests.moved ? <p role="alert" className="text-small text-stop">{refused.sentence}</p> : null}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {steps.map(({ tool, call, name, go }) => (
          <Button key={tool} small data-tool={tool} aria-label={name} look={tool === "retire" ? "danger" : "plain"} aria-disabled={go === null || busy} onClick={() => { if (!busy) go?.(); }}>{call}</Button>
        ))}
        {target ? (
          <Select
            className="!w-auto max-w-full flex-[0_1_16rem] text-note" aria-label={target.label} value="" disabled={busy}
            onChange={(event) => { if (event.target.value) target.go(event.target.value); }}
          >
            <option value="">{fill("{label} …", { label: words.moveTo })}</option>
            {target.places.map((place) => <option key={place.id} value={place.id}>{place.name}</option>)}
          </Select>
        ) : null}
      </div>
      {children}
    </form>
  );
}
