import type { Window } from "@/lib/domain/state";
import { adviceIn, advisoryOf } from "./advisory";
import { headingTask, looseBoxes, markedIn, signedIn, unclearBoxes, usualBoxes } from "./choice-marks";
import { countBefore, endsOf } from "./extents";
import { lineAt, type Line } from "./lines";
import type { Located, LocatedBlock, LocatedTask } from "./locate";
import type { Heading } from "./outline";
import { numbered, plain } from "./plain";
import type { Choice, ChoiceKind } from "./reading";
import { linesUnder, saidIn, type Said } from "./said";
import { seatsInLines } from "./seat-lines";
import { seatsInTable } from "./seat-tables";
import { isSignOffHeading, readSeatLine, type FoundSeat } from "./seats";
import { tableIn } from "./tables";
import { headingWindows, maybeWindowOf, windowToAsk } from "./window";

/** What looks like more than it is for GitHub: offered, and read only when somebody takes it. */
export interface Offer {
  choice: Choice;
  tasks: LocatedTask[];
  seats: FoundSeat[];
  /** The window of everything under a heading, by its line. */
  windows: [number, Window][];
}

const one = (count: number, single: string, many: string) => (count === 1 ? single : many.replace("#", String(count)));
const asks: Record<ChoiceKind, (count: number, about: string) => string> = {
  "unclear-boxes": (count) => `${one(count, "One line has a box", "# lines have boxes")} that GitHub does not know, such as [~], [-] or [?]: read as ${one(count, "an item", "items")}?`,
  table: (count) => `${one(count, "1 row of this table looks like an item", "# rows of this table look like items")}: read as items?`,
  "status-list": (count) => `${one(count, "1 line here begins", "# lines here begin")} with a status symbol: read as items?`,
  headings: (count) => `${one(count, "1 heading has a box", "# headings have boxes")}: read as items?`,
  "status-lists": (count) => `${count} lines of this document begin with a status symbol: read all of them as items?`,
  fence: (count) => `${one(count, "1 line in this code block looks like an item", "# lines in this code block look like items")}: read as items?`,
  "seat-table": (count) => `${one(count, "1 row of this table is a place to sign", "# rows of this table are places to sign")}: make each a seat? Names in it are shown and sign nothing.`,
  "seat-lines": (count) => `${one(count, "1 place to sign is no task", "# places to sign are no tasks")}: make each a seat? Names in them are shown and sign nothing.`,
  notes: (count, about) => `${one(count, "1 item names an owner or a date", "# items name owners or dates")} in ${one(count, "its", "their")} words (${about}): take them over?`,
  window: (count, about) => `${one(count, "1 item stands", "# items stand")} under ${about}: read ${one(count, "it", "them")} as done then, not counted before launch?`,
  should: (count) => `${one(count, "1 item says", "# items say")} "should": read ${one(count, "it", "them")} as advice that does not stop the launch?`,
};
const times: Record<Window, string> = { before: "before launch", "final-week": "the final week", "launch-day": "launch day", "first-24h": "the first 24 hours", ongoing: "after launch" };

/** What offers are made from: the document, where things stand in it, and its headings. */
export interface Offering { text: string; lines: Line[]; located: Located; headings: readonly Heading[]; title: string; above: (line: number) => Heading[]; mended: (words: string) => string }

/** Everything that could be read by choice, each list, table and code block by itself, by line. */
export function offersIn(from: Offering): Offer[] {
  const { text, lines, located } = from;
  const known = new Set(located.tasks.map((task) => task.line));
  const offers: Offer[] = [];
  const offer = (kind: ChoiceKind, line: number | undefined, count: number, rest: Partial<Offer> = {}, about = "") => {
    if (line === undefined || count === 0) return;
    const found = [...(rest.tasks ?? []), ...(rest.seats ?? [])].map((one) => one.line);
    offers.push({ choice: { id: `${kind}:${line}`, kind, line, count, lines: found.length > 0 ? found : [line], ask: asks[kind](count, about) }, tasks: [], seats: [], windows: [], ...rest });
  };
  const items = (kind: ChoiceKind, tasks: LocatedTask[]) => offer(kind, tasks[0]?.line, tasks.length, { tasks });
  items("headings", headingItems(from));
  const seats: FoundSeat[] = [];
  const within = linesInTasks(located, lines);
  for (const block of located.blocks) {
    const inside = linesWithin(lines, block.span);
    const free = inside.filter((line) => !known.has(line));
    const at = (line: number) => ({ ...(lines[line - 1] ?? block.span), line });
    const signs = isSignOffHeading(from.above(block.line).map((heading) => heading.words));
    if (block.kind === "table") {
      const found = seatsInTable(text, inside.map(at), signs);
      if (found) offer("seat-table", found[0]?.line, found.length, { seats: found });
      else items("table", tableIn(text, inside.map(at)));
    }
    if (block.kind === "list" || block.kind === "quote") {
      items("status-list", free.flatMap((line) => signedIn(text, at(line))));
      items("unclear-boxes", free.flatMap((line) => markedIn(text, at(line), unclearBoxes)));
    }
    // One such line may be a remark; several, each a line of its own, are a list without bullets.
    const loose = block.kind === "paragraph" && inside.length > 1 ? [inside.flatMap((line) => signedIn(text, at(line), true)), inside.flatMap((line) => markedIn(text, at(line), looseBoxes))] : [];
    // Their first line may be the list's title.
    const whole = (found: LocatedTask[]) => found.length === inside.length || (found.length > 1 && found.length === inside.length - 1 && found[0]?.line !== inside[0]);
    for (const [which, found] of loose.entries()) if (whole(found)) items(which === 0 ? "status-list" : "unclear-boxes", found);
    if (block.kind === "list" || block.kind === "quote" || block.kind === "paragraph") seats.push(...seatsInLines(text, free.filter((line) => !within.has(line)).map(at), { underSignOff: signs, role: roleAbove(from.above(block.line)) }));
    if (block.kind === "code" && block.fenced) items("fence", inside.flatMap((line) => markedIn(text, at(line), usualBoxes)));
  }
  const lists = offers.filter(({ choice }) => choice.kind === "status-list");
  if (lists.length > 3) {
    const all = lists.flatMap(({ tasks }) => tasks);
    offers.push({ choice: { id: "status-lists", kind: "status-lists", line: all[0]?.line ?? 1, count: all.length, lines: all.map(({ line }) => line), ask: asks["status-lists"](all.length, "") }, tasks: all, seats: [], windows: [] });
  }
  offer("seat-lines", seats[0]?.line, seats.length, { seats });
  offerWords(from, offer);
  // What takes in all of a kind stands before its parts.
  return offers.sort((first, other) => first.choice.line - other.choice.line || Number(other.choice.kind === "status-lists") - Number(first.choice.kind === "status-lists"));
}

/** Headings with a box, but for those whose items all stand under further headings: such a heading's box is theirs. */
function headingItems({ text, lines, located: { headings, tasks } }: Offering): LocatedTask[] {
  const boxed = headings.map((heading) => headingTask(text, heading.line, heading.words, lines));
  const ends = endsOf(headings, lines.length);
  const withBox = headings.filter((_, at) => boxed[at]?.length === 1);
  return headings.flatMap((heading, at) => {
    if (boxed[at]?.length !== 1) return [];
    const [next, end] = [headings[at + 1]?.line ?? Infinity, ends[at] ?? Infinity];
    const inside = (to: number, things: readonly { line: number }[] = tasks) => countBefore(things, to) > countBefore(things, heading.line + 1);
    const further = inside(end) || inside(end, withBox);
    return inside(next) || !further ? (boxed[at] ?? []) : [];
  });
}

type Put = (kind: ChoiceKind, line: number | undefined, count: number, rest?: Partial<Offer>, about?: string) => void;

/** What the words of items and headings may say besides. */
function offerWords(from: Offering, offer: Put): void {
  const { located, headings, above, title } = from;
  const signs = (task: LocatedTask) => readSeatLine(wordsOf(from, task), isSignOffHeading(above(task.line).map((heading) => heading.words))) !== null;
  const items = located.tasks.filter((task) => !signs(task));
  const said = items.map((task) => ({ task, ...saidOf(from, task) })).filter(({ owner, due }) => owner !== null || due !== null);
  const [first] = said;
  offer("notes", first?.task.line, said.length, {}, [first?.owner && `"${first.owner}"`, first?.due].filter((part) => part).join(", "));
  // What is labelled as advice is read so anyway.
  const advice = items.filter((task) => adviceIn(wordsOf(from, task)) !== null && advisoryOf(wordsOf(from, task), above(task.line).map((heading) => heading.words)) === null);
  offer("should", advice[0]?.line, advice.length);
  const certain = headingWindows(headings);
  for (const [at, heading] of headings.entries()) {
    if (certain.has(heading.line) || maybeWindowOf(heading.words) === null) continue;
    const end = headings.slice(at + 1).find((other) => other.depth <= heading.depth)?.line ?? Infinity;
    const under = items.filter((task) => task.line > heading.line && task.line < end);
    const path = above(heading.line + 1).filter((other) => other !== heading);
    const window = windowToAsk(heading, path, under.map((task) => wordsOf(from, task)), title);
    if (window !== null) offer("window", heading.line, under.length, { windows: [[heading.line, window]] }, `"${numbered(heading.words).title}", which may be a time (${times[window]})`);
  }
}

function wordsOf({ text, lines, mended }: Offering, task: LocatedTask): string {
  return plain(mended(text.slice(task.box.to, lines[task.line - 1]?.to ?? task.words.to)));
}

/** What an item's words, and the lines under it that are no tasks, say of its owner and its date. */
export function saidOf({ text, located, mended }: Pick<Offering, "text" | "located" | "mended">, task: LocatedTask): Said {
  const next = nextBox(located.tasks, task.box.from) ?? text.length;
  const words = text.slice(task.box.to, task.words.to).replace(/(?:\r\n|\n|\r)[ \t>]*/g, " ");
  return saidIn(mended(words), linesUnder(text, task.extent, task.words.to, next).map(mended));
}

/** Where the next task's box stands. Tasks are in the document's order. */
function nextBox(tasks: readonly LocatedTask[], after: number): number | null {
  let low = 0;
  let high = tasks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tasks[middle]?.box.from ?? Infinity) <= after) low = middle + 1;
    else high = middle;
  }
  return tasks[low]?.box.from ?? null;
}

/** The heading right above names a role where one further out says that people sign here. */
function roleAbove(path: readonly Heading[]): string | null {
  const own = path.at(-1);
  return own && isSignOffHeading(path.slice(0, -1).map((heading) => heading.words)) && !isSignOffHeading([own.words]) ? numbered(own.words).title : null;
}

/** Every line that stands inside a task's item: what is there speaks of that item. */
export function linesInTasks({ tasks }: Located, lines: Line[]): Set<number> {
  const within = new Set<number>();
  let end = 0;
  for (const { extent } of tasks) {
    // Tasks nested in one that was walked are inside it.
    if (extent.to <= end) continue;
    end = extent.to;
    for (let line = lineAt(lines, extent.from); (lines[line - 1]?.from ?? Infinity) < extent.to; line += 1) within.add(line);
  }
  return within;
}

/** The numbers of the lines on which a span stands. */
export function linesWithin(lines: Line[], { from, to }: LocatedBlock["span"]): number[] {
  const found: number[] = [];
  for (let line = lineAt(lines, from); (lines[line - 1]?.from ?? Infinity) < to; line += 1) found.push(line);
  return found;
}
