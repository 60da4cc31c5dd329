import { positions, type Position } from "@/lib/domain/state";
import { settle, unescapeNote } from "./note-text";
import { languages, type ReadSeat, type Span } from "./reading";
import { plain, undecorated } from "./plain";
import { words } from "./words";

/** Headings under which people sign. */
const signOff = /\bsign[-‐ ]?offs?\b|\bapprovals?\b|\bsignatures?\b|(?<!\p{L})(?:firmas?|aprobaci[oó]n(?:es)?|visto bueno|conformidad)(?!\p{L})/iu;
const dateWord = "(?:date|fecha|datum)";
const line = new RegExp(String.raw`^(?<lead>\s*(?:\*\*|__)?)(?<role>[^:_*|]{2,60}?)\s*(?:\*\*|__)?\s*:\s*(?:\*\*)?\s*(?<name>.*?)(?:[\s,;|/–—-]*(?:\*\*)?${dateWord}(?:\*\*)?\s*:\s*(?:\*\*)?\s*(?<date>.*?))?\s*$`, "iud");
const blank = /^[_.\s…]*$/;
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
  const found = line.exec(text.slice(0, end));
  const { role, name, date } = found?.groups ?? {};
  const places = found?.indices?.groups;
  if (role === undefined || name === undefined || !places?.name) return null;
  const signs = hasRun.test(name) || (date !== undefined && !(blank.test(name) && name === ""));
  if (underSignOff ? !(signs || date !== undefined) : date === undefined || !signs || !(hasRun.test(name) || hasRun.test(date))) return null;
  const span = (place: readonly [number, number] | undefined): Span => ({ from: place?.[0] ?? end, to: place?.[1] ?? end });
  const given = (value: string | undefined) => (value === undefined || blank.test(value) ? null : settle(unescapeNote(value)));
  return {
    role: undecorated(plain(role)), name: given(name), date: given(date), position,
    at: { name: span(places.name), date: span(places.date), notes: { from: end, to: noted && position ? text.length : end } },
  };
}

/** The words "the document says" about a seat's line; `null` when it says nothing. */
export function seatClaim(seat: ReadSeat): string | null {
  if (seat.name === null && !seat.checked && seat.position === null) return null;
  const who = seat.name === null ? "" : ` by ${seat.name}`;
  const when = seat.date === null ? "" : ` on ${seat.date}`;
  const what = seat.position === null || seat.position === "go" ? "is signed" : `is answered "${words.en.position[seat.position]}"`;
  return `The document says that ${seat.role} ${what}${who}${when}; that is shown, and counts as no sign-off.`;
}
