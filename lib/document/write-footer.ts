import { dateIn } from "./dates";
import { escapeNote, settle } from "./note-text";
import { plain } from "./plain";
import type { MetaField, Reading } from "./reading";
import type { Splice } from "./splice";
import type { FooterView, NoteView } from "./view";
import type { NoteWords } from "./words";

const shapes = { go: "🟢", "conditional-go": "🟡", "no-go": "🔴" } as const;

/** Status, completion and dates where the document has a line for them, computed; nothing is added where it has none. */
export function footerSplices(reading: Reading, footer: FooterView, word: NoteWords): Splice[] {
  return reading.meta.places.flatMap(({ field, value: at }) => {
    const old = reading.original.slice(at.from, at.to);
    // A value in bold stays so.
    const [, emphasis = ""] = /^(\*{1,3}|_{1,3})\S.*\1$/s.exec(old) ?? [];
    const value = valueOf(field, footer, word, old);
    const text = value === old ? old : `${emphasis}${value}${emphasis}`;
    return text === old ? [] : [{ ...at, text }];
  });
}

function valueOf(field: MetaField, footer: FooterView, word: NoteWords, old: string): string {
  // The document's own words stay for a date that they mean, and for an open one.
  const said = dateIn(plain(old));
  const day = (date: string | null) => (date === said && old !== "" ? old : (date ?? word.toBeDecided));
  switch (field) {
    case "status": {
      const decorated = /\p{Extended_Pictographic}|ðŸ/u.test(old);
      return `${decorated ? `${shapes[footer.verdict]} ` : ""}${word.verdict[footer.verdict]}${footer.againstVerdict === true ? `, ${word.against}` : ""}`;
    }
    case "completion": return word.completion(footer.verified, footer.claimed);
    case "lastUpdated": case "statusDate": return footer.lastUpdated;
    case "nextReview": return day(footer.nextReview);
    case "targetGoLive": return day(footer.goLive);
  }
}

/** The notes of a launch, one after another, in the fence under "Notes"; a section of their own where there is none. */
export function noteSplices(reading: Reading, notes: readonly NoteView[], word: NoteWords): Splice[] {
  const { original, newline, notesPlace } = reading;
  const lines = notes.map((note) => noteLine(note, word, newline)).join("");
  if (notesPlace === null) {
    if (notes.length === 0) return [];
    const gap = /[\r\n]$/.test(original) ? "" : newline;
    const text = [`${gap}`, `## ${word.notes}`, "", "```"].join(newline);
    return [{ from: original.length, to: original.length, text: `${text}${newline}${lines}\`\`\`${newline}` }];
  }
  if (notes.length === 0 && reading.notes.length === 0) return [];
  return lines === original.slice(notesPlace.from, notesPlace.to) ? [] : [{ ...notesPlace, text: lines }];
}

function noteLine(note: NoteView, word: NoteWords, newline: string): string {
  const about = [note.date, settle(note.author)].filter((part) => part !== null).join(", ").replace(/[()\n]/g, " ");
  const text = (settle(note.text) ?? "").split("\n").map((line) => guarded(line)).join(`${newline}  `);
  return `${word.note[note.kind]}${about === "" ? "" : ` (${about})`}: ${text}${newline}`;
}

/** A line of a note can be anything but the end of the fence it stands in. */
function guarded(line: string): string {
  return line.replace(/^(\s*)(`{3,}|~{3,})/, (_all, blanks: string, run: string) => `${blanks}${escapeNote(run.slice(0, 2))} ${run.slice(2)}`);
}
