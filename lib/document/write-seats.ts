import { escapeNote, settle } from "./note-text";
import type { Reading, ReadSeat } from "./reading";
import type { Splice } from "./splice";
import type { SeatView } from "./view";
import type { NoteWords } from "./words";

/**
 * A sign-off line as the launch has it: filled in and ticked only for a valid go; any other position is a note on the
 * line, and a tick that no valid go stands behind is taken away. What the document says in its places stays there.
 */
export function seatSplices(reading: Reading, seat: ReadSeat, view: SeatView | null, word: NoteWords): Splice[] {
  const { box, name, date, notes } = seat.place;
  const signed = view !== null && view.valid && view.position === "go";
  const splices: Splice[] = [];
  const mark = reading.original.slice(box.from + 1, box.to - 1);
  const isTicked = /x/i.test(mark);
  if (signed !== isTicked) splices.push({ ...box, text: signed ? "[x]" : "[ ]" });
  if (signed) {
    splices.push({ ...name, text: written(view.name) });
    // Without a place for the date it stands behind the name.
    if (date.from > name.to) splices.push({ ...date, text: view.date });
  }
  const text = view === null || signed ? "" : noteOf(view, word);
  if (text !== reading.original.slice(notes.from, notes.to)) splices.push({ ...notes, text });
  return splices;
}

function noteOf(view: SeatView, word: NoteWords): string {
  const position = `${word.position[view.position]}${view.valid ? "" : `, ${word.stale}`}`;
  const reason = settle(view.reason);
  return ` — **${position}**: ${written(view.name)}, ${view.date}${reason === null ? "" : `: ${escapeNote(reason)}`}`;
}

function written(name: string): string {
  return escapeNote((settle(name) ?? "").replace(/\n/g, " "));
}
