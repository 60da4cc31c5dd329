"use client";

import { useState } from "react";
import type settings from "@/lib/texts/en/settings.json";
import { Button } from "../ui/button";
import { Overtaken, type OvertakenWords } from "../overtaken";
import { useSeen } from "../use-seen";
import { useSubmit } from "../use-submit";
import type { SettingsActions } from "./actions";

/** Which sections a seat answers for: all, or the ones ticked. What is ticked stays when something else about the seat changes meanwhile. */
export function SeatSections({ launch, seat, sections, words: { seats: words, unreachable }, overtaken, setSeatSections }: {
  launch: string; seat: { id: string; role: string; sections: string[] | null; version: number }; sections: readonly { id: string; key: string; title: string }[];
  words: typeof settings; overtaken: OvertakenWords; setSeatSections: SettingsActions["setSeatSections"];
}) {
  const [chosen, choose] = useState<ReadonlySet<string> | null>(seat.sections ? new Set(seat.sections) : null);
  const [dirty, setDirty] = useState(false);
  const [none, setNone] = useState(false);
  const at = useSubmit(unreachable);
  const { busy, refused, taken, send } = at;
  const says = seat.sections === null ? words.all : sections.filter(({ id }) => seat.sections?.includes(id)).map(({ key }) => key).join(", ");
  const rests = useSeen({ ...seat, says }, at, dirty);
  const [shown, show] = useState(rests.opened);
  if (shown !== rests.opened) {
    show(rests.opened);
    choose(rests.opened.sections ? new Set(rests.opened.sections) : null);
  }
  const change = (next: ReadonlySet<string> | null): void => {
    setNone(false);
    setDirty(true);
    choose(next);
  };
  const same = alike(chosen ? [...chosen] : null, seat.sections);
  const save = (): void => {
    if (chosen?.size === 0) return setNone(true);
    send(() => setSeatSections({ launch, seat: seat.id, sections: chosen ? [...chosen] : null, version: rests.seen.version }), () => setDirty(false));
  };
  return (
    <details className="text-note">
      <summary className="text-ink-2">{words.sections}: {says}</summary>
      <fieldset className="mt-2 grid gap-2 pl-4">
        <legend className="sr-only">{words.sections}: {seat.role}</legend>
        <label className="flex items-center gap-2"><input type="radio" name={`all-${seat.id}`} checked={chosen === null} onChange={() => change(null)} className="accent-ink" />{words.all}</label>
        <label className="flex items-center gap-2"><input type="radio" name={`all-${seat.id}`} checked={chosen !== null} onChange={() => change(new Set(seat.sections ?? []))} className="accent-ink" />{words.some}</label>
        {chosen ? (
          <div className="grid gap-1 pl-6 sm:grid-cols-2">
            {sections.map(({ id, key, title }) => (
              <label key={id} className="flex items-baseline gap-2">
                <input
                  type="checkbox" checked={chosen.has(id)} className="accent-ink"
                  onChange={(event) => {
                    const next = new Set(chosen);
                    if (event.target.checked) next.add(id);
                    else next.delete(id);
                    change(next);
                  }}
                />
                <span><span className="text-ink-3">{key}</span> {title}</span>
              </label>
            ))}
          </div>
        ) : null}
        {none ? <p role="alert" className="text-stop">{words.pickOne}</p> : null}
        <Overtaken rests={rests} words={overtaken} />
        {refused && !rests.moved ? <p role="alert" className="text-stop">{refused.sentence}</p> : null}
        <div className="flex items-center gap-3"><Button small onClick={save} disabled={busy || same || rests.moved}>{words.save}</Button><span role="status" className="text-go">{taken && same ? words.saved : ""}</span></div>
      </fieldset>
    </details>
  );
}

const alike = (one: readonly string[] | null, other: readonly string[] | null): boolean =>
  one === null || other === null ? one === other : one.length === other.length && one.every((id) => other.includes(id));
