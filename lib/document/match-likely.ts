import { gathered, stemsOf } from "./likeness";
import type { Known, Matching } from "./matching";
import type { Entry } from "./merge-plan";
import { plain } from "./plain";
import { contained, sharedWords } from "./shared-words";

/** From this likeness on, words that were only added or taken away are the same item reworded. */
const surely = 0.6;
/** From this likeness on it is asked, in the same group and elsewhere. */
const perhaps = { here: 0.34, elsewhere: 0.6 } as const;
/** More comparisons than this are not made: then only items of one group are compared. */
const mostComparisons = 250_000;
/** Lines to either side within which a long group's items are compared. */
const nearby = 100;

/** One item's words, now spread over two or more neighbours in its group. */
export function matchSplit(matching: Matching): void {
  const groups = gathered(matching.open, (next) => next.path);
  const stems = new Map(matching.open.map((next) => [next, stemsOf(next.row.text)]));
  const open = new Set(matching.open);
  for (const known of matching.known.filter((one) => !one.retired)) {
    const whole = stemsOf(known.texts[0] ?? "");
    const around = near(known, known.paths.flatMap((path) => groups.get(path) ?? []));
    const parts = around.filter((next) => open.has(next) && contained(stems.get(next) ?? [], whole) >= 0.7);
    if (parts.length < 2 || contained(whole, parts.flatMap((part) => stems.get(part) ?? [])) < 0.8) continue;
    for (const part of parts) open.delete(part);
    const id = `split:${known.key}`;
    matching.questions.push({
      id, kind: "split", itemId: known.itemId, line: parts[0]?.read.line ?? null,
      ask: `"${plain(known.texts[0] ?? "")}" looks split into ${parts.length} items. Which of them goes on with its state and proof?`,
      options: [
        ...parts.map((part) => ({ id: `keep:${part.read.key}`, says: `"${plain(part.row.text)}" goes on with it; the others begin open` })),
        { id: "none", says: "None: the old item is retired, and all begin open" },
      ],
    });
    matching.asked.set(known.itemId, { question: id, retireWhen: ["none"] });
    matching.known = matching.known.filter((one) => one !== known);
    matching.open = matching.open.filter((next) => !parts.includes(next));
    for (const part of parts) matching.pairs.push({ next: part, base: known.base, itemId: known.itemId, question: id, when: `keep:${part.read.key}` });
  }
}

/** Likeness of words, best first. */
export function matchLikely(matching: Matching): void {
  // What is retired and still in the document as imported can be reworded there like anything else.
  const living = matching.known.filter((known) => !known.retired || known.base !== null);
  const everywhere = living.length * matching.open.length <= mostComparisons;
  const groups = everywhere ? null : gathered(matching.open, (next) => next.path);
  const stems = new Map(matching.open.map((next) => [next, stemsOf(next.row.text)]));
  const scored: { known: Known; next: Entry; score: number; sure: boolean }[] = [];
  for (const known of living) {
    const own = known.texts.map(stemsOf);
    for (const next of near(known, groups ? known.paths.flatMap((path) => groups.get(path) ?? []) : matching.open)) {
      const here = known.paths.includes(next.path);
      for (const words of own) {
        const { score, within, figuresOnly } = sharedWords(words, stems.get(next) ?? []);
        if (score < (here ? perhaps.here : perhaps.elsewhere)) continue;
        const sure = figuresOnly || (within && score >= (here ? surely : 0.8));
        if (sure || !known.retired) scored.push({ known, next, score: score + (here ? 0.2 : 0), sure });
      }
    }
  }
  scored.sort((one, other) => other.score - one.score || one.next.read.line - other.next.read.line);
  const taken = new Set<Known | Entry>();
  for (const { known, next, sure } of scored) {
    if (taken.has(known) || taken.has(next)) continue;
    taken.add(known).add(next);
    if (sure) matching.pair(known, next);
    else matching.ask(known, next);
  }
}

/** In a list of thousands what is alike is looked for nearby only. */
function near(known: Known, all: Entry[]): Entry[] {
  return all.length <= nearby * 4 ? all : all.filter((next) => Math.abs(next.read.line - known.order) <= nearby);
}
