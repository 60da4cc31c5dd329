import { positions, type Position } from "@/lib/domain/state";
import { settle, unescapeNote } from "./note-text";
import { languages, type ReadSeat, type Span } from "./reading";
import { plain, undecorated } from "./plain";
import { words } from "./words";

/** Headings under which people sign. */
const signOff = /\bsign[-‐ ]?offs?\b|\bapprovals?\b|\bsignatures?\b|(?<!\p{L})(?:firmas?|aprobaci[oó]n(?:es)?|visto bueno|conformidad|freigaben?|abnahme|unterschrift(?:en)?|approbations?|assinaturas?|aprovaç(?:ão|ões))(?!\p{L})|承認|署名|التوقيع|الموافقات/iu;
const dateWord = "(?:date|fecha|datum|日付|التاريخ)";
const line = new RegExp(String.raw`^(?<lead>\s*(?:\*\*|__)?)(?<role>[^:_*|]{2,60}?)\s*(?:\*\*|__)?\s*:\s*(?:\*\*)?\s*(?<name>.*?)(?:[\s,;|/–—-]*(?:\*\*)?${dateWord}(?:\*\*)?\s*:\s*(?:\*\*)?\s*(?<date>.*?))?\s*$`, "iud");
/** "QA Lead ________ Date ______", without colons. */
const bare = new RegExp(String.raw`^(?<lead>\s*(?:\*\*|__)?)(?<role>\p{L}[^:_*|]{1,60}?)\s*(?:\*\*)?\s+(?<name>_{3,})(?:[\s,;|/–—-]*${dateWord}\s*:?\s*(?<date>.*?))?\s*$`, "iud");
/** Words before a place to sign that say what is signed there, whatever stands around it. */
const signedBy = /^(?:approved|signed(?: off)?|sign[- ]?off|authori[sz]ed|accepted|aprobado|firmado|autorizado|conforme)(?: by| por)?(?: \([^)]*\))?$/iu;
const blank = /^[_.\s…]*$/;
/** A place to be filled in: lines, "[Name]", "<date>", "TBD", an empty box. */
const placeholder = /^[*_\s]*(?:[_.\s…—–-]*|\[[^\]]*\]|<[^>]*>|tbd|tba|pending|pendiente|☐|⬜|[MDY]{2,4}[/-][MDY]{2,4}(?:[/-][MDY]{2,4})?)[*_\s]*$/iu;
const hasRun = /_{3,}|\.{5,}|…{2,}/;

const positionWords = new Map<string, Position>();
for (const language of languages) for (const position of positions) positionWords.set(words[language].position[position].toLowerCase(), position);
const note = /[ \t]+[—–][ \t]+\*\*([^*,]{1,40})(?:, [^*]{1,40})?\*\*(?:: .*)?$/;

export function isSignOffHeading(headings: string[]): boolean {
  return headings.some((heading) => signOff.test(heading));
}

export interface SeatLine { role: string; name: string | null; date: string | null; position: Position | null; at: { name: Span; date: Span; notes: Span } }

/**
 * Reads a task as a sign-off line: "Lead Developer: ______ Date: ____". Elsewhere than under a sign-off heading it
 * must have both a place to sign and a date. `null` when it is an item. Offsets are those of the given text.
 */
export function readSeatLine(text: string, underSignOff: boolean): SeatLine | null {
  const noted = note.exec(text);
  const position = positionWords.get(noted?.[1]?.trim().toLowerCase() ?? "") ?? null;
  const end = noted && position ? noted.index : text.replace(/[ \t]+$/, "").length;
  const found = line.exec(text.slice(0, end)) ?? bare.exec(text.slice(0, end));
  const { role, name, date } = found?.groups ?? {};
  const places = found?.indices?.groups;
  if (role === undefined || name === undefined || !places?.name) return null;
  const signs = hasRun.test(name) || (date !== undefined && !(blank.test(name) && name === ""));
  const approves = signedBy.test(role.trim()) && hasRun.test(name);
  if (underSignOff ? !(signs || date !== undefined) : approves ? false : date === undefined || !signs || !(hasRun.test(name) || hasRun.test(date))) return null;
  const span = (place: readonly [number, number] | undefined): Span => ({ from: place?.[0] ?? end, to: place?.[1] ?? end });
  const given = (value: string | undefined) => (value === undefined || blank.test(value) ? null : settle(unescapeNote(value)));
  return {
    role: roleIn(undecorated(plain(role))), name: given(name), date: given(date), position,
    at: { name: span(places.name), date: span(places.date), notes: { from: end, to: noted && position ? text.length : end } },
  };
}

/** "Approved by (QA Lead)" is the QA Lead's line. */
function roleIn(words: string): string {
  return /^\p{L}+(?: off)? (?:by|por) \(([^)]{2,60})\)$/iu.exec(words)?.[1] ?? words;
}

/** A seat that is no task: a row of a table, lines of a block. Read by choice. */
export interface FoundSeat extends Omit<ReadSeat, "key" | "team"> { team: string | null }

/** Whether a place to write into is still empty. */
export function isPlaceholder(text: string): boolean {
  return placeholder.test(text.trim());
}

/** Whether a line holds a place to be filled in by hand. */
export function hasPlace(line: string): boolean {
  return /_{4,}|\.{6,}|…{3,}/.test(line);
}

/** What stands in a place to sign, without emphasis around all of it; `null` while it is still to be filled in. */
export function givenIn(text: string): string | null {
  return isPlaceholder(text) ? null : settle(unescapeNote(text.trim().replace(/^(\*\*|__|\*|_)(.+)\1$/, "$2")));
}

/** The position that a word says, in any language; `null` for another word. */
export function positionOf(word: string): Position | null {
  return positionWords.get(word.trim().toLowerCase()) ?? null;
}

/** The position noted at the end of a text, and where that note begins. */
export function positionNoted(text: string): { at: number; position: Position } | null {
  const found = note.exec(` ${text}`);
  const position = positionOf(found?.[1] ?? "");
  return found && position ? { at: Math.max(0, found.index - 1), position } : null;
}

/** The words "the document says" about a seat's line; `null` when it says nothing. */
export function seatClaim(seat: ReadSeat): string | null {
  if (seat.name === null && !seat.checked && seat.position === null) return null;
  const who = seat.name === null ? "" : ` by ${seat.name}`;
  const when = seat.date === null ? "" : ` on ${seat.date}`;
  if (seat.place.box === null && !seat.checked && seat.position === null) return `The document names ${seat.name ?? ""} as ${seat.role}; that is shown, and nobody is seated by it.`;
  const what = seat.position === null || seat.position === "go" ? "is signed" : `is answered "${words.en.position[seat.position]}"`;
  return `The document says that ${seat.role} ${what}${who}${when}; that is shown, and counts as no sign-off.`;
}
