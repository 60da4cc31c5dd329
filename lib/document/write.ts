import { encode } from "./decode";
import { settleState, writeItemNotes } from "./item-notes";
import { itemsOf, type ItemState, type ReadItem, type Reading } from "./reading";
import { spliced, type Splice } from "./splice";
import type { DocumentView } from "./view";
import { footerSplices, noteSplices } from "./write-footer";
import { seatSplices } from "./write-seats";
import { wordsFor, type NoteWords } from "./words";

/**
 * The document with the view's state in it, spliced into the original text. Unchanged: the original itself. Changed:
 * only the lines concerned, with only `[ ]` and `[x]` as boxes and everything else as notes in words, in the
 * document's language. Reading it again gives the view's state, its words settled (`settleState`).
 */
export function writeDocument(reading: Reading, view: DocumentView): string {
  if (!view.changed) return reading.original;
  const word = wordsFor(reading.language);
  const splices = [
    ...itemsOf(reading).flatMap((item) => itemSplices(reading, item, view.items[item.key], word)),
    ...reading.seats.flatMap((seat) => seatSplices(reading, seat, view.seats[seat.key] ?? null, word)),
    ...(view.footer === null ? [] : footerSplices(reading, view.footer, word)),
    ...(view.notes === null ? [] : noteSplices(reading, view.notes, word)),
  ];
  return spliced(reading.original, splices);
}

/** The same as bytes: the original's encoding, byte order mark and line endings. */
export function writeBytes(reading: Reading, view: DocumentView): Uint8Array<ArrayBuffer> {
  return encode(writeDocument(reading, view), reading.encoding.name, reading.encoding.bom);
}

function itemSplices(reading: Reading, item: ReadItem, wanted: ItemState | undefined, word: NoteWords): Splice[] {
  if (!wanted) return [];
  const state = settleState(wanted);
  if (JSON.stringify(state) === JSON.stringify(settleState(item))) return [];
  const splices: Splice[] = [];
  const done = state.work === "done";
  if (done !== item.checked) splices.push(...boxSplices(reading.original, item, done));
  const { notes } = item.place;
  const text = writeItemNotes(state, item.conditional !== null, word);
  if (text !== reading.original.slice(notes.from, notes.to)) splices.push({ ...notes, text });
  return splices;
}

/** A box that is broken over two lines (`[` here, `]` there, which GitHub reads as a task) becomes whole. */
function boxSplices(original: string, item: ReadItem, done: boolean): Splice[] {
  const { box } = item.place;
  const inside = original.slice(box.from + 1, box.to - 1);
  return [{ ...box, text: `[${done ? "x" : " "}]${/[\r\n]/.test(inside) ? inside : ""}` }];
}

/** The view of a document that nobody changed; what a launch has become is laid over it. */
export function unchangedView(reading: Reading): DocumentView {
  const items = Object.fromEntries(itemsOf(reading).map((item) => [item.key, stateIn(item)]));
  return { changed: false, items, seats: {}, footer: null, notes: null };
}

function stateIn({ work, reason, applicability, applicabilityReason, waiver, owner, due, evidence }: ReadItem): ItemState {
  return { work, reason, applicability, applicabilityReason, waiver, owner, due, evidence };
}
