import type { RefObject } from "react";
import type { Choice } from "@/lib/document/reading";
import type importing from "@/lib/texts/en/import.json";
import { count, fill } from "../fill";
import { Button } from "../ui/button";
import { Kept } from "./kept";
import { Questions, Steps } from "./plan-parts";
import { Choices, Notices, PreviewPart } from "./preview-parts";
import type { Plan } from "./send-again";
import type { Kept as KeptDocument } from "./send-document";

/** What a newer text would do, what it leaves to be chosen, and what was answered so far. */
export interface Becomes { plan: Plan; revision: number; choices: Choice[]; kept: KeptDocument; answers: Readonly<Record<string, string>> }

/** The plan of an import, step by step, with its choices and questions, and the one button that applies it. */
export function PlanShown({ becomes: { plan, choices, kept, answers }, source, from, taken, seats, states, working, error, words, heading, onTake, onAnswer, onApply }: {
  becomes: Becomes; source: string; from: string; taken: readonly string[]; seats: Readonly<Record<string, string>>; states: Readonly<Record<string, string>>; working: string | null; error: string | null;
  words: typeof importing; heading: RefObject<HTMLHeadingElement | null>; onTake: (taken: string[]) => void; onAnswer: (answers: Readonly<Record<string, string>>) => void; onApply: () => void;
}) {
  const { again, preview } = words;
  const busy = working !== null;
  const open = plan.questions.filter(({ id, kind }) => kind !== "link" && !(id in answers)).length;
  return (
    <section aria-labelledby="plan-title" aria-busy={busy} className="border-t border-line py-6">
      <h2 id="plan-title" ref={heading} tabIndex={-1} className="text-lead tracking-tight outline-none">{again.plan}</h2>
      <p className="pb-4 text-note text-ink-3">{from} · {again.planHint}</p>
      {kept.notices.length > 0 ? <PreviewPart title={preview.how}><Notices notices={kept.notices} words={preview} /></PreviewPart> : null}
      {choices.length > 0 ? <PreviewPart title={preview.choices} hint={again.choicesHint}><Choices choices={choices} taken={taken} busy={busy} words={preview} onTake={onTake} /></PreviewPart> : null}
      {plan.steps.length > 0 ? <PreviewPart title={again.stepsTitle}><Steps steps={plan.steps} seats={seats} work={states} words={again} /></PreviewPart> : null}
      {plan.notices.length > 0 ? (
        <PreviewPart title={again.notices}><ul className="grid gap-1 text-note">{plan.notices.map(({ line, message }, at) => <li key={at}><span className="text-ink-3">{fill(again.line, { line })}</span> {message}</li>)}</ul></PreviewPart>
      ) : null}
      {plan.questions.length > 0 ? (
        <PreviewPart title={again.questions} hint={again.questionsHint}>
          <Questions questions={plan.questions} answers={answers} words={again} onAnswer={(id, option) => onAnswer({ ...answers, [id]: option })} />
        </PreviewPart>
      ) : null}
      <PreviewPart title={preview.kept}><Kept kept={kept} source={source} words={preview} /><p className="text-note text-ink-3">{again.replaces}</p></PreviewPart>
      {error ? <p role="alert" className="border-l-2 border-stop pl-3 text-note text-stop">{error}</p> : null}
      <div className="flex flex-wrap items-center gap-3 border-t border-line pt-5">
        <Button look="primary" disabled={busy || open > 0} onClick={onApply}>{working ?? again.apply}</Button>
        <span className="text-note text-ink-3">{open > 0 ? count(again.open, open) : again.none}</span>
      </div>
    </section>
  );
}
