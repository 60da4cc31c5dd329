import { lineAt, type Line } from "./lines";
import type { Located, LocatedBlock, LocatedTask } from "./locate";
import type { Choice, ChoiceKind, Span } from "./reading";
import { statusOf, statusSigns } from "./status-signs";
import { tableIn } from "./tables";

/** What looks like items without being GitHub's: offered, and read only when somebody takes it. */
export interface Offer { choice: Choice; tasks: LocatedTask[] }

const asks: Record<ChoiceKind, (count: number) => string> = {
  "unclear-boxes": (count) => `${count === 1 ? "One line has a box" : `${count} lines have boxes`} that GitHub does not know, such as [~], [-] or [?]: read as ${count === 1 ? "an item" : "items"}?`,
  table: (count) => `${count} ${count === 1 ? "row of this table looks like an item" : "rows of this table look like items"}: read as items?`,
  "status-list": (count) => `${count} ${count === 1 ? "line of this list begins" : "lines of this list begin"} with a status symbol: read as items?`,
  headings: (count) => `${count} ${count === 1 ? "heading has a box" : "headings have boxes"}: read as items?`,
  fence: (count) => `${count} ${count === 1 ? "line in this code block looks like an item" : "lines in this code block look like items"}: read as items?`,
};

/** Everything that could be read by choice, each list, table and code block by itself, by line. */
export function offersIn(text: string, lines: Line[], located: Located): Offer[] {
  const known = new Set(located.tasks.map((task) => task.line));
  const row = (line: number) => text.slice(lines[line - 1]?.from ?? 0, lines[line - 1]?.to ?? 0);
  const offers: Offer[] = [];
  const offer = (kind: ChoiceKind, found: LocatedTask[]) => {
    const [first] = found;
    if (first) offers.push({ choice: { id: `${kind}:${first.line}`, kind, line: first.line, count: found.length, ask: asks[kind](found.length) }, tasks: found });
  };
  offer("headings", located.headings.flatMap((heading) => headingTask(text, heading.line, heading.words, lines)));
  for (const block of located.blocks) {
    const inside = linesWithin(lines, block.span);
    if (block.kind === "table") offer("table", tableIn(text, inside.map((line) => ({ ...(lines[line - 1] ?? block.span), line }))));
    if (block.kind === "list" || block.kind === "quote") {
      offer("status-list", inside.flatMap((line) => (known.has(line) ? [] : signTask(row(line), line, lines[line - 1]))));
      offer("unclear-boxes", inside.flatMap((line) => (known.has(line) ? [] : boxTask(row(line), line, lines[line - 1], unclear))));
    }
    if (block.kind === "code" && block.fenced) offer("fence", inside.flatMap((line) => boxTask(row(line), line, lines[line - 1], usual)));
  }
  return offers.sort((one, other) => one.choice.line - other.choice.line);
}

const unclear = /^([ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+)(\[(?:~|-|\?|\/|n\/a|)\])(?=[ \t]+\S)/id;
const usual = /^([ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+)(\[[ xX]\])(?=[ \t]+\S)/d;
const signed = new RegExp(String.raw`^([ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+)(${statusSigns})(?=[ \t]+\S)`, "du");

function boxTask(row: string, line: number, at: Span | undefined, shape: RegExp): LocatedTask[] {
  const found = shape.exec(row);
  const box = found?.indices?.[2];
  if (!at || !box) return [];
  return [chosen(line, { from: at.from + box[0], to: at.from + box[1] }, at, statusOf(row.slice(...box)), { done: "[x]", open: "[ ]" })];
}

function signTask(row: string, line: number, at: Span | undefined): LocatedTask[] {
  const box = signed.exec(row)?.indices?.[2];
  if (!at || !box) return [];
  return [chosen(line, { from: at.from + box[0], to: at.from + box[1] }, at, statusOf(row.slice(...box)), { done: "✅", open: "☐" })];
}

function headingTask(text: string, line: number, words: Span, lines: Line[]): LocatedTask[] {
  const found = /^\[[ xX]\](?=[ \t]+\S)/.exec(text.slice(words.from, words.to));
  const at = lines[line - 1];
  // A heading over two lines has no end at which notes could stand.
  if (!found || !at || words.to > at.to) return [];
  const task = chosen(line, { from: words.from, to: words.from + 3 }, { from: at.from, to: words.to }, statusOf(found[0]), { done: "[x]", open: "[ ]" });
  return [{ ...task, end: words.to }];
}

function chosen(line: number, box: Span, row: Span, status: ReturnType<typeof statusOf>, marks: { done: string; open: string }): LocatedTask {
  return {
    line, checked: status.work === "done", box, words: { from: box.to, to: row.to }, closed: [], extent: row, parent: null, marks,
    claims: status.work === "todo" || status.work === "done" ? { applicability: status.applicability } : status,
  };
}

function linesWithin(lines: Line[], { from, to }: LocatedBlock["span"]): number[] {
  const found: number[] = [];
  for (let line = lineAt(lines, from); (lines[line - 1]?.from ?? Infinity) < to; line += 1) found.push(line);
  return found;
}
