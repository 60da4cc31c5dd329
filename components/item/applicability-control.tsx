import type { RowView } from "@/lib/domain/row";
import { Button } from "../ui/button";
import type { Hand } from "./hand";
import type { Question, Surroundings } from "./surroundings";

/** Whether the item applies: decided by a fact's answer where there is one, or by hand with a reason. */
export function ApplicabilityControl({ row, question, conditional, hand, around }: {
  row: RowView; question: Question | null; conditional: boolean; hand: Hand; around: Surroundings;
}) {
  const words = around.words.item;
  const decide = (applicability: "applies" | "undecided"): void => hand.edit(row.id, { kind: "applicability", applicability, reason: null });
  return (
    <div className="grid gap-2 text-note" data-screen-only>
      {question ? (
        <div role="group" aria-label={question.question} className="flex flex-wrap items-center gap-2">
          <span className="basis-full text-ink-2">{question.question}</span>
          {([true, false] as const).map((answer) => (
            <Button key={String(answer)} small aria-pressed={question.answer === answer} look={question.answer === answer ? "primary" : "plain"} onClick={() => hand.answer(question, answer)}>
              {answer ? words.yes : words.no}
            </Button>
          ))}
          {question.answer === null ? null : <Button small look="quiet" onClick={() => hand.answer(question, null)}>{words.unanswer}</Button>}
        </div>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {row.applicability === "applies" ? null : <Button small onClick={() => decide("applies")}>{words.applies}</Button>}
        {row.applicability === "not-applicable" ? null : <Button small look="quiet" className="!border-edge" onClick={() => hand.ask("not-applicable", row)}>{words.notApplicable}</Button>}
        {conditional && row.applicability !== "undecided" ? <Button small look="quiet" onClick={() => decide("undecided")}>{words.undecide}</Button> : null}
      </div>
    </div>
  );
}
