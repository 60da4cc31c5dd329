import type { Instant, Item, LaunchState, Work } from "@/lib/domain/state";
import { launchRows, type DocumentRows } from "./launch-rows";
import { itemsOf, type ReadItem, type Reading } from "./reading";

export const stepKinds = ["added", "returned", "removed", "kept", "moved", "reworded", "split", "changed", "heading", "seat", "note", "launch"] as const;
export type StepKind = (typeof stepKinds)[number];

/** What an item has gathered here, which a merge must not lose unseen. */
export interface Holds { work: Work; proofs: number; waivers: number }

/** One thing a merge would do, as it is shown before anything is applied. */
export interface MergeStep {
  kind: StepKind;
  /** The item here; `null` for one that is added, and for steps that are about no item. */
  itemId: string | null;
  /** Line in the new document, where it has one. */
  line: number | null;
  /** The item's words, where what changes does not say them: a field, or its place. */
  subject: string | null;
  /** What changes, in a word: "text", "work", "window" …; `null` where the kind says it all. */
  field: string | null;
  before: string | null;
  after: string | null;
  /** What goes on as it is, or with a removed item out of sight. */
  holds: Holds | null;
  /** Seats whose signatures would go stale by it. */
  stales: string[];
  /** The question on whose answer it depends. */
  question: string | null;
}

export const questionKinds = ["same", "split", "removed", "retired", "field", "place", "launch", "seat", "link"] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** Something that only a person can say. Its id stays the same while document and launch do. */
export interface MergeQuestion {
  id: string;
  kind: QuestionKind;
  itemId: string | null;
  line: number | null;
  ask: string;
  options: { id: string; says: string }[];
}

/** What the document says and nobody adopts: proof by link, owners nobody knows. */
export interface MergeNotice { line: number; message: string }

/** Answers by question id: the option's id. */
export type Answers = Readonly<Record<string, string>>;
/** Names of people by user id, as the launch's exports write owners. */
export type Names = Readonly<Record<string, string>>;

/** An item as the document has it, and as the row it would be in a new launch. */
export interface Entry { read: ReadItem; row: Item; path: string }
export interface Graph { entries: Entry[]; byKey: Map<string, Entry>; byRow: Map<string, Entry>; rows: DocumentRows }

/** A new item that is an item here; with a question, only if its answer says so. */
export interface Pair { next: Entry; base: Entry | null; itemId: string; question: string | null; when: string | null }
/** An item here that the new document no longer has; `question` when it has something to lose. */
export interface Gone { itemId: string; base: Entry | null; question: string | null; retireWhen: readonly string[] }

export interface MergePlan {
  steps: MergeStep[];
  questions: MergeQuestion[];
  notices: MergeNotice[];
  /** Nothing differs but, at most, line numbers. */
  empty: boolean;
  /** For `applyMerge`: how both documents and the launch hang together. */
  inner: { base: Reading; next: Reading; baseGraph: Graph; nextGraph: Graph; anchors: ReadonlyMap<string, string>; pairs: Pair[]; gone: Gone[]; names: Names; same: boolean };
}

/** A document's items with the rows they would be in a new launch. */
export function graphOf(reading: Reading, at: Instant, prefix: string): Graph {
  let count = 0;
  const rows = launchRows(reading, at, () => `${prefix}${(count += 1)}`);
  const titles = new Map<string, string>();
  for (const section of rows.section) titles.set(section.id, section.title);
  for (const group of rows.group) titles.set(group.id, `${titles.get(group.sectionId) ?? ""}\n${group.title}`);
  const entries = itemsOf(reading).flatMap((read, at): Entry[] => {
    const row = rows.item[at];
    return row ? [{ read, row, path: titles.get(row.groupId) ?? "" }] : [];
  });
  return { entries, rows, byKey: new Map(entries.map((entry) => [entry.read.key, entry])), byRow: new Map(entries.map((entry) => [entry.row.id, entry])) };
}

/**
 * Which row of a launch each item of its document is: by the line, which every import writes anew (by the key where
 * no row has one). A document's own keys follow its words; a row's key never changes.
 */
export function anchorsOf(reading: Pick<Reading, "sections">, state: Pick<LaunchState, "item">): Map<string, string> {
  const rows = Object.values(state.item);
  const byLine = new Map(rows.flatMap((row) => (row.line === null ? [] : [[row.line, row.id] as const])));
  const byKey = new Map(rows.map((row) => [row.key, row.id]));
  const found = new Map<string, string>();
  const taken = new Set<string>();
  for (const read of itemsOf(reading)) {
    const id = byLine.size > 0 ? byLine.get(read.line) : byKey.get(read.key);
    if (id === undefined || taken.has(id)) continue;
    taken.add(id);
    found.set(read.key, id);
  }
  return found;
}
