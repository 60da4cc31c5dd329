import { fieldName, fieldValue } from "@/lib/document/field-words";
import type { MergeStep } from "@/lib/document/merge-plan";
import type importing from "@/lib/texts/en/import.json";
import { count, fill } from "../fill";
import { InlineText } from "../ui/inline-text";
import type { Plan } from "./send-again";

type Words = (typeof importing)["again"];

/** Each thing the import would do, with what it does to state, proof and signatures. */
export function Steps({ steps, seats, work, words }: { steps: Plan["steps"]; seats: Readonly<Record<string, string>>; work: Readonly<Record<string, string>>; words: Words }) {
  return (
    <ol>
      {steps.map((step, at) => (
        <li key={at} className="grid gap-x-4 gap-y-0.5 border-t border-line py-2 first:border-t-0 sm:grid-cols-[6.5rem_minmax(0,1fr)_auto]">
          <span className="text-note font-medium">{words.kind[step.kind]}</span>
          <div className="text-note">
            {step.subject === null ? null : <p><InlineText text={step.subject} /></p>}
            <Difference step={step} words={words} />
            <Consequences step={step} seats={seats} work={work} words={words} />
          </div>
          <span className="text-small whitespace-nowrap text-ink-3">{step.line === null ? "" : fill(words.line, { line: step.line })}</span>
        </li>
      ))}
    </ol>
  );
}

function Difference({ step: { kind, field, before, after }, words }: { step: MergeStep; words: Words }) {
  const of = field === null || field === "text" ? null : <span className="text-ink-3">{fieldName(field)}: </span>;
  // A value that goes away or comes is a change; of anything else one side says it all.
  const both = kind === "changed" || kind === "launch" || (before !== null && after !== null);
  if (!both) return <p>{of}<InlineText text={after ?? before ?? ""} /></p>;
  return <p>{of}<del className="text-ink-3"><InlineText text={fieldValue(field, before)} /></del> <span className="sr-only">{words.becomes}</span><span aria-hidden="true">→</span> <ins className="no-underline"><InlineText text={fieldValue(field, after)} /></ins></p>;
}

function Consequences({ step: { holds, stales, question }, seats, work, words }: { step: MergeStep; seats: Readonly<Record<string, string>>; work: Readonly<Record<string, string>>; words: Words }) {
  const said = [
    holds && holds.work !== "todo" ? fill(words.holdsWork, { work: (work[holds.work] ?? holds.work).toLowerCase() }) : "",
    holds && holds.proofs > 0 ? count(words.holdsProofs, holds.proofs) : "", holds && holds.waivers > 0 ? count(words.holdsWaivers, holds.waivers) : "",
    question === null ? "" : words.asked,
  ].filter(Boolean);
  return (
    <>
      {said.length > 0 ? <p className="text-small text-ink-2">{said.join(" · ")}</p> : null}
      {stales.length > 0 ? <p className="text-small text-warn">{fill(words.stales, { seats: stales.map((id) => seats[id] ?? id).join(", ") })}</p> : null}
    </>
  );
}

/** What only a person can say, one question at a time; none has an answer until it is given. */
export function Questions({ questions, answers, words, onAnswer }: { questions: Plan["questions"]; answers: Readonly<Record<string, string>>; words: Words; onAnswer: (id: string, option: string) => void }) {
  return (
    <div className="grid gap-5">
      {questions.map(({ id, ask, line, options }) => (
        <fieldset key={id} className="grid gap-1.5">
          <legend className="pb-1 font-medium">{ask}{line === null ? null : <span className="text-small font-normal text-ink-3"> {fill(words.line, { line })}</span>}</legend>
          {options.map((option) => (
            <label key={option.id} className="flex items-baseline gap-2 text-note pointer-coarse:min-h-11">
              <input type="radio" name={id} value={option.id} checked={answers[id] === option.id} onChange={() => onAnswer(id, option.id)} className="translate-y-0.5 accent-ink" />{option.says}
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
