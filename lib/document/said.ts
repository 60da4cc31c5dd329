import type { Day } from "@/lib/domain/state";
import { dateIn, isUnclearDate } from "./dates";
import { readItemNotes } from "./item-notes";
import { settle } from "./note-text";
import { plain } from "./plain";
import type { Span } from "./reading";

/** Who has an item and until when, as its own words say; `unclear` holds dates that could be two days. */
export interface Said { owner: string | null; due: Day | null; unclear: string[] }

const owners = String.raw`owners?|owned by|assignees?|assigned(?: to)?|responsible(?: party| person)?|dri|responsables?|asignad[oa] a|encargad[oa]|dueñ[oa]`;
const dues = String.raw`due(?: date| by| on)?|deadline|target date|eta|fecha (?:límite|tope|de entrega)|vence(?: el)?|vencimiento|plazo|para el`;
const names = String.raw`(?:(?<owner>${owners})|(?<due>${dues}))`;
/** A label begins a note only behind a separator: "Service owner: …" and "Owner: …" alone are the item's own words. */
const inline = new RegExp(String.raw`(?<open>[—–|·,;([{]|\s-|\.)\s*[*_]{0,2}${names}[*_]{0,2}\s*:[*_]{0,2}[ \t]*`, "giu");
const ownLine = new RegExp(String.raw`^[ \t>]*(?:[-*+][ \t]+)?[*_]{0,2}${names}[*_]{0,2}\s*:[*_]{0,2}[ \t]*(?<value>.*)$`, "iu");
const mention = /(?:^|[\s([])@(?<name>[\p{L}\p{N}][\p{L}\p{N}._-]*(?:\/[\p{L}\p{N}._-]+)?)/giu;
const dated = /(?:📅|🗓️?|⏳|(?<![\p{L}\p{N}])due:)\s*(\d{4}-\d{2}-\d{2})/u;
const nobody = /^(?:[_.\s…—–-]*|tbd|tba|n\/?a|none|nobody|unassigned|todo|name|date|owner|por (?:definir|asignar)|nadie|[mdy]{2,4}[/-][mdy]{2,4}(?:[/-][mdy]{2,4})?)$/iu;

/** What an item's words and the lines right under it say; nothing where a word could as well be the item's own. */
export function saidIn(words: string, under: readonly string[]): Said {
  const said: Said = { owner: null, due: null, unclear: [] };
  // Our own notes are read as such, and are not said twice.
  const raw = words.slice(0, readItemNotes(words).from).replace(/`[^`]*`/g, (code) => " ".repeat(code.length));
  const marks = [...raw.matchAll(inline)];
  for (const [at, mark] of marks.entries()) {
    const from = mark.index + mark[0].length;
    if (!/\p{L}/u.test(raw.slice(0, mark.index)) && !/[([{]/.test(mark.groups?.open ?? "")) continue;
    take(said, mark.groups, valueIn(raw.slice(from, marks[at + 1]?.index ?? raw.length), mark.groups?.open ?? ""));
  }
  for (const line of under) {
    const found = ownLine.exec(line);
    if (found) take(said, found.groups, found.groups?.value ?? "");
  }
  said.due ??= dateIn(dated.exec(raw)?.[1] ?? "");
  said.owner ??= mentioned(raw);
  return said;
}

function valueIn(rest: string, open: string): string {
  const close = { "(": ")", "[": "]", "{": "}" }[open.trim()];
  const end = close === undefined ? /[|·;—–)\]]|\s-\s|\.\s|,\s*$|$/.exec(rest)?.index : rest.indexOf(close);
  return rest.slice(0, end === undefined || end < 0 ? rest.length : end).replace(/[\s,;.]+$/, "");
}

function take(said: Said, which: Record<string, string | undefined> | undefined, value: string): void {
  const words = plain(value).replace(/^\[(.*)\]$/, "$1").trim();
  if (nobody.test(words)) return;
  if (which?.owner !== undefined) {
    said.owner ??= words.length > 80 ? null : settle(words);
    return;
  }
  const day = dateIn(words);
  if (isUnclearDate(words)) said.unclear.push(words);
  said.due ??= day;
}

/** "(@name)", "@name: …", "… @name": somebody named beside the words, not within them. */
function mentioned(raw: string): string | null {
  const text = raw.trim();
  const found = [...text.matchAll(mention)].flatMap((one) => {
    const name = one.groups?.name?.replace(/[._-]+$/, "") ?? "";
    const from = one.index + one[0].indexOf("@");
    const [before, after] = [text.slice(0, from), text.slice(from + 1 + name.length)];
    const bracketed = /[([]\s*(?:@[^\s,)\]]+[\s,]*)*$/.test(before) && /^(?:[\s,]*@[^\s,)\]]+)*\s*[)\]]/.test(after);
    const outside = !name.includes("/") && (/^(?:[\s,]*@\S+)*[\s.]*$/.test(after) || (before === "" && /^\s*[:,–—-]?\s/.test(after)));
    return name !== "" && (bracketed || outside) ? [`@${name}`] : [];
  });
  return found.length === 0 ? null : [...new Set(found)].join(", ");
}

/** The lines of an item below its own that stand before the next task. */
export function linesUnder(text: string, extent: Span, ownEnd: number, nextTask: number): string[] {
  return text.slice(ownEnd, Math.max(ownEnd, Math.min(extent.to, nextTask))).split(/\r\n|\n|\r/).slice(1);
}
