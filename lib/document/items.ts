import { sameJson } from "@/lib/domain/same-json";
import type { Window } from "@/lib/domain/state";
import { advisoryOf } from "./advisory";
import { cadenceOf, cadenceOfHeadings } from "./cadence";
import { awaitsAlternative, conditionalOf, conditionOfHeadings, isAlternative, isAnyOf } from "./conditional";
import { heldBy } from "./held";
import { readItemNotes, stateOf } from "./item-notes";
import { keyGiver } from "./keys";
import type { Line } from "./lines";
import type { LocatedTask } from "./locate";
import type { Heading } from "./outline";
import { numbered } from "./plain";
import type { Held, ItemPlace, ItemState, ReadGroup, ReadItem, ReadSection } from "./reading";
import { thresholdOf } from "./threshold";
import { itemWindowOf } from "./item-window";
import { windowUnder } from "./window";

export interface Source { text: string; lines: Line[]; mended: (words: string) => string }

/** Where notes stand or would stand, in the original text, and the raw words before them on that line. */
interface Tail { noteLine: Line; from: number; end: number; isBreak: boolean }

/**
 * The line that notes are written on: the item's own, unless code or a comment runs over its end; then the line on
 * which that ends. Blanks and a backslash at the end (a hard break) stay behind the notes.
 */
function tailOf(source: Source, task: LocatedTask): Tail {
  let number = task.line;
  let line = source.lines[number - 1] ?? { from: task.box.from, to: task.words.to };
  for (const span of task.closed) {
    while (span.from < line.to && span.to > line.to && source.lines[number]) {
      line = source.lines[number] ?? line;
      number += 1;
    }
  }
  const from = Math.max(line.from, task.box.to);
  const raw = source.text.slice(from, line.to);
  let length = raw.replace(/[ \t]+$/, "").length;
  const slashes = /\\*$/.exec(raw.slice(0, length))?.[0].length ?? 0;
  const isBreak = length === raw.length && slashes % 2 === 1 && line.to < task.words.to && raw.trim() !== "\\";
  if (isBreak) length = raw.slice(0, length - 1).replace(/[ \t]+$/, "").length;
  return { noteLine: line, from, end: from + length, isBreak };
}

interface Words { text: string; notes: ReturnType<typeof readItemNotes>; place: ItemPlace }

/** An item's words on one line, its notes taken off, and its place. */
export function wordsOf(source: Source, task: LocatedTask): Words {
  if (task.end !== undefined) return wordsUntil(source, task, task.end);
  const tail = tailOf(source, task);
  const raw = source.text.slice(tail.from, tail.end);
  const after = source.text.slice(tail.noteLine.to, Math.max(tail.noteLine.to, task.words.to));
  const alone = (after === "" || tail.isBreak) && tail.from === task.box.to;
  const found = readItemNotes(raw, alone);
  const from = tail.from + found.from;
  const before = source.text.slice(task.box.to, from);
  const text = source.mended(`${before}${after}`)
    .replace(/\\?(?:\r\n|\n|\r)[ \t>]*/g, " ").replace(/<!--.*?-->/g, "").replace(/[ \t]+/g, " ").trim();
  const mended = readItemNotes(source.mended(raw), alone);
  return { text, notes: { ...mended, from: found.from }, place: { box: task.box, notes: { from, to: tail.end }, lineEnd: tail.noteLine.to, words: task.words, extent: task.extent } };
}

/** The words of an item read by choice, which end before its line does: in a cell, in a heading. */
function wordsUntil(source: Source, task: LocatedTask, end: number): Words {
  const start = task.words.from;
  const raw = source.text.slice(start, end);
  const found = readItemNotes(raw);
  const text = source.mended(raw.slice(0, found.from)).replace(/<!--.*?-->/g, "").replace(/\\\|/g, "|").replace(/[ \t]+/g, " ").trim();
  const notes = { from: start + found.from, to: end };
  const place: ItemPlace = { box: task.box, notes, lineEnd: end, words: { from: start, to: end }, extent: task.extent };
  return { text, notes: { ...readItemNotes(source.mended(raw)), from: found.from }, place };
}

/** What a mark says where no note says otherwise. */
function claimed(state: ItemState, task: LocatedTask, notes: ReturnType<typeof readItemNotes>): ItemState {
  const { work, applicability } = task.claims ?? {};
  return {
    ...state, work: work !== undefined && notes.work === null && !task.checked ? work : state.work,
    applicability: applicability && notes.applicability === null ? applicability : state.applicability,
  };
}

/** Puts tasks that are no sign-off lines into sections, groups and items, in the document's order. */
export function buildSections(source: Source, tasks: { task: LocatedTask; index: number; words: Words }[], above: (line: number) => Heading[], windows: ReadonlyMap<number, Window>): ReadSection[] {
  const sections: ReadSection[] = [];
  const giveKey = keyGiver();
  const keys = new Map<number, string>();
  const places: { section: number | null; group: number | null } = { section: null, group: null };
  for (const { task, index, words } of tasks) {
    const path = above(task.line);
    const [top] = path;
    const own = path.at(-1);
    if (sections.length === 0 || places.section !== (top?.line ?? null)) {
      const { title } = numbered(top?.words ?? "");
      sections.push({ key: "", title, line: top?.line ?? null, groups: [] });
    }
    const section = sections.at(-1);
    if (!section) continue;
    if (section.groups.length === 0 || places.group !== (own?.line ?? null)) {
      section.groups.push({ title: path.slice(1).map((heading) => numbered(heading.words).title).join(" › "), line: path.length > 1 ? (own?.line ?? null) : null, items: [] });
    }
    Object.assign(places, { section: top?.line ?? null, group: own?.line ?? null });
    const group = section.groups.at(-1);
    if (!group) continue;
    const parentKey = task.parent === null ? null : (keys.get(task.parent) ?? null);
    const item = itemOf(words, task, path, windows, giveKey, parentKey, group);
    keys.set(index, item.key);
    group.items.push(item);
  }
  return nameSections(sections, tasks.length > 0 ? above : () => []);
}

function itemOf(words: Words, task: LocatedTask, path: Heading[], windows: ReadonlyMap<number, Window>, giveKey: ReturnType<typeof keyGiver>, parentKey: string | null, group: ReadGroup): ReadItem {
  const { text, notes, place } = words;
  const headings = path.map((heading) => heading.words);
  const conditional = conditionalOf(text) ?? conditionOfHeadings(headings);
  const sibling = alternativeOf(text, parentKey, group);
  const advisory = advisoryOf(text, headings, task.advised);
  const own: Held = { required: advisory === null, requiredReason: null, window: itemWindowOf(text) ?? windowUnder(path, windows), threshold: thresholdOf(text) };
  const held = heldBy(notes.held, own, text);
  return {
    key: giveKey(headings, text, conditional), text, line: task.line, checked: task.checked, conditional, advisory,
    window: held.window, threshold: held.threshold, cadence: cadenceOf(text) ?? cadenceOfHeadings(headings), parentKey,
    alternativeTo: sibling ? (sibling.alternativeTo ?? sibling.key) : null,
    place: task.marks ? { ...place, marks: task.marks } : place,
    ...(sameJson(held, own) ? {} : { held, own }),
    ...(task.said ? { said: task.said } : {}),
    ...claimed(stateOf(task.checked, conditional !== null, notes, task.said), task, notes),
  };
}

/** The item before it that an item is another way for. */
function alternativeOf(text: string, parentKey: string | null, group: ReadGroup): ReadItem | undefined {
  const previous = group.items.findLast((item) => item.parentKey === parentKey);
  const parent = parentKey === null ? undefined : group.items.findLast((item) => item.key === parentKey);
  return previous && (isAlternative(text) || awaitsAlternative(previous.text) || (parent && isAnyOf(parent.text))) ? previous : undefined;
}

/** Keys as the document numbers its sections, else their positions; each once. */
function nameSections(sections: ReadSection[], above: (line: number) => Heading[]): ReadSection[] {
  const numbers = sections.map((section) => {
    const first = section.groups[0]?.items[0];
    return numbered((first ? above(first.line) : [])[0]?.words ?? "").number;
  });
  const taken = new Set(numbers.filter((number) => number !== null));
  const unclear = taken.size !== numbers.filter((number) => number !== null).length;
  return sections.map((section, index) => {
    const number = numbers[index];
    if (unclear) return { ...section, key: String(index + 1) };
    if (number) return { ...section, key: number };
    let key = String(index + 1);
    while (taken.has(key)) key += "b";
    taken.add(key);
    return { ...section, key };
  });
}
