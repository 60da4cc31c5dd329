import { escapeNote, settle } from "./note-text";
import type { Reading, ReadSeat, Span } from "./reading";
import type { Splice } from "./splice";
import type { SeatView } from "./view";
import type { NoteWords } from "./words";

/**
 * A sign-off line as the launch has it: filled in and ticked only for a valid go; any other position is a note on the
 * line, and a tick that no valid go stands behind is taken away. What the document says in its places stays there.
 */
export function seatSplices(reading: Reading, seat: ReadSeat, view: SeatView | null, word: NoteWords): Splice[] {
  const { box, name, date, notes, also, decision } = seat.place;
  const signed = view !== null && view.valid && view.position === "go";
  const splices: Splice[] = [];
  if (box !== null && signed !== /x/i.test(reading.original.slice(box.from + 1, box.to - 1))) splices.push({ ...box, text: signed ? "[x]" : "[ ]" });
  const put = (place: Span, text: string) => splices.push(seat.place.cells ? inCell(reading.original, place, text) : { ...place, text });
  if (signed) {
    put(name, written(view.name));
    if (also) put(also, written(view.name));
    // Without a place for the date it stands behind the name.
    if (date.from !== name.to) put(date, view.date);
    if (decision) put(decision, word.position[view.position]);
  }
  const text = view === null || signed ? "" : noteOf(view, word);
  if (text !== reading.original.slice(notes.from, notes.to)) splices.push({ ...notes, text });
  return splices;
}

/** Words in a table's cell, in place of as many blanks behind it as they need, so that its borders stay in line. */
function inCell(original: string, { from, to }: Span, text: string): Splice {
  let end = to;
  const begins = /[ \t]/.test(original.charAt(from - 1)) ? "" : " ";
  while (end - from < begins.length + text.length && original.charAt(end) === " " && original.charAt(end + 1) === " ") end += 1;
  const ends = /[ \t\r\n]|^$/.test(original.charAt(end)) ? "" : " ";
  return { from, to: end, text: `${begins}${text.padEnd(end - from)}${ends}` };
}

function noteOf(view: SeatView, word: NoteWords): string {
  const position = `${word.position[view.position]}${view.valid ? "" : `, ${word.stale}`}`;
  const reason = settle(view.reason);
  return ` — **${position}**: ${written(view.name)}, ${view.date}${reason === null ? "" : `: ${escapeNote(reason)}`}`;
}

function written(name: string): string {
  return escapeNote((settle(name) ?? "").replace(/\n/g, " "));
}
