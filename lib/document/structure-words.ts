import { settleWords } from "./outline-of";
import type { ReadGroup, ReadItem, Reading } from "./reading";
import type { Splice } from "./splice";
import type { OutlineSection } from "./view";
import type { Wanted } from "./wanted";

/** What items and headings that stay in the document are worded like now, each within its own lines. */
export function newWords(reading: Reading, outline: readonly OutlineSection[], wanted: readonly Wanted[]): Splice[] {
  return [...rewordings(reading, wanted), ...newTitles(reading, outline)];
}

function rewordings(reading: Reading, wanted: readonly Wanted[]): Splice[] {
  const items = new Map(reading.sections.flatMap((section) => section.groups.flatMap((group) => group.items)).map((item) => [item.key, item]));
  return wanted.flatMap(({ from, text }) => {
    const item = from === null ? undefined : items.get(from);
    return item && settleWords(item.text) !== settleWords(text) ? rewording(reading.original, item, settleWords(text)) : [];
  });
}

/** Headings that are worded otherwise: their number, symbols and depth stay. */
function newTitles(reading: Reading, outline: readonly OutlineSection[]): Splice[] {
  const flat = reading.sections.flatMap((section) => section.groups);
  const changed = [
    ...outline.map((section) => ({ was: section.from === null ? undefined : reading.sections[section.from], title: section.title, part: section.title })),
    ...outline.flatMap((section) => section.groups).map((group) => ({
      was: group.from === null ? undefined : flat[group.from], title: group.title, part: group.title.split(" › ").at(-1) ?? "",
    })),
  ];
  return changed.flatMap(({ was, title, part }): Splice[] => {
    if (!was || was.title === title) return [];
    if (was.line === null) return "items" in was ? madeTitle(reading, was, part) : [];
    const span = lineSpan(reading.original, was.line);
    const raw = reading.original.slice(span.from, span.to);
    const old = was.title.split(" › ").at(-1) ?? "";
    const at = old === "" ? -1 : raw.lastIndexOf(old);
    if (at >= 0) return [{ from: span.from + at, to: span.from + at + old.length, text: part.replace(/\s+/g, " ").trim() }];
    const [lead = ""] = /^ {0,3}(?:#{1,6}[ \t]+)?(?:\d+(?:\.\d+)*[.):]?[ \t]+)?/.exec(raw) ?? [];
    return [{ from: span.from + lead.length, to: span.to, text: part.replace(/\s+/g, " ").trim() }];
  });
}

/** A title for items that had none: a heading before the first of them, as deep as other groups have theirs. */
function madeTitle({ original, newline, sections, headings }: Reading, group: ReadGroup, title: string): Splice[] {
  const section = sections.find(({ groups }) => groups.includes(group));
  const [first] = group.items;
  const above = headings.find(({ line }) => line === section?.line);
  if (!first || !above || title === "") return [];
  const other = headings.find(({ line }) => sections.some(({ groups }) => groups.some((one) => one.line === line)));
  const { from } = lineSpan(original, first.line);
  return [{ from, to: from, text: `${"#".repeat(other?.depth ?? Math.min(6, above.depth + 1))} ${title.replace(/\s+/g, " ").trim()}${newline}${newline}` }];
}

/** New words for an item, on its own line: what ran over further lines becomes one. */
function rewording(original: string, item: ReadItem, text: string): Splice[] {
  const { box, notes, lineEnd, words } = item.place;
  // In a table the box has a cell of its own, before the words or behind them, and a border within the words would end theirs.
  if (words.from < box.from || original.slice(box.to, words.from).includes("|")) return [{ from: words.from, to: notes.from, text: text.replace(/\|/g, "\\|") }];
  const first: Splice = { from: box.to, to: notes.from, text: ` ${text}` };
  return words.to > lineEnd ? [first, { from: lineEnd, to: words.to, text: "" }] : [first];
}

function lineSpan(text: string, line: number): { from: number; to: number } {
  let from = 0;
  for (let at = 1; at < line; at += 1) {
    const end = /\r\n|\n|\r/g;
    end.lastIndex = from;
    const found = end.exec(text);
    from = found ? found.index + found[0].length : text.length;
  }
  const end = /\r\n|\n|\r|$/g;
  end.lastIndex = from;
  return { from, to: end.exec(text)?.index ?? text.length };
}
