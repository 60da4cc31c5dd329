import type { RowView } from "@/lib/domain/row";
import type { Asked } from "../checklist/ask";
import type { RowIntent } from "../checklist/optimistic";
import type { MadeByAsking } from "../checklist/use-rows";
import type { Answer, ItemActions } from "./actions";
import type { Question } from "./surroundings";

/** What the controls of an item can do. */
export interface Hand {
  actions: ItemActions;
  edit: (item: string, intent: RowIntent, seen?: number) => void;
  ask: (about: Asked["about"], row: RowView) => void;
  /** `made`: what undo would take back with it. */
  heard: (answer: Answer, made?: MadeByAsking) => void;
  /** Resolves once the server has answered all edits of rows: whatever is asked otherwise comes after them, or it would make them stale. */
  settled: () => Promise<void>;
  /** The version that one's own edits have made of the one a question was put at, once they have settled. */
  builtOn: (item: string, version: number) => number;
  /** Items with an edit of this page on its way: what then changes about them is one's own doing. */
  onWay: ReadonlySet<string>;
  answer: (question: Question, answer: boolean | null) => void;
}
