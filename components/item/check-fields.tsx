import { Field, Input } from "../ui/field";
import type { ItemWords } from "./words";

/** What a check found: which check, its outcome, and who or what says so. The newest of each source counts (decision rules §3). */
export function CheckFields({ id, words: { check: words, measure } }: { id: string; words: ItemWords["item"] }) {
  return (
    <>
      <Field id={`${id}-check`} label={words.title} hint={words.titleHint}><Input id={`${id}-check`} name="title" required autoFocus maxLength={300} aria-describedby={`${id}-check-hint`} /></Field>
      <fieldset className="flex gap-5 text-note">
        <legend className="mb-1 font-medium">{words.outcome}</legend>
        {(["pass", "fail"] as const).map((outcome) => (
          <label key={outcome} className="flex items-center gap-1.5"><input type="radio" name="outcome" value={outcome} required className="accent-ink" />{words[outcome]}</label>
        ))}
      </fieldset>
      <Field id={`${id}-source`} label={measure.source} hint={measure.sourceHint}><Input id={`${id}-source`} name="source" maxLength={200} aria-describedby={`${id}-source-hint`} /></Field>
      <Field id={`${id}-at`} label={words.url}><Input id={`${id}-at`} name="url" type="url" maxLength={2_000} inputMode="url" placeholder="https://" /></Field>
    </>
  );
}
