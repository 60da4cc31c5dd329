import type { Question } from "./surroundings";
import type { ItemWords } from "./words";

/** Why a row stands as it does. Where a question decided it, the question alone would say nothing: its answer belongs to it. */
export function because(note: string, question: Pick<Question, "question" | "answer"> | null, { yes, no }: Pick<ItemWords["item"], "yes" | "no">): string {
  return question && question.answer !== null && note === question.question ? `${note} ${question.answer ? yes : no}` : note;
}
