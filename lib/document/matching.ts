import type { LaunchState } from "@/lib/domain/state";
import type { Entry, MergeQuestion, Pair } from "./merge-plan";
import { plain } from "./plain";

/** An item here that could be one of the new document's: with its words and place as imported and as they are now. */
export interface Known { itemId: string; key: string; base: Entry | null; texts: string[]; paths: string[]; retired: boolean; order: number }

/** What has been found so far of which new item is which here. What is paired is neither `known` nor `open` any more. */
export class Matching {
  readonly pairs: Pair[] = [];
  readonly questions: MergeQuestion[] = [];
  readonly asked = new Map<string, { question: string; retireWhen: string[] }>();
  known: Known[];
  open: Entry[];

  constructor(known: Known[], next: Entry[], readonly state: LaunchState) {
    this.known = known;
    this.open = [...next];
  }

  pair(known: Known, next: Entry, question: string | null = null, when: string | null = null): void {
    this.pairs.push({ next, base: known.base, itemId: known.itemId, question, when });
    this.known = this.known.filter((one) => one !== known);
    this.open = this.open.filter((one) => one !== next);
  }

  take(found: [Known, Entry][]): void {
    const knowns = new Set(found.map(([known]) => known));
    const nexts = new Set(found.map(([, next]) => next));
    for (const [known, next] of found) this.pairs.push({ next, base: known.base, itemId: known.itemId, question: null, when: null });
    this.known = this.known.filter((known) => !knowns.has(known));
    this.open = this.open.filter((next) => !nexts.has(next));
  }

  ask(known: Known, next: Entry): void {
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
}
