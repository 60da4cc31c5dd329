import { arranged, remade } from "./arranged";
import { carriedChoices } from "./carry-choices";
import { encode } from "./decode";
import { isOwnOutline, outlineIn, settleWords, shapeIn, wantedWords, wordsIn } from "./outline-of";
import { readDocument } from "./read";
import { writeAtEnd } from "./write-at-end";
import { writeStructure } from "./write-structure";
import { ownOf } from "./held";
import { settleState, writeItemNotes } from "./item-notes";
import { itemsOf, type ItemState, type ReadItem, type Reading } from "./reading";
import { spliced, type Splice } from "./splice";
import { newSeat, type DocumentView, type OutlineItem, type OutlineSeat, type OutlineSection } from "./view";
import { claimSplices } from "./write-claims";
import { footerSplices, noteSplices } from "./write-footer";
import { isOwnSeats, showsSeats, writeSeatLines } from "./write-seat-lines";
import { seatSplices } from "./write-seats";
import { wordsFor, type NoteWords } from "./words";

/**
 * The document with the view's state in it, spliced into the original text. Unchanged: the original itself. Changed:
 * only the lines concerned, with only `[ ]` and `[x]` as boxes and everything else as notes in words, in the
 * document's language. Reading it again gives the view's state, its words settled (`settleState`).
 */
export function writeDocument(reading: Reading, view: DocumentView): string {
  if (!view.changed) return reading.original;
  if (view.seatOutline !== undefined) return writeSeatOutline(reading, view, view.seatOutline);
  if (view.outline !== undefined && !isOwnOutline(reading, view.outline)) return writeOutline(reading, view, view.outline);
  const word = wordsFor(reading.language);
  const splices = [
    ...itemsOf(reading).flatMap((item) => itemSplices(reading, item, view.items[item.key], word)),
    ...reading.seats.flatMap((seat) => seatSplices(reading, seat, view.seats[seat.key] ?? null, word)),
    ...(view.footer === null ? [] : [...footerSplices(reading, view.footer, word), ...claimSplices(reading, view.items, view.footer, word)]),
    ...(view.notes === null ? [] : noteSplices(reading, view.notes, word)),
  ];
  return spliced(reading.original, splices);
}

/** Whether the document can hold these sign-off lines where they belong. */
export function holdsSeats(reading: Reading, wanted: readonly OutlineSeat[]): boolean {
  return isOwnSeats(reading, wanted) || withSeats(reading, wanted) !== null;
}

/** The document with other sign-off lines, read again; `null` where they read as anything else, or an item does. */
function withSeats(reading: Reading, wanted: readonly OutlineSeat[]): Reading | null {
  const next = readAgain(reading, writeSeatLines(reading, wanted));
  const same = next !== null && showsSeats(next, wanted) && JSON.stringify(itemsOf(next).map(({ key }) => key)) === JSON.stringify(itemsOf(reading).map(({ key }) => key));
  return same ? next : null;
}

/** First the sign-off lines, then everything else into what that reads as. A document that cannot hold them keeps its own. */
function writeSeatOutline(reading: Reading, view: DocumentView, wanted: readonly OutlineSeat[]): string {
  const { seatOutline: _, ...rest } = view;
  const next = isOwnSeats(reading, wanted) ? null : withSeats(reading, wanted);
  if (next === null) return writeDocument(reading, rest);
  const seats = next.seats.map((seat, at) => [seat.key, view.seats[wanted[at]?.from ?? newSeat(at)] ?? null] as const);
  return writeDocument(next, { ...rest, seats: Object.fromEntries(seats) });
}

interface Structured { reading: Reading; /** Nesting and headings are as wanted, too. */ whole: boolean }

/** The structure as it can be written in place, read again from the text; `null` where the words do not come back in their order. */
function structured(reading: Reading, outline: readonly OutlineSection[]): Structured | null {
  const [wanted, shape] = [wantedWords(outline), shapeIn(outline)];
  const ways = [() => arranged(reading, outline, (text) => readAgain(reading, text)), () => ({ reading, outline: remade(reading, outline) })];
  let best: Structured | null = null;
  for (const way of ways) {
    const one = way();
    const again = readAgain(reading, writeStructure(one.reading, one.outline));
    if (again === null || !sameWords(wordsIn(again), wanted)) continue;
    if (shapeIn(outlineIn(again)) === shape) return { reading: again, whole: true };
    best ??= { reading: again, whole: false };
  }
  return best;
}

/** Whether the document can hold an outline where it belongs, or only behind all other items. */
export function holdsOutline(reading: Reading, outline: readonly OutlineSection[]): boolean {
  return isOwnOutline(reading, outline) || structured(reading, outline)?.whole === true;
}

/**
 * First the structure, then the state into what that reads as. Where an edit in place reads back as something else (no
 * document is too strange to try), what is not where it belongs stands behind all other items, under its own headings.
 */
function writeOutline(reading: Reading, view: DocumentView, outline: readonly OutlineSection[]): string {
  const { outline: _, ...rest } = view;
  const exact = structured(reading, outline);
  const next = exact?.reading ?? readAgain(reading, writeAtEnd(reading, outline));
  if (next === null) return writeDocument(reading, rest);
  const states = new Map<string, ItemState>();
  const items = outline.flatMap((section) => section.groups.flatMap((group) => group.items));
  const read = itemsOf(next);
  // What takes on another form keeps its state also where the view is silent.
  const own = new Map(itemsOf(reading).map((item) => [item.key, item]));
  const order = exact !== null ? items : matchedByWords(read, items);
  for (const [at, item] of read.entries()) {
    const asked = order[at];
    const was = own.get(asked?.from ?? "");
    const state = asked && ((asked.from === null ? null : view.items[asked.from]) ?? (was ? stateIn(was) : asked.state));
    if (state) states.set(item.key, state);
  }
  const seats = Object.fromEntries(next.seats.flatMap((seat, at) => {
    const before = reading.seats[at];
    return before ? [[seat.key, view.seats[before.key] ?? null] as const] : [];
  }));
  return writeDocument(next, { ...rest, items: Object.fromEntries(states), seats });
}

function readAgain(reading: Reading, text: string): Reading | null {
  const bytes = encode(text, reading.encoding.name, reading.encoding.bom);
  const outcome = readDocument(bytes);
  if (!outcome.ok || reading.taken.length === 0) return outcome.ok ? outcome.reading : null;
  // As long as the same kinds stand in the same order they are the same choices, however their words were changed.
  const { choices } = outcome.reading;
  const kinds = (of: Reading["choices"]) => of.map(({ kind }) => kind).join();
  const taken = new Set(reading.taken);
  const same = kinds(choices) === kinds(reading.choices);
  const again = readDocument(bytes, { take: same ? choices.filter((_, at) => taken.has(reading.choices[at]?.id ?? "")).map(({ id }) => id) : carriedChoices(reading, outcome.reading) });
  return again.ok ? again.reading : null;
}

function sameWords(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((words, at) => words === other[at]);
}

function matchedByWords(read: readonly ReadItem[], wanted: readonly OutlineItem[]): (OutlineItem | undefined)[] {
  const rest = [...wanted];
  return read.map((item) => {
    const at = rest.findIndex((one) => settleWords(one.text) === settleWords(item.text));
    return at < 0 ? undefined : rest.splice(at, 1)[0];
  });
}

/** The same as bytes: the original's encoding, byte order mark and line endings. */
export function writeBytes(reading: Reading, view: DocumentView): Uint8Array<ArrayBuffer> {
  return encode(writeDocument(reading, view), reading.encoding.name, reading.encoding.bom);
}

function itemSplices(reading: Reading, item: ReadItem, wanted: ItemState | undefined, word: NoteWords): Splice[] {
  if (!wanted) return [];
  const words = { text: item.text, own: ownOf(item) };
  const was = settleState(item, words);
  // A view that does not say what an item is held to leaves it as the line has it.
  const state = settleState(item.held === undefined || wanted.held !== undefined ? wanted : { ...wanted, held: item.held }, words);
  if (JSON.stringify(state) === JSON.stringify(was)) return [];
  const splices: Splice[] = [];
  const done = state.work === "done";
  const { marks } = item.place;
  if (marks && (was.work !== state.work || was.applicability !== state.applicability)) splices.push({ ...item.place.box, text: done ? marks.done : marks.open });
  else if (!marks && done !== item.checked) splices.push(...boxSplices(reading.original, item, done));
  const { notes } = item.place;
  const text = writeItemNotes(state, item.conditional !== null, word, item.said, words);
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

function stateIn({ work, reason, applicability, applicabilityReason, waiver, owner, due, evidence, held }: ReadItem): ItemState {
  return { work, reason, applicability, applicabilityReason, waiver, owner, due, evidence, ...(held ? { held } : {}) };
}
