import { looksLikeTask } from "./limits";
import { markdownOf, type PlainItem } from "./plain-items";

/**
 * A pasted list as Markdown: what is Markdown with tasks already stays exactly as it is; else every line is an item,
 * without its bullet or number, and a line with a `#` or a colon at its end is the heading of those below it.
 */
export function markdownFromPaste(text: string, title: string): string {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.some(looksLikeTask)) return text;
  let section = "";
  const items = lines.flatMap((line): PlainItem[] => {
    const words = line.replace(/^[\s\u00a0]*(?:(?:[-*+•‣◦▪·–—☐⬜□]|\d{1,4}[.)]|[a-zA-Z][.)])[\s\u00a0]+)?/u, "").trim();
    const heading = /^#{1,6}\s+(.*)$/.exec(line.trim())?.[1] ?? (/^[^.!?]{2,80}:$/.test(line.trim()) ? line.trim().slice(0, -1) : null);
    if (heading !== null) {
      section = heading;
      return [];
    }
    return words === "" ? [] : [{
      section, group: "", text: words, work: "todo", reason: null, applicability: null, applicabilityReason: null, owner: null, due: null, evidence: [],
    }];
  });
  return markdownOf(title, items);
}
