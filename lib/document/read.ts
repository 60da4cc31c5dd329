import { onceEach } from "@/lib/domain/once-each";
import { judgeBrackets } from "./brackets";
import { offersIn, saidOf, type Offer } from "./choices";
import { claimsIn, withoutClaims } from "./claims";
import { decode } from "./decode";
import { readNotes } from "./document-notes";
import { doubtsOf } from "./doubts";
import { findingsOf } from "./findings";
import { readFrontMatter } from "./front-matter";
import { buildSections, wordsOf, type Source } from "./items";
import { slug } from "./keys";
import { languageOf } from "./language";
import { judgeBytes, judgeText, limits } from "./limits";
import { lineAt, linesOf, newlineOf } from "./lines";
import { locate, type LocatedTask } from "./locate";
import { readMeta } from "./meta";
import { isDamaged, mend } from "./mojibake";
import { headingsOf, outlineOf, type Heading } from "./outline";
import { numbered } from "./plain";
import { itemsOf, type ChoiceKind, type EncodingInfo, type Reading, type ReadSeat, type Span } from "./reading";
import type { Said } from "./said";
import { refuse, type Refused } from "./refusal";
import { isSignOffHeading, readSeatLine } from "./seats";
import { headingWindows } from "./window";

export type ReadOutcome = { ok: true; reading: Reading } | Refused;

export interface ReadOptions {
  /** Ids of choices to be read as items; those that the document does not offer are passed over. */
  take?: readonly string[];
}

/**
 * Reads a Markdown checklist: every GitHub task is one item at its line, or a sign-off line. Never throws; what is too
 * large, binary or in an unknown encoding is refused with a sentence (limits: trust.md §9). Offsets in the reading are
 * those of `reading.original`, which holds the decoded text unchanged.
 */
export function readDocument(bytes: Uint8Array, options: ReadOptions = {}): ReadOutcome {
  const tooLarge = judgeBytes(bytes);
  if (tooLarge) return tooLarge;
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const lines = linesOf(decoded.text);
  const beyond = judgeText(decoded.text, lines) ?? judgeBrackets(decoded.text, lines);
  if (beyond) return beyond;
  const reading = readText(decoded.text, { name: decoded.name, bom: decoded.bom }, new Set(options.take));
  const { sections, items } = reading.counts;
  if (sections > limits.sections) return refuse("too-many-sections", `This file has ${sections} sections; at most ${limits.sections} can be imported. Split it.`);
  if (items > limits.items) return refuse("too-many-items", `This file has ${items} items; at most ${limits.items} can be imported. Split it.`);
  return { ok: true, reading };
}

function readText(text: string, from: Pick<EncodingInfo, "name" | "bom">, take: ReadonlySet<string>): Reading {
  const lines = linesOf(text);
  const damaged = isDamaged(text);
  const mended = (words: string) => (damaged ? mend(words, true).text : words);
  const source: Source = { text, lines, mended };
  const front = readFrontMatter(text, lines);
  const located = locate(text, lines, front.lines);
  const written = headingsOf(text, located.headings, mended);
  const claims = claimsIn({ text, lines, located, headings: written, mended });
  const headings = withoutClaims(written, claims, text, lines, mended);
  const bare = outlineOf(headings, located.tasks.map((task) => task.line), front.title);
  const offers = offersIn({ text, lines, located, headings, title: bare.title, above: bare.above, mended });
  const taken = offers.filter(({ choice }) => take.has(choice.id));
  const takes = (kind: ChoiceKind) => taken.some(({ choice }) => choice.kind === kind);
  const tasks = withTaken(located.tasks, taken).map((task) => ({
    ...task, ...(takes("notes") && !task.said ? saidWith(saidOf({ text, located, mended }, task)) : {}), ...(takes("should") ? { advised: true } : {}),
  }));
  const outline = outlineOf(headings, tasks.map((task) => task.line), front.title);
  const over = headingParents(tasks, headings);
  // A heading that is its items' parent stands among them.
  const above = (line: number) => outline.above(over.has(line) ? line + 0.5 : line);
  const { seats: lined, rest } = partTasks(source, underHeadings(tasks, over), above);
  const seats = keyed([...lined, ...taken.flatMap((offer) => offer.seats.map((seat) => ({ ...seat, team: seat.team ?? teamOfPlace(outline.above(seat.line), seat.role) })))]);
  const windows = new Map([...headingWindows(headings), ...taken.flatMap((offer) => offer.windows)]);
  const sections = buildSections(source, rest, above, windows);
  const items = itemsOf({ sections });
  const encoding = { ...from, ...symbols(text, damaged, (offset) => lineAt(lines, offset)) };
  const meta = readMeta(text, lines, located, mended, front.values, claims);
  const { notes, place: notesPlace } = readNotes(text, lines, headings, located.blocks, mended);
  return {
    title: outline.title, language: languageOf(text), newline: newlineOf(text), encoding, original: text,
    sections, seats, meta, claims, notes, notesPlace,
    findings: findingsOf({ items, seats, meta, claims, encoding, lines: new Set(tasks.map((task) => task.line)), doubts: doubtsOf({ text, lines, located, mended, above: outline.above }, offers, seats, meta) }, text, lines, located),
    choices: offers.map(({ choice }) => choice), taken: taken.map(({ choice }) => choice.id),
    headings: headings.map(({ line, depth }) => ({ line, depth })),
    counts: {
      sections: sections.length, groups: sections.reduce((sum, section) => sum + section.groups.length, 0), items: items.length,
      seats: seats.length, tasks: located.tasks.length, checked: located.tasks.filter((task) => task.checked).length,
    },
  };
}

/** GitHub's tasks and what was taken besides, by line; parents are found again by where they stand now. */
function withTaken(tasks: LocatedTask[], taken: readonly Offer[]): LocatedTask[] {
  if (taken.length === 0) return tasks;
  // One line can be offered by itself and with all of its kind.
  const added = new Map(taken.flatMap((offer) => offer.tasks).map((task) => [task.box.from, task]));
  const all = [...tasks, ...added.values()].sort((one, other) => one.line - other.line || one.box.from - other.box.from);
  const places = new Map(all.map((task, at) => [task, at]));
  return all.map((task) => {
    const parent = task.parent === null ? undefined : tasks[task.parent];
    return { ...task, parent: parent === undefined ? null : (places.get(parent) ?? null) };
  });
}

/** By the line of a heading that is an item and has items right under it: where those end. */
function headingParents(tasks: readonly LocatedTask[], headings: readonly Heading[]): Map<number, number> {
  return new Map(tasks.filter((task) => task.heading).flatMap(({ line }) => {
    const end = headings.find((heading) => heading.line > line)?.line ?? Infinity;
    return tasks.some((task) => task.line > line && task.line < end) ? [[line, end] as const] : [];
  }));
}

/** The heading's item is the parent of what stands right under it (decision rules §1): one thing, not an item beside its own group. */
function underHeadings(tasks: LocatedTask[], over: ReadonlyMap<number, number>): LocatedTask[] {
  if (over.size === 0) return tasks;
  return tasks.map((task) => {
    const parent = task.parent === null && !task.heading ? tasks.findLastIndex((other) => other.line < task.line && task.line < (over.get(other.line) ?? 0)) : -1;
    return parent < 0 ? task : { ...task, parent };
  });
}

function symbols(text: string, damaged: boolean, lineOf: (offset: number) => number): Pick<EncodingInfo, "repaired" | "lost"> {
  if (!damaged) return { repaired: [], lost: [] };
  const { repaired, lost } = mend(text, true);
  return {
    repaired: repaired.map(({ at, from, to }) => ({ line: lineOf(at), from, to })),
    lost: lost.map(({ at, text: left }) => ({ line: lineOf(at), text: left })),
  };
}

/** Only where something is said: else the item has no such words. */
function saidWith({ owner, due }: Said): Pick<LocatedTask, "said"> {
  return owner === null && due === null ? {} : { said: { owner, due } };
}

type Unkeyed = Omit<ReadSeat, "key">;

/** Seats in the document's order, each with its own key. */
function keyed(seats: Unkeyed[]): ReadSeat[] {
  const once = onceEach();
  return seats.sort((one, other) => one.line - other.line || one.place.name.from - other.place.name.from)
    .map((seat) => ({ key: once([slug(seat.team), slug(seat.role) || "seat"].filter((part) => part !== "").join("/")), ...seat }));
}

interface Parted { seats: Unkeyed[]; rest: { task: LocatedTask; index: number; words: ReturnType<typeof wordsOf> }[] }

/** Sign-off lines apart from items: every task is one or the other. */
function partTasks(source: Source, tasks: LocatedTask[], above: (line: number) => Heading[]): Parted {
  const parted: Parted = { seats: [], rest: [] };
  for (const [index, task] of tasks.entries()) {
    const words = wordsOf(source, task);
    const seat = seatOf(source, task, words.place.notes, above(task.line));
    if (seat) parted.seats.push(seat);
    else parted.rest.push({ task, index, words });
  }
  return parted;
}

function seatOf(source: Source, task: LocatedTask, itemNotes: Span, path: Heading[]): Unkeyed | null {
  const lineEnd = source.lines[task.line - 1]?.to ?? task.words.to;
  // An item's own notes can hold anything, a date and a place to sign included.
  const end = itemNotes.to > itemNotes.from ? Math.min(itemNotes.from, lineEnd) : lineEnd;
  const found = readSeatLine(source.text.slice(task.box.to, end), isSignOffHeading(path.map((heading) => heading.words)));
  if (!found) return null;
  const moved = ({ from, to }: { from: number; to: number }) => ({ from: task.box.to + from, to: task.box.to + to });
  const { name, date, notes } = found.at;
  return {
    team: teamOf(path, found.role), role: source.mended(found.role), line: task.line, checked: task.checked, name: found.name && source.mended(found.name), date: found.date, position: found.position,
    place: { box: task.box, name: moved(name), date: moved(date), notes: moved(notes), lineEnd },
  };
}

/** A place to sign that stands anywhere says nothing of a team. */
function teamOfPlace(path: readonly Heading[], role: string): string {
  return isSignOffHeading(path.map((heading) => heading.words)) ? teamOf(path, role) : "";
}

/** The heading over a place to sign names its team, unless it says no more than that people sign here, or is the role. */
function teamOf(path: readonly Heading[], role: string): string {
  const own = path.at(-1)?.words;
  const title = own === undefined || isSignOffHeading([own]) ? "" : numbered(own).title;
  return title.toLowerCase() === role.toLowerCase() ? "" : title;
}
