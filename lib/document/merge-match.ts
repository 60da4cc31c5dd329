import type { LaunchState } from "@/lib/domain/state";
import { gathered, sameness, stemsOf } from "./likeness";
import { isTouched } from "./merge-holds";
import type { Entry, Gone, Graph, MergeQuestion, Pair } from "./merge-plan";
import { plain } from "./plain";
import { contained, sharedWords } from "./shared-words";

/** An item here that could be one of the new document's: with its words and place as imported and as they are now. */
interface Known { itemId: string; key: string; base: Entry | null; texts: string[]; paths: string[]; retired: boolean; order: number }
export interface Matched { pairs: Pair[]; gone: Gone[]; fresh: Entry[]; questions: MergeQuestion[] }

/** From this likeness on, words that were only added or taken away are the same item reworded. */
const surely = 0.6;
/** From this likeness on it is asked, in the same group and elsewhere. */
const perhaps = { here: 0.34, elsewhere: 0.6 } as const;
/** More comparisons than this are not made: then only items of one group are compared. */
const mostComparisons = 250_000;
/** Lines to either side within which a long group's items are compared. */
const nearby = 100;

/**
 * Finds for each item of the new document the item here that it is: by key and words, by words and place, by likeness
 * of words. Where one thing may have been put in another's place it is asked, never guessed.
 */
export function matchItems(base: Graph, next: Graph, anchors: ReadonlyMap<string, string>, state: LaunchState): Matched {
  const matching = new Matching(knownOf(base, anchors, state), next.entries, state);
  matching.exactly();
  matching.split();
  matching.likely();
  return matching.outcome();
}

function knownOf(base: Graph, anchors: ReadonlyMap<string, string>, state: LaunchState): Known[] {
  const byItem = new Map<string, Entry>();
  for (const entry of base.entries) {
    const id = anchors.get(entry.read.key);
    if (id !== undefined) byItem.set(id, entry);
  }
  return Object.values(state.item).map((item): Known => {
    const entry = byItem.get(item.id) ?? null;
    const path = `${state.section[item.sectionId]?.title ?? ""}\n${state.group[item.groupId]?.title ?? ""}`;
    return {
      itemId: item.id, key: entry?.read.key ?? item.key, base: entry, order: entry?.read.line ?? item.position + 1e6,
      texts: [...new Set([...(entry ? [entry.row.text] : []), item.text])], paths: [...new Set([...(entry ? [entry.path] : []), path])],
      // What is retired and gone from the document as well comes back only by exactly its own words.
      retired: item.retiredAt !== null,
    };
  }).sort((one, other) => one.order - other.order);
}

class Matching {
  private readonly pairs: Pair[] = [];
  private readonly questions: MergeQuestion[] = [];
  private readonly asked = new Map<string, { question: string; retireWhen: string[] }>();
  private known: Known[];
  private open: Entry[];

  constructor(known: Known[], next: Entry[], private readonly state: LaunchState) {
    this.known = known;
    this.open = [...next];
  }

  private pair(known: Known, next: Entry, question: string | null = null, when: string | null = null): void {
    this.pairs.push({ next, base: known.base, itemId: known.itemId, question, when });
    this.known = this.known.filter((one) => one !== known);
    this.open = this.open.filter((one) => one !== next);
  }

  /** Same words: with the same key, in the same place, and last anywhere. Repeats are taken in their order. */
  exactly(): void {
    // The document's own keys come before keys of the page that may have become the same.
    const byKey = new Map([...this.known].sort((one, other) => Number(one.base !== null) - Number(other.base !== null)).map((known) => [known.key, known]));
    const same = (known: Known, next: Entry) => known.texts.some((text) => sameness(text) === sameness(next.row.text));
    const place = (entry: Entry) => `${entry.path}\n${sameness(entry.row.text)}`;
    const [here, there] = [gathered(this.known.flatMap((known) => known.base ?? []), place), gathered(this.open, place)];
    // Of repeats that became more or fewer, keys (which count them) say nothing.
    const counted = (next: Entry) => (here.get(place(next))?.length ?? 1) === 1 || here.get(place(next))?.length === there.get(place(next))?.length;
    const taken: [Known, Entry][] = [];
    for (const next of this.open) {
      const known = byKey.get(next.read.key);
      // Of equal items the living one is meant: what is retired here is not in our own exports.
      if (known && !known.retired && same(known, next) && counted(next) && known.paths.includes(next.path)) taken.push([known, next]);
    }
    this.take(taken);
    // The words that an item has here now come before those with which it was imported.
    for (const texts of [(known: Known) => known.texts.slice(-1), (known: Known) => known.texts]) {
      this.inOrder((known) => known.paths.flatMap((path) => texts(known).map((text) => `${path}\n${sameness(text)}`)), place);
    }
    for (const texts of [(known: Known) => known.texts.slice(-1), (known: Known) => known.texts]) {
      this.inOrder((known) => texts(known).map(sameness), (next) => sameness(next.row.text));
    }
    const left = new Map(this.known.filter((known) => known.base !== null).map((known) => [known.key, known]));
    this.take(this.open.flatMap((next): [Known, Entry][] => {
      const known = left.get(next.read.key);
      return known ? [[known, next]] : [];
    }));
  }

  private take(found: [Known, Entry][]): void {
    const knowns = new Set(found.map(([known]) => known));
    const nexts = new Set(found.map(([, next]) => next));
    for (const [known, next] of found) this.pairs.push({ next, base: known.base, itemId: known.itemId, question: null, when: null });
    this.known = this.known.filter((known) => !knowns.has(known));
    this.open = this.open.filter((next) => !nexts.has(next));
  }

  /** Pairs what shares a word. As many here as there: in their order. Else, where they differ in state, it is asked. */
  private inOrder(wordsOf: (known: Known) => string[], wordOf: (next: Entry) => string): void {
    const byWord = new Map<string, Known[]>();
    for (const known of this.known) for (const word of new Set(wordsOf(known))) byWord.set(word, [...(byWord.get(word) ?? []), known]);
    const used = new Set<Known>();
    const sure: [Known, Entry][] = [];
    const unsure: [Known, Entry][] = [];
    for (const [word, nexts] of gathered(this.open, wordOf)) {
      // Living items first; what is retired comes back only when nothing living has these words.
      const knowns = (byWord.get(word) ?? []).filter((known) => !used.has(known)).sort((one, other) => Number(one.retired) - Number(other.retired) || one.order - other.order);
      const living = knowns.filter((known) => !known.retired);
      const clear = living.length === nexts.length || knowns.length === nexts.length || knowns.every((known) => !isTouched(this.state, known.itemId));
      for (const [at, next] of nexts.entries()) {
        const known = knowns[at];
        if (!known) break;
        used.add(known);
        (clear ? sure : unsure).push([known, next]);
      }
    }
    this.take(sure);
    for (const [known, next] of unsure) this.ask(known, next);
  }

  /** One item's words, now spread over two or more neighbours in its group. */
  split(): void {
    const groups = gathered(this.open, (next) => next.path);
    const stems = new Map(this.open.map((next) => [next, stemsOf(next.row.text)]));
    const open = new Set(this.open);
    for (const known of this.known.filter((one) => !one.retired)) {
      const whole = stemsOf(known.texts[0] ?? "");
      const around = this.near(known, known.paths.flatMap((path) => groups.get(path) ?? []));
      const parts = around.filter((next) => open.has(next) && contained(stems.get(next) ?? [], whole) >= 0.7);
      if (parts.length < 2 || contained(whole, parts.flatMap((part) => stems.get(part) ?? [])) < 0.8) continue;
      for (const part of parts) open.delete(part);
      const id = `split:${known.key}`;
      this.questions.push({
        id, kind: "split", itemId: known.itemId, line: parts[0]?.read.line ?? null,
        ask: `"${plain(known.texts[0] ?? "")}" looks split into ${parts.length} items. Which of them goes on with its state and proof?`,
        options: [
          ...parts.map((part) => ({ id: `keep:${part.read.key}`, says: `"${plain(part.row.text)}" goes on with it; the others begin open` })),
          { id: "none", says: "None: the old item is retired, and all begin open" },
        ],
      });
      this.asked.set(known.itemId, { question: id, retireWhen: ["none"] });
      this.known = this.known.filter((one) => one !== known);
      this.open = this.open.filter((next) => !parts.includes(next));
      for (const part of parts) this.pairs.push({ next: part, base: known.base, itemId: known.itemId, question: id, when: `keep:${part.read.key}` });
    }
  }

  /** In a list of thousands what is alike is looked for nearby only. */
  private near(known: Known, all: Entry[]): Entry[] {
    return all.length <= nearby * 4 ? all : all.filter((next) => Math.abs(next.read.line - known.order) <= nearby);
  }

  /** Likeness of words, best first. */
  likely(): void {
    // What is retired and still in the document as imported can be reworded there like anything else.
    const living = this.known.filter((known) => !known.retired || known.base !== null);
    const everywhere = living.length * this.open.length <= mostComparisons;
    const groups = everywhere ? null : gathered(this.open, (next) => next.path);
    const stems = new Map(this.open.map((next) => [next, stemsOf(next.row.text)]));
    const scored: { known: Known; next: Entry; score: number; sure: boolean }[] = [];
    for (const known of living) {
      const own = known.texts.map(stemsOf);
      for (const next of this.near(known, groups ? known.paths.flatMap((path) => groups.get(path) ?? []) : this.open)) {
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
      if (sure) this.pair(known, next);
      else this.ask(known, next);
    }
  }

  private ask(known: Known, next: Entry): void {
    const id = `same:${known.key}:${next.read.key}`;
    const [before, after] = [plain(known.texts.at(-1) ?? ""), plain(next.row.text)];
    this.questions.push({
      id, kind: "same", itemId: known.itemId, line: next.read.line,
      ask: before === after ? `"${after}" stands more than once. Is line ${next.read.line} the item that is here already?` : `Is "${after}" the item "${before}", reworded?`,
      options: [
        { id: "same", says: "The same: it goes on with its state and proof" },
        { id: "replace", says: "Another one: the old item is retired, the new one begins open" },
        { id: "both", says: "Another one, and the old item stays here as well" },
      ],
    });
    this.asked.set(known.itemId, { question: id, retireWhen: ["replace"] });
    this.pair(known, next, id, "same");
  }

  outcome(): Matched {
    const asked = [...this.asked].map(([itemId, { question, retireWhen }]): Gone => {
      return { itemId, base: this.pairs.find((pair) => pair.itemId === itemId)?.base ?? null, question, retireWhen };
    });
    // What is here and never came from the document stays; so does what is retired already.
    const left = this.known.filter((known) => !known.retired && known.base !== null).map((known): Gone => {
      const question = isTouched(this.state, known.itemId) ? `removed:${known.key}` : null;
      if (question !== null) {
        this.questions.push({
          id: question, kind: "removed", itemId: known.itemId, line: null,
          ask: `The new document no longer has "${plain(known.texts.at(-1) ?? "")}", which has a history here. What becomes of it?`,
          options: [{ id: "retire", says: "Retire it; its history and proof are kept" }, { id: "keep", says: "Keep it here" }],
        });
      }
      return { itemId: known.itemId, base: known.base, question, retireWhen: ["retire"] };
    });
    return { pairs: this.pairs, gone: [...asked, ...left], fresh: this.open, questions: this.questions };
  }
}
