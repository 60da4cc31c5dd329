import type { ReactNode } from "react";
import type { Note } from "@/lib/domain/state";
import { wordsOf } from "@/lib/texts/words";
import { fill } from "../fill";
import { dayWords } from "@/lib/texts/time-words";

/** What has been noted, newest first. */
export function Notes({ notes, people, zone, controls }: { controls: (note: Note) => ReactNode; notes: readonly Note[]; people: Readonly<Record<string, { name: string }>>; zone: string }) {
  const { notes: words, someone } = wordsOf("settings");
  if (notes.length === 0) return <p className="text-note text-ink-3">{words.none}</p>;
  return (
    <ul className="max-w-2xl">
      {notes.map((note) => (
        <li key={note.id} className="border-t border-line py-2.5">
          <p className="whitespace-pre-line [overflow-wrap:anywhere]"><span className="text-ink-3">{words.kinds[note.kind]} · </span>{note.text}</p>
          <p className="text-small text-ink-3">{fill(words.by, { name: note.authorId ? (people[note.authorId]?.name ?? someone) : words.document, when: dayWords(note.at, zone) })}</p>
          {controls(note)}
        </li>
      ))}
    </ul>
  );
}
