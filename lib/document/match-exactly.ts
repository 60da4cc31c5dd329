import { gathered, sameness } from "./likeness";
import type { Known, Matching } from "./matching";
import { isTouched } from "./merge-holds";
import type { Entry } from "./merge-plan";

/** Same words: with the same key, in the same place, and last anywhere. Repeats are taken in their order. */
export function matchExactly(matching: Matching): void {
  unchanged(matching);
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

/**
 * Headings under which both documents list the very same words: nothing happened to them there, so each is itself, also of
 * repeats about which somebody was asked before. Where what is here reads the same as well, it is what stands here now.
 */
function unchanged(matching: Matching): void {
  const { item } = matching.state;
  const bases = gathered(matching.known.filter((known) => known.base !== null), (known) => known.base?.path ?? "");
  const here = gathered(matching.known.filter((known) => !known.retired), (known) => known.paths.at(-1) ?? "");
  const used = new Set<Known>();
  const found: [Known, Entry][] = [];
  for (const [path, nexts] of gathered(matching.open, (next) => next.path)) {
    const words = nexts.map((next) => sameness(next.row.text));
    const reads = (all: readonly (string | undefined)[]) => all.length === words.length && all.every((text, at) => text !== undefined && sameness(text) === words[at]);
    const before = bases.get(path) ?? [];
    if (!reads(before.map((known) => known.base?.row.text))) continue;
    const now = [...(here.get(path) ?? [])].sort((one, other) => (item[one.itemId]?.position ?? 0) - (item[other.itemId]?.position ?? 0));
    // Our own export reads like what is here; the document as it was, or with equal items in other places here, does not count as one.
    const exported = reads(now.map((known) => known.texts.at(-1))) && now.some((known) => !before.includes(known)) && !before.every((known, at) => saysSame(known.base, nexts[at]));
    const knowns = exported ? now : before;
    if (knowns.some((known) => used.has(known))) continue;
    for (const [at, known] of knowns.entries()) {
      const next = nexts[at];
      if (!next) break;
      used.add(known);
      found.push([known, next]);
    }
  }
  matching.take(found);
}

/** Whether two lines say the same of their item's state. */
function saysSame(one: Entry | null, other: Entry | undefined): boolean {
  const said = (entry: Entry | null | undefined) => {
    const { work, reason, applicability, applicabilityReason, waiver, owner, due, evidence, held } = entry?.read ?? {};
    return JSON.stringify([work, reason, applicability, applicabilityReason, waiver, owner, due, evidence, held]);
  };
  return said(one) === said(other);
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
