import type { Line } from "./lines";
import { refuse, type Refused } from "./refusal";

/**
 * What the parser takes seconds to minutes for, within all other limits: brackets of one paragraph, of which each is tried with
 * all before it. Real documents have 2 open at once and 30 on a line. What hides from this scan is ended by its time.
 */
const most = { open: 200, all: 2_000 };

const number = (value: number) => value.toLocaleString("en-US");
/** A line that begins a block of its own, without its indentation and quote signs. */
const begins = /^(?:[-*+][ \t]+\S|1[.)][ \t]+\S|#{1,6}[ \t])/;
const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
/** The line under a table's head: from here on each row is read by itself. */
const tableRule = /^\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t:-]*$/;

/** Refuses a paragraph of brackets without end; one linear pass. */
export function judgeBrackets(text: string, lines: readonly Line[]): Refused | null {
  let [open, all, rows] = [0, 0, false];
  let code: string | null = null;
  for (const [index, { from, to }] of lines.entries()) {
    const line = text.slice(from, to);
    const run = fence.exec(line)?.[1];
    if (code !== null) {
      if (run?.startsWith(code) && line.trim() === run) code = null;
      continue;
    }
    if (run !== undefined) code = run;
    const words = line.replace(/^[ \t>]+/, "");
    const blank = words === "";
    rows = !blank && (rows || tableRule.test(words));
    if (blank || rows || run !== undefined || begins.test(words)) [open, all] = [0, 0];
    for (let at = line.indexOf("["); at >= 0 && at < line.length; at += 1) {
      const sign = line.charAt(at);
      if (sign === "\\") at += 1;
      else if (sign === "[") [open, all] = [open + 1, all + 1];
      else if (sign === "]" && open > 0) open -= 1;
    }
    const said = `At line ${number(index + 1)}, one paragraph has`;
    if (open > most.open) return refuse("too-many-brackets", `${said} ${number(open)} opening brackets that nothing closes; at most ${number(most.open)} are read. Close them, or mark the text as code.`);
    if (all > most.all) return refuse("too-many-brackets", `${said} ${number(all)} opening brackets; at most ${number(most.all)} are read. Break it with empty lines.`);
  }
  return null;
}
