import { looksLikeTask } from "./limits";
import { markdownOf, plainItem, type PlainItem, type PlainRest } from "./plain-items";

const bullet = /^[\s\u00a0]*(?:[-*+•‣◦▪·–—☐⬜□]|\d{1,4}[.)]|[a-zA-Z][.)])[\s\u00a0]+/u;

/** What a text without tasks is: a list whose lines can be items, cells copied from a spreadsheet, or neither. */
export type Pasted = "tasks" | "cells" | "list" | "other";

export function pastedKind(text: string): Pasted {
  const lines = linesOf(text);
  if (lines.some(looksLikeTask)) return "tasks";
  const filled = lines.filter((line) => line.trim() !== "");
  // A cell may hold several lines, so not every line has a tab.
  if (filled.length > 0 && filled.filter((line) => /\S.*\t|\t.*\S/.test(line.replace(bullet, ""))).length * 2 > filled.length) return "cells";
  const words = filled.filter((line) => headingIn(line) === null);
  return words.some((line) => bullet.test(line)) || words.length > 1 ? "list" : "other";
}

/**
 * A pasted list as Markdown: every line is an item, without its bullet or number, and a line with a `#` or a colon at its
 * end is the heading of those below it. A first heading with deeper ones below is the title.
 */
export function markdownFromPaste(text: string, title: string, rest?: PlainRest): { markdown: string; items: number } {
  const lines = linesOf(text).filter((line) => line.trim() !== "");
  const depths = lines.flatMap((line) => headingIn(line)?.depth ?? []);
  const top = Math.min(...depths);
  const [first] = lines;
  const named = first !== undefined && headingIn(first)?.depth === top && depths.filter((depth) => depth === top).length === 1 && depths.length > 1 ? headingIn(first)?.words : undefined;
  const sections = named === undefined ? top : Math.min(...depths.slice(1));
  let [section, group] = ["", ""];
  const items = lines.slice(named === undefined ? 0 : 1).flatMap((line): PlainItem[] => {
    const heading = headingIn(line);
    if (heading === null) {
      const words = line.replace(bullet, "").trim();
      return words === "" ? [] : [plainItem({ section, group, text: words })];
    }
    [section, group] = heading.depth <= sections ? [heading.words, ""] : [section, heading.words];
    return [];
  });
  return { markdown: markdownOf(named ?? title, items, rest), items: items.length };
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

function headingIn(line: string): { words: string; depth: number } | null {
  const marked = /^(#{1,6})\s+(\S.*)$/.exec(line.trim());
  if (marked) return { words: marked[2] ?? "", depth: marked[1]?.length ?? 1 };
  return /^[^.!?]{2,80}:$/.test(line.trim()) && !bullet.test(line) ? { words: line.trim().slice(0, -1), depth: 2 } : null;
}
