import { gathered, sameness } from "./likeness";
import type { Known, Matching } from "./matching";
import { isTouched } from "./merge-holds";
import type { Entry } from "./merge-plan";

/** Same words: with the same key, in the same place, and last anywhere. Repeats are taken in their order. */
export function matchExactly(matching: Matching): void {
  // The document's own keys come before keys of the page that may have become the same.
  const byKey = new Map([...matching.known].sort((one, other) => Number(one.base !== null) - Number(other.base !== null)).map((known) => [known.key, known]));
  const same = (known: Known, next: Entry) => known.texts.some((text) => sameness(text) === sameness(next.row.text));
  const place = (entry: Entry) => `${entry.path}\n${sameness(entry.row.text)}`;
  const [here, there] = [gathered(matching.known.flatMap((known) => known.base ?? []), place), gathered(matching.open, place)];
  // Of repeats that became more or fewer, keys (which count them) say nothing.
  const counted = (next: Entry) => (here.get(place(next))?.length ?? 1) === 1 || here.get(place(next))?.length === there.get(place(next))?.length;
  const taken: [Known, Entry][] = [];
  for (const next of matching.open) {
    const known = byKey.get(next.read.key);
    // Of equal items the living one is meant: what is retired here is not in our own exports.
    if (known && !known.retired && same(known, next) && counted(next) && known.paths.includes(next.path)) taken.push([known, next]);
  }
  matching.take(taken);
  // The words that an item has here now come before those with which it was imported.
  for (const texts of [(known: Known) => known.texts.slice(-1), (known: Known) => known.texts]) {
    inOrder(matching, (known) => known.paths.flatMap((path) => texts(known).map((text) => `${path}\n${sameness(text)}`)), place);
  }
  for (const texts of [(known: Known) => known.texts.slice(-1), (known: Known) => known.texts]) {
    inOrder(matching, (known) => texts(known).map(sameness), (next) => sameness(next.row.text));
  }
  const left = new Map(matching.known.filter((known) => known.base !== null).map((known) => [known.key, known]));
  matching.take(matching.open.flatMap((next): [Known, Entry][] => {
    const known = left.get(next.read.key);
    return known ? [[known, next]] : [];
  }));
}

/** Pairs what shares a word. As many here as there: in their order. Else, where they differ in state, it is asked. */
function inOrder(matching: Matching, wordsOf: (known: Known) => string[], wordOf: (next: Entry) => string): void {
  const byWord = new Map<string, Known[]>();
  for (const known of matching.known) for (const word of new Set(wordsOf(known))) byWord.set(word, [...(byWord.get(word) ?? []), known]);
  const used = new Set<Known>();
  const sure: [Known, Entry][] = [];
  const unsure: [Known, Entry][] = [];
  for (const [word, nexts] of gathered(matching.open, wordOf)) {
    // Living items first; what is retired comes back only when nothing living has these words.
    const knowns = (byWord.get(word) ?? []).filter((known) => !used.has(known)).sort((one, other) => Number(one.retired) - Number(other.retired) || one.order - other.order);
    const living = knowns.filter((known) => !known.retired);
    const clear = living.length === nexts.length || knowns.length === nexts.length || knowns.every((known) => !isTouched(matching.state, known.itemId));
    for (const [at, next] of nexts.entries()) {
      const known = knowns[at];
      if (!known) break;
      used.add(known);
      (clear ? sure : unsure).push([known, next]);
    }
  }
  matching.take(sure);
  for (const [known, next] of unsure) matching.ask(known, next);
}
