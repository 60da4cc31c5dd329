"use client";

import { useEffect, useState } from "react";
import type { ErasableText, TextPlace } from "@/lib/domain/erase";
import type { Reach, TextsOf } from "@/lib/domain/erase-reach";
import type erase from "@/lib/texts/en/erase.json";
import { fill } from "../fill";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field, Input } from "../ui/field";
import type { EraseActions } from "./actions";
import { ReachOfErasing } from "./reach";

/** How long typing rests before it is searched for. */
const restMs = 250;

type Words = typeof erase;

/** For an instance's admin: chooses a text, says what erasing it takes and leaves, and erases it (decision rules §11). */
export function EraseText({ launch, of, name, words, actions, done }: { launch: string; of: TextsOf; name: string; words: Words; actions: EraseActions; done?: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="link min-h-6 text-ink-3 hover:text-ink pointer-coarse:min-h-11" aria-label={fill(words.openOf, { of: name })} onClick={() => setOpen(true)} data-screen-only>{words.open}</button>
      <Dialog open={open} onClose={() => setOpen(false)} title={words.title} close={words.close} wide>
        <Erasing launch={launch} of={of} words={words} actions={actions} close={() => setOpen(false)} done={done} />
      </Dialog>
    </>
  );
}

function Erasing({ launch, of, words, actions, close, done }: { launch: string; of: TextsOf; words: Words; actions: EraseActions; close: () => void; done: (() => void) | undefined }) {
  const [reach, setReach] = useState<{ place: TextPlace; reach: Reach } | null>(null);
  const [looking, setLooking] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const look = (place: TextPlace): void => {
    setLooking(true);
    setTrouble(null);
    actions.lookAtErasing({ launch, place }).then((told) => (told.allowed ? setReach({ place, reach: told.reach }) : setTrouble(told.sentence)))
      .catch(() => setTrouble(words.unreachable)).finally(() => setLooking(false));
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {reach ? (
        <ReachOfErasing key={JSON.stringify(reach.place)} launch={launch} place={reach.place} reach={reach.reach} words={words} actions={actions} look={look} back={() => setReach(null)} close={close} done={done} />
      ) : <Choosing launch={launch} of={of} words={words} actions={actions} choose={look} />}
      {looking ? <p role="status" className="text-note text-ink-3">{words.looking}</p> : null}
      {trouble ? <p role="alert" className="text-note text-stop">{trouble}</p> : null}
    </div>
  );
}

function Choosing({ launch, of, words, actions, choose }: { launch: string; of: TextsOf; words: Words; actions: EraseActions; choose: (place: TextPlace) => void }) {
  const [q, setQ] = useState("");
  const [told, tell] = useState<{ texts: ErasableText[]; more: boolean } | { sentence: string } | null>(null);
  const asked = JSON.stringify(of);
  useEffect(() => {
    let over = false;
    const timer = setTimeout(() => {
      // What was written as JSON just above is read again.
      actions.listErasable({ launch, of: JSON.parse(asked) as TextsOf, q }).then((answer) => {
        if (!over) tell(answer.allowed ? answer.listed : { sentence: answer.sentence });
      }).catch(() => {
        if (!over) tell({ sentence: words.unreachable });
      });
    }, q === "" ? 0 : restMs);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [actions, launch, asked, q, words.unreachable]);
  if (told === null) return <p role="status" className="text-note text-ink-3">{words.looking}</p>;
  if ("sentence" in told) return <p role="alert" className="text-note text-stop">{told.sentence}</p>;
  const nothing = told.texts.length === 0;
  return (
    <>
      {nothing && q === "" ? null : <Field id="erase-search" label={words.search}><Input id="erase-search" type="search" value={q} onChange={(event) => setQ(event.target.value)} maxLength={200} autoComplete="off" /></Field>}
      <p className="text-note font-medium">{nothing ? (q === "" ? words.none : words.noneFound) : words.choose}</p>
      <ul className="max-h-80 overflow-y-auto">
        {told.texts.map(({ place, entity, text }) => (
          <li key={JSON.stringify(place)} className="border-t border-line">
            <Button look="quiet" className="h-auto w-full !justify-start py-2 text-left !font-normal" onClick={() => choose(place)}>
              <span className="min-w-0 [overflow-wrap:anywhere]"><span className="text-ink-3">{words.entity[entity]}: </span>{text.length > 300 ? `${text.slice(0, 300)}…` : text}</span>
            </Button>
          </li>
        ))}
      </ul>
      {told.more ? <p className="text-small text-ink-3">{words.more}</p> : null}
    </>
  );
}
