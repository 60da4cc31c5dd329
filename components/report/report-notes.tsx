import type { NotesPart } from "@/lib/report/report";

/** Exceptions, risks and considerations, each with who noted it and when. */
export function ReportNotes({ part: { groups, empty } }: { part: NotesPart }) {
  if (groups.length === 0) return <p className="border-t border-line py-2 text-ink-2">{empty}</p>;
  return groups.map(({ key, title, notes }) => (
    <div key={key} className="border-t border-line py-2 text-note">
      <h3 className="text-note">{title}</h3>
      <ul>{notes.map((note) => <li key={note.key} className="mt-1 whitespace-pre-line">{note.text} <span className="text-ink-3">({note.by})</span></li>)}</ul>
    </div>
  ));
}
