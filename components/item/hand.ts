import type { RowView } from "@/lib/domain/row";
import type { Asked } from "../checklist/ask";
import type { RowIntent } from "../checklist/optimistic";
import type { Answer, ItemActions } from "./actions";
import type { Question } from "./surroundings";

/** What the controls of an item can do. */
export interface Hand {
  actions: ItemActions;
  edit: (item: string, intent: RowIntent, seen?: number) => void;
  ask: (about: Asked["about"], row: RowView) => void;
  heard: (answer: Answer) => void;
  answer: (question: Question, answer: boolean | null) => void;
}
