"use client";

import type { RetiredPart } from "@/lib/domain/structure-view";
import { count, fill } from "../fill";
import { Button } from "../ui/button";
import { InlineText } from "../ui/inline-text";
import type { StructureWords } from "./words";

/** So many stand open at first. */
const atFirst = 10;

/** What was taken out, newest first, each with its way back. */
export function RetiredList({ retired, whenOf, bringBack, busy, words }: {
  retired: readonly RetiredPart[]; whenOf: Readonly<Record<string, string>>; bringBack: (one: RetiredPart) => void; busy: boolean; words: StructureWords;
}) {
  const { retired: of, part } = words;
  const lines = (these: readonly RetiredPart[]) => (
    <ul>
      {these.map((one) => (
        <li key={`${one.part} ${one.id}`} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line py-2">
          <span className="min-w-0 flex-[1_1_16rem] wrap-anywhere">
            <InlineText text={one.words || words.noHeading} />
            <span className="block text-small text-ink-3">
              {fill(of.when, { part: part[one.part], when: whenOf[one.id] ?? "" })}{one.items > 0 ? `, ${count(of.with, one.items)}` : ""}{one.can ? "" : `, ${of.placeGone}`}
            </span>
          </span>
          {one.can ? <Button small aria-label={fill(of.backOf, { words: one.words || words.noHeading })} aria-disabled={busy} onClick={() => bringBack(one)}>{of.back}</Button> : null}
        </li>
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="retired-title" className="mt-10">
      <h2 id="retired-title" className="text-lead tracking-tight">{of.title}</h2>
      <p className="pb-2 text-note text-ink-3">{retired.length > 0 ? of.hint : of.none}</p>
      {lines(retired.slice(0, atFirst))}
      {retired.length > atFirst ? <details><summary className="py-2 text-note text-ink-2">+ {retired.length - atFirst}</summary>{lines(retired.slice(atFirst))}</details> : null}
    </section>
  );
}
