"use client";

import Link from "next/link";
import { useId, useState } from "react";
import type { SeatPart } from "@/lib/domain/structure-view";
import { fill } from "../fill";
import { Button } from "../ui/button";
import { Input } from "../ui/field";
import { Overtaken, type OvertakenWords } from "../overtaken";
import { useSeen } from "../use-seen";
import { beside } from "./moves";
import type { StructureActions } from "./actions";
import type { Retiring } from "./retire-dialog";
import type { Edits } from "./use-edits";
import type { StructureWords } from "./words";

/** Who has to sign: added, renamed, put in order and retired here; who sits there is said in the settings. */
export function SeatLines({ launch, seats, settings, edits, actions, askRetire, words, overtaken }: {
  launch: string; seats: readonly SeatPart[]; settings: string; edits: Edits; actions: StructureActions; askRetire: (one: Retiring) => void; words: StructureWords; overtaken: OvertakenWords;
}) {
  const [open, setOpen] = useState<string | null>(null);
  const close = (): void => setOpen(null);
  const move = (seat: SeatPart, direction: "up" | "down"): void => {
    const before = beside(seats, seat.id, direction);
    if (before !== undefined) edits.make(seat.id, "moved", seat.role, () => actions.movePart({ launch, part: "seat", id: seat.id, before, version: seat.version }));
  };
  return (
    <section aria-labelledby="seats-title" className="mt-10">
      <h2 id="seats-title" className="text-lead tracking-tight">{words.seats.title}</h2>
      <p className="pb-2 text-note text-ink-3">{seats.length > 0 ? words.seats.hint : words.seats.none} <Link prefetch={false} className="link" href={settings}>{words.seats.settings}</Link></p>
      <ul>
        {seats.map((seat) => (
          <li key={seat.id} data-part={seat.id} className="border-t border-line">
            {open === seat.id ? (
              <SeatForm seat={seat} edits={edits} of={seat.id} words={words} overtaken={overtaken} close={close} save={(team, role, version) => edits.make(seat.id, "reworded", role, () => actions.renameSeat({ launch, seat: seat.id, team, role, version }), close)}>
                {(["up", "down"] as const).map((way) => (
                  <Button key={way} small data-tool={way} aria-label={fill(words[`${way}Of`], { words: seat.role })} aria-disabled={edits.busy || beside(seats, seat.id, way) === undefined} onClick={() => move(seat, way)}>{words[way]}</Button>
                ))}
                <Button small look="danger" data-tool="retire" aria-label={fill(words.retireOf, { words: seat.role })} aria-disabled={edits.busy} onClick={() => askRetire({ part: "seat", id: seat.id, words: seat.role, items: 0, done: 0, proofs: 0, waivers: 0 })}>{words.retire}</Button>
              </SeatForm>
            ) : (
              <button type="button" data-open={seat.id} aria-label={fill(words.editOf, { part: words.part.seat, words: seat.team ? `${seat.role} · ${seat.team}` : seat.role })} onClick={() => setOpen(seat.id)} className="w-full rounded-md px-2 py-2 text-left wrap-anywhere hover:bg-wash">
                {seat.role}{seat.team ? <span className="text-ink-3"> · {seat.team}</span> : null}
              </button>
            )}
          </li>
        ))}
      </ul>
      {open === "new"
        ? <SeatForm seat={{ id: "", team: seats.at(-1)?.team ?? "", role: "", version: 0 }} edits={edits} of="new seat" words={words} overtaken={overtaken} close={close} save={(team, role) => edits.make("new seat", "added", role, () => actions.addSeat({ launch, team, role }), close)} />
        : <Button small look="quiet" onClick={() => setOpen("new")}>+ {words.seats.add}</Button>}
    </section>
  );
}

function SeatForm({ seat, edits, of, save, close, words, overtaken, children }: {
  seat: { id: string; team: string; role: string; version: number }; edits: Edits; of: string; save: (team: string, role: string, version: number) => void; close: () => void; words: StructureWords; overtaken: OvertakenWords; children?: React.ReactNode;
}) {
  const id = useId();
  const [role, setRole] = useState(seat.role);
  const [team, setTeam] = useState(seat.team);
  const refused = edits.refused(of);
  const rests = useSeen({ ...seat, says: seat.team ? `${seat.role} · ${seat.team}` : seat.role }, { ...edits, refused }, true);
  return (
    <form
      className="my-2 grid gap-3 rounded-md border border-edge p-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!edits.busy && !rests.moved) save(team, role, rests.seen.version);
      }}
      onKeyDown={(event) => { if (event.key === "Escape") close(); }}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <div className="grid content-start gap-1"><label htmlFor={`${id}-role`} className="text-small text-ink-3">{words.words.role}</label><Input id={`${id}-role`} autoFocus value={role} maxLength={60} autoComplete="off" onChange={(event) => setRole(event.target.value)} /></div>
        <div className="grid content-start gap-1">
          <label htmlFor={`${id}-team`} className="text-small text-ink-3">{words.words.team}</label>
          <Input id={`${id}-team`} value={team} maxLength={500} autoComplete="off" aria-describedby={`${id}-hint`} onChange={(event) => setTeam(event.target.value)} />
          <p id={`${id}-hint`} className="text-small text-ink-3">{words.words.teamHint}</p>
        </div>
      </div>
      <Overtaken rests={rests} words={overtaken} />
      {refused && !rests.moved ? <p role="alert" className="text-small text-stop">{refused.sentence}</p> : null}
      <div className="flex flex-wrap items-center gap-2">
        <Button small type="submit" look="primary" aria-disabled={edits.busy || rests.moved}>{edits.busy ? words.saving : words.save}</Button>
        <Button small look="quiet" onClick={close}>{words.cancel}</Button>
        <span className="flex-1" />
        {children}
      </div>
    </form>
  );
}
