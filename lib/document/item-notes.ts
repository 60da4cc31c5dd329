import { works, type Applicability, type Work } from "@/lib/domain/state";
import { dayOf } from "./day";
import { heldNotes, nothingHeld, settleHeld, targetIn, windowNamed, type HeldNotes } from "./held";
import { escapeNote, escapeUrl, settle, settleUrl, unescapeNote } from "./note-text";
import { languages, type ClaimedWaiver, type EvidenceLink, type Held, type ItemState } from "./reading";
import { words, type NoteWords } from "./words";

/** What the notes on one line say; a field is `null` or empty when none speaks of it. */
export interface ItemNotes {
  /** Where the notes begin in the given text; its length when there are none. */
  from: number;
  work: Work | null;
  reason: string | null;
  applicability: Applicability | null;
  applicabilityReason: string | null;
  waiver: ClaimedWaiver | null;
  owner: string | null;
  due: string | null;
  /** "— **Owner**: —": nobody, against what the words before it say; the same of the date. */
  noOwner: boolean;
  noDue: boolean;
  evidence: EvidenceLink[];
  held: HeldNotes;
}

/** Stands for nobody and no day. */
const none = "—";

type Reader = (notes: ItemNotes, value: string | null, until: string | null) => boolean;

const readers = new Map<string, Reader>();
for (const language of languages) {
  const word = words[language];
  const put = (name: string, reader: Reader) => readers.set(name.toLowerCase(), reader);
  for (const work of works) put(word.work[work], (notes, value) => { notes.work = work; notes.reason = value; return true; });
  const applicability = (name: string, which: Applicability) =>
    put(name, (notes, value) => { notes.applicability = which; notes.applicabilityReason = value; return true; });
  applicability(word.applies, "applies");
  applicability(word.undecided, "undecided");
  applicability(word.notApplicable, "not-applicable");
  const waiver = (name: string, state: ClaimedWaiver["state"]) =>
    put(name, (notes, value, until) => { notes.waiver = { state, until, reason: value, control: null }; return true; });
  waiver(word.waived, "active");
  waiver(word.waiverRequested, "requested");
  put(word.control, (notes, value) => { if (notes.waiver) notes.waiver.control = value; return notes.waiver !== null; });
  put(word.owner, (notes, value) => { notes.noOwner = value === none; notes.owner = value === none ? null : value; return value !== null; });
  put(word.due, (notes, value) => { notes.noDue = value === none; notes.due = value === null ? null : dayOf(value); return notes.due !== null || notes.noDue; });
  put(word.evidence, readEvidence);
  const required = (name: string, is: boolean) => put(name, (notes, value) => { notes.held.required = is; notes.held.requiredReason = value; return true; });
  required(word.required, true);
  required(word.advisory, false);
  put(word.when, (notes, value) => { notes.held.window = windowNamed(value); return notes.held.window !== null; });
  put(word.target, (notes, value) => { notes.held.target = targetIn(value); return notes.held.target !== null; });
}
const untils = languages.map((language) => words[language].until).join("|");
const separator = /(?:^|[ \t]+)[—–][ \t]+\*\*([^*]{1,60})\*\*/g;
const dated = new RegExp(`^(.*) (?:${untils}) (\\d{4}-\\d{2}-\\d{2})$`, "i");
const link = /^\[((?:\\.|[^\]\\])*)\]\(((?:\\.|[^()\\\s])*)\)(?: \((\d{4}-\d{2}-\d{2})\))?(?:,\s*|$)/;

interface Mark { from: number; to: number; reader: Reader; until: string | null }

/**
 * Reads the notes at the end of an item's line: ` — **Blocked**: reason`, one after another. What does not fit the
 * form ("— **Blocked** by legal") is the item's own words. `alone`: no other line holds words of the item; then the
 * first note of a line that begins with one is its words, for without any it would be no task.
 */
export function readItemNotes(text: string, alone = false): ItemNotes {
  const marks = marksIn(text);
  const skip = alone && /^[ \t]*$/.test(text.slice(0, marks[0]?.from)) ? 1 : 0;
  for (let first = skip; first < marks.length; first += 1) {
    const notes = readFrom(text, marks, first);
    if (notes) return notes;
  }
  return nothing(text.length);
}

function nothing(from: number): ItemNotes {
  return { from, work: null, reason: null, applicability: null, applicabilityReason: null, waiver: null, owner: null, due: null, noOwner: false, noDue: false, evidence: [], held: { ...nothingHeld } };
}

function marksIn(text: string): Mark[] {
  const marks: Mark[] = [];
  for (const found of text.matchAll(separator)) {
    const [, name = "", until = null] = dated.exec(found[1] ?? "") ?? [null, found[1] ?? ""];
    const reader = readers.get(name.trim().toLowerCase());
    const to = found.index + found[0].length;
    if (reader && /^(?::|[ \t]*$|[ \t]+[—–][ \t]+\*\*)/.test(text.slice(to, to + 12))) marks.push({ from: found.index, to, reader, until });
  }
  return marks;
}

function readFrom(text: string, marks: Mark[], first: number): ItemNotes | null {
  const notes = nothing(marks[first]?.from ?? text.length);
  for (let index = first; index < marks.length; index += 1) {
    const mark = marks[index];
    if (!mark) return null;
    const value = text.slice(mark.to, marks[index + 1]?.from ?? text.length).replace(/^:/, "");
    const raw = mark.reader === readEvidence ? settle(value) : settle(unescapeNote(value));
    if (!mark.reader(notes, raw, mark.until)) return null;
  }
  return notes;
}

function readEvidence(notes: ItemNotes, value: string | null): boolean {
  let rest = value ?? "";
  const links: EvidenceLink[] = [];
  while (rest !== "") {
    const bare = /^(https?:\/\/[^\s,]+)(?:,\s*|$)/.exec(rest);
    const found = bare ?? link.exec(rest);
    const url = settleUrl(unescapeNote((bare ? bare[1] : found?.[2]) ?? ""));
    if (!found || url === null) return false;
    const title = bare ? url : settle(unescapeNote(found[1] ?? "")) ?? url;
    links.push({ title, url, on: bare ? null : dayOf(found[3] ?? "") });
    rest = rest.slice(found[0].length);
  }
  notes.evidence.push(...links);
  return links.length > 0;
}

/** What applies when no note speaks of it: a conditional item is undecided until it is ticked (decision rules §2). */
export function defaultApplicability(conditional: boolean, work: Work): Applicability {
  return conditional && work !== "done" ? "undecided" : "applies";
}

/** What an item's own words say of its owner and date, where that is read (by choice): a note is written only against it. */
export interface SaidNotes { owner: string | null; due: string | null }
const unsaid: SaidNotes = { owner: null, due: null };

/** The state of an item from its box and its notes. The box decides `done`: people tick it on GitHub. */
export function stateOf(checked: boolean, conditional: boolean, notes: ItemNotes, said: SaidNotes = unsaid): ItemState {
  const open = notes.work === null || notes.work === "done" ? "todo" : notes.work;
  const work = checked ? "done" : open;
  const keepsReason = notes.work === work;
  return {
    work,
    reason: keepsReason ? notes.reason : null,
    applicability: notes.applicability ?? defaultApplicability(conditional, work),
    applicabilityReason: notes.applicabilityReason,
    waiver: notes.waiver,
    owner: notes.owner ?? (notes.noOwner ? null : said.owner),
    due: notes.due ?? (notes.noDue ? null : said.due),
    evidence: notes.evidence,
  };
}

/** What an item's words and place say by themselves, and those words: what is held against them needs a note. */
export interface OwnWords { text: string; own: Held }

/**
 * A state as it can be written: words settled, addresses that are no http(s) left out, days that exist. What it is held to
 * stays only where that is against the item's own words; without these it is left out.
 */
export function settleState(state: ItemState, words?: OwnWords): ItemState {
  const evidence = state.evidence.flatMap(({ title, url, on }) => {
    const settled = settleUrl(url);
    if (settled === null) return [];
    return [{ title: settle(settle(title)?.replace(/\n/g, " ") ?? null) ?? settled, url: settled, on: on === null ? null : dayOf(on) }];
  });
  const waiver = state.waiver && {
    state: state.waiver.state, until: state.waiver.until === null ? null : dayOf(state.waiver.until),
    reason: settle(state.waiver.reason), control: settle(state.waiver.control),
  };
  const held = words === undefined ? null : settleHeld(state.held, words.own, words.text);
  return {
    work: state.work, reason: settle(state.reason), applicability: state.applicability,
    applicabilityReason: settle(state.applicabilityReason), waiver, owner: settle(state.owner) === none ? null : settle(state.owner),
    due: state.due === null ? null : dayOf(state.due), evidence, ...(held === null ? {} : { held }),
  };
}

/** The notes that say what the box cannot, for a settled state; empty when the box says it all. */
export function writeItemNotes(state: ItemState, conditional: boolean, word: NoteWords, said: SaidNotes = unsaid, words?: OwnWords): string {
  const notes: string[] = [];
  const note = (name: string, value: string | null) => notes.push(` — **${name}**${value === null ? "" : `: ${escapeNote(value)}`}`);
  const names: Record<Applicability, string> = { applies: word.applies, undecided: word.undecided, "not-applicable": word.notApplicable };
  if (state.applicability !== defaultApplicability(conditional, state.work) || state.applicabilityReason !== null) {
    note(names[state.applicability], state.applicabilityReason);
  }
  if (state.work === "blocked" || state.work === "in-progress" || state.reason !== null) note(word.work[state.work], state.reason);
  for (const [name, value] of words === undefined ? [] : heldNotes(state.held ?? null, words.own, words.text, word)) note(name, value);
  if (state.waiver) {
    const { until, reason, control } = state.waiver;
    const name = state.waiver.state === "active" ? word.waived : word.waiverRequested;
    note(until === null ? name : `${name} ${word.until} ${until}`, reason);
    if (control !== null) note(word.control, control);
  }
  if (state.owner !== said.owner) note(word.owner, state.owner ?? none);
  if (state.due !== said.due) note(word.due, state.due ?? none);
  if (state.evidence.length > 0) {
    const links = state.evidence.map(({ title, url, on }) => `[${escapeNote(title)}](${escapeUrl(url)})${on === null ? "" : ` (${on})`}`);
    notes.push(` — **${word.evidence}**: ${links.join(", ")}`);
  }
  return notes.join("");
}
