import { settleWords } from "./outline-of";
import { itemsOf, type Reading } from "./reading";
import { spliced, type Splice } from "./splice";
import { inPlaceOfBox } from "./unbox";
import type { OutlineSection } from "./view";

/**
 * The last resort for a document in which an edit in place reads back as something else: items that go lose their box
 * and nothing more, and those that are new or reworded stand behind all others under headings of their own. Nothing is lost.
 */
export function writeAtEnd(reading: Reading, outline: readonly OutlineSection[]): string {
  const { original, newline } = reading;
  const own = new Map(itemsOf(reading).map((item) => [item.key, item]));
  const stays = new Set<string>();
  const lines: string[] = [];
  for (const section of outline) {
    for (const group of section.groups) {
      const fresh = group.items.filter(({ from, text }) => {
        const item = from === null ? undefined : own.get(from);
        const same = item !== undefined && settleWords(item.text) === settleWords(text);
        if (same) stays.add(item.key);
        return !same;
      });
      if (fresh.length === 0) continue;
      lines.push("", `## ${section.title}`, "", ...(group.title === "" ? [] : [`### ${group.title}`, ""]), ...fresh.map((item) => `- [ ] ${settleWords(item.text)}`));
    }
  }
  const gone: Splice[] = [...own.values()].filter((item) => !stays.has(item.key)).map(({ place }) => {
    const { box } = place;
    const behind = /^[^\r\n]*/.exec(original.slice(box.to))?.[0] ?? "";
    const { text, blanks } = inPlaceOfBox(place, behind);
    return { from: box.from, to: box.to + blanks, text };
  });
  if (lines.length === 0) return spliced(original, gone);
  // Behind the last item, where a heading in the first column certainly ends whatever is open.
  const last = Math.max(0, ...[...own.values()].map((item) => item.place.extent.to), ...reading.seats.map((seat) => seat.place.lineEnd));
  const at = last + original.slice(last).search(/[\r\n]|$/);
  // A blank line parts it from what follows, or a line of dashes there would make a heading of the last item: the line ending that
  // stood there is that line's, unless it is the second half of ours.
  const joins = newline === "\r" && original.charAt(at) === "\n";
  return spliced(original, [...gone, { from: at, to: at, text: `${newline}${lines.join(newline)}${newline}${joins ? newline : ""}` }]);
}
