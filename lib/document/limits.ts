import { checklistLimits } from "@/lib/domain/limits";
import type { Line } from "./lines";
import { refuse, type Refused } from "./refusal";

/**
 * What an import may hold at most (trust.md §9). `exportBytes` is for our own CSV and JSON (`own-export.ts`): they say of every item what a
 * Markdown file leaves to its place, so 5,000 items that Markdown holds within `bytes` take some 5 MiB there. They are read as rows,
 * without the Markdown parser that `bytes` guards, and the Markdown made of them has to keep to `bytes` again.
 */
export const limits = { ...checklistLimits, bytes: 1024 * 1024, exportBytes: 16 * 1024 * 1024, quotes: 16 } as const;

const number = (value: number) => value.toLocaleString("en-US");
const taskLike = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+\[[ \txX]\](?:[ \t]|$)/;
const listMarkers = /^[ \t>]*((?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+)[^ \t]/;
const rule = /^[ \t>]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,})$/;

/** Whether a line looks like a task, wherever it stands. */
export function looksLikeTask(line: string): boolean {
  return taskLike.test(line);
}

/** Whether a line that begins like a list is a thematic break: "- - -". */
export function isRule(line: string): boolean {
  return rule.test(line);
}

/** Refuses too many bytes before they are decoded. */
export function judgeBytes(bytes: Uint8Array, most: number = limits.bytes): Refused | null {
  if (bytes.length <= most) return null;
  return refuse("too-many-bytes", `This file has ${number(bytes.length)} bytes; at most ${number(most)} can be imported. Split it.`);
}

/** One linear pass over the raw lines, before any parser sees them. Says the number found and the line. */
export function judgeText(text: string, lines: Line[]): Refused | null {
  let tasks = 0;
  const indents: number[] = [];
  for (const [index, { from, to }] of lines.entries()) {
    const at = index + 1;
    if (to - from > limits.lineLength) {
      return refuse("line-too-long", `Line ${number(at)} has ${number(to - from)} characters; at most ${number(limits.lineLength)} are read. Break the line.`);
    }
    const line = text.slice(from, to);
    const quotes = quoteRun(line);
    if (quotes > limits.quotes) {
      return refuse("quoted-too-deep", `Line ${number(at)} is quoted ${number(quotes)} deep; at most ${limits.quotes} are read.`);
    }
    if (taskLike.test(line)) tasks += 1;
    const depth = depthAt(line, indents);
    if (depth > limits.nesting) {
      return refuse("nested-too-deep", `Line ${number(at)} is nested ${number(depth)} deep; at most ${limits.nesting} levels are read.`);
    }
  }
  if (tasks <= limits.items) return null;
  return refuse("too-many-items", `This file has ${number(tasks)} items; at most ${number(limits.items)} can be imported. Split it.`);
}

function quoteRun(line: string): number {
  let run = 0;
  for (const sign of line) {
    if (sign === ">") run += 1;
    else if (sign !== " " && sign !== "\t") break;
  }
  return run;
}

/** How many list items deep a line stands; `indents` holds the open ones and is kept up to date. */
function depthAt(line: string, indents: number[]): number {
  if (rule.test(line)) return 0;
  const markers = listMarkers.exec(line);
  if (!markers) return 0;
  const indent = widthOf(line.slice(0, line.length - line.trimStart().length));
  while ((indents.at(-1) ?? -1) >= indent) indents.pop();
  const inline = (markers[1] ?? "").match(/[-*+]|\d+[.)]/g)?.length ?? 1;
  indents.push(indent);
  return indents.length + inline - 1;
}

/** Columns of a run of blanks, a tab reaching the next multiple of four (CommonMark 2.2). */
export function widthOf(blanks: string): number {
  let width = 0;
  for (const blank of blanks) width += blank === "\t" ? 4 - (width % 4) : 1;
  return width;
}
