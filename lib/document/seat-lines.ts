import { plain, undecorated } from "./plain";
import type { Span } from "./reading";
import { givenIn, isPlaceholder, positionNoted, readSeatLine, type FoundSeat } from "./seats";

export interface TextLine extends Span { line: number }
/** The words of the heading above, `null` under one that says no more than that people sign here. */
export interface Above { underSignOff: boolean; role: string | null }

const label = /(?<=^|[\s|,;])(?:\*\*|__)?(?<kind>name|nombre|nom|signature|signed|firma|unterschrift|date|fecha|datum|role|title|position|rol|cargo|puesto)(?: \([^)]*\))?(?:\*\*|__)?\s*:[ \t]*(?:\*\*|__)?/giu;
const kinds: [keyof Block, RegExp][] = [
  ["name", /^(?:name|nombre|nom)$/i], ["signature", /^(?:signature|signed|firma|unterschrift)$/i], ["date", /^(?:date|fecha|datum)$/i], ["role", /^(?:role|title|position|rol|cargo|puesto)$/i],
];
/** Words that stand before a colon under a sign-off heading and name no one who signs. */
const noRole = /^(?:names?|nombre|signatures?|firma|date|fecha|datum|title|role|comments?|comentarios|notes?|notas?|status|estado|version|versión|decision|decisión|conditions?|condiciones|document|project|proyecto|release|reviewers?|next .*|[\p{L} ]*date)$/iu;

interface Place extends Span { text: string }
interface Block { name?: Place; signature?: Place; date?: Place; role?: Place; first?: TextLine; last?: TextLine }

/**
 * Sign-off lines that are no tasks, in the lines of one paragraph or list: "**QA Lead**: ____ Date: ____", or a block of
 * "Name:", "Signature:", "Date:" whose role is said in it, or is the heading above.
 */
export function seatsInLines(text: string, lines: readonly TextLine[], above: Above): FoundSeat[] {
  const seats: FoundSeat[] = [];
  let block: Block = {};
  const close = () => {
    const seat = seatOf(block, above);
    if (seat) seats.push(seat);
    block = {};
  };
  for (const line of lines) {
    const found = labelled(text, line);
    if (found.length === 0) {
      close();
      const seat = seatOn(text, line, above);
      if (seat) seats.push(seat);
      continue;
    }
    for (const [kind, place] of found) {
      if (block[kind] || (kind === "name" && (block.signature || block.date) !== undefined)) close();
      Object.assign(block, { [kind]: place, first: block.first ?? line, last: line });
    }
  }
  close();
  return seats;
}

function labelled(text: string, line: TextLine): [Exclude<keyof Block, "first" | "last">, Place][] {
  const raw = text.slice(line.from, line.to);
  const marks = [...raw.matchAll(label)];
  const [first] = marks;
  if (!first || !/^[ \t>]*(?:[-*+][ \t]+)?$/.test(raw.slice(0, first.index))) return [];
  return marks.flatMap((mark, at): [Exclude<keyof Block, "first" | "last">, Place][] => {
    const kind = kinds.find(([, shape]) => shape.test(mark.groups?.kind ?? ""))?.[0];
    const from = mark.index + mark[0].length;
    const value = raw.slice(from, marks[at + 1]?.index ?? raw.length).replace(/[\s|,;]+$/, "").replace(/\\$/, "");
    const lead = value.length - value.trimStart().length;
    if (kind === undefined || kind === "first" || kind === "last") return [];
    return [[kind, { from: line.from + from + lead, to: line.from + from + value.length, text: value.trim() }]];
  });
}

function seatOf({ name, signature, date, role, first, last }: Block, above: Above): FoundSeat | null {
  const signs = signature ?? name;
  const said = role && !isPlaceholder(role.text) ? plain(role.text) : above.role;
  if (!signs || !first || !last || !(signature || date) || !said || !(above.underSignOff || (signature && date))) return null;
  const noted = positionNoted(signs.text);
  const own = { from: signs.from, to: noted ? signs.from + noted.at : signs.to };
  const given = (place: Place | undefined, words = place?.text ?? "") => givenIn(words);
  const signed = given(signs, noted ? signs.text.slice(0, noted.at) : signs.text);
  return {
    line: first.line, team: null, role: undecorated(said), name: signed ?? given(name), date: given(date), position: noted?.position ?? null,
    checked: noted === null && signed !== null && (signature !== undefined || given(date) !== null),
    place: {
      box: null, name: own, date: date ? { from: date.from, to: date.to } : { from: own.to, to: own.to }, notes: { from: own.to, to: signs.to }, lineEnd: last.to,
      also: signature && name && given(name) === null ? { from: name.from, to: name.to } : null,
    },
  };
}

function seatOn(text: string, line: TextLine, above: Above): FoundSeat | null {
  const raw = text.slice(line.from, line.to);
  const start = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?/.exec(raw)?.[0].length ?? 0;
  const words = raw.slice(start).replace(/\\$/, "");
  const found = readSeatLine(words, above.underSignOff);
  if (!found || noRole.test(found.role) || found.role === "") return null;
  const moved = ({ from, to }: Span): Span => ({ from: line.from + start + from, to: line.from + start + to });
  const { name, date, notes } = found.at;
  return {
    line: line.line, team: null, role: found.role, name: found.name, date: found.date, position: found.position, checked: found.position === null && found.name !== null && found.date !== null,
    place: { box: null, name: moved(name), date: date.from > name.to ? moved(date) : { from: moved(name).to, to: moved(name).to }, notes: moved(notes), lineEnd: line.to },
  };
}
