"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type importing from "@/lib/texts/en/import.json";
import { count, fill } from "../fill";
import { Button, ButtonLink } from "../ui/button";
import type { Refused } from "../use-submit";
import { ChooseSource } from "./choose-source";
import { Questions, Steps } from "./plan-parts";
import { PreviewPart } from "./preview-parts";
import { askApply, askPlan, type ApplyAnswer, type Plan } from "./send-again";
import type { Source } from "./send-document";

interface Shown { source: Source; plan: Plan; revision: number; answers: Readonly<Record<string, string>> }

/** A newer text of the checklist: what it would do here, questions where only a person can say, one step to apply, one to take back. */
export function ImportAgain({ launch, checklist, seats, work, words, undo }: {
  launch: string; checklist: string; seats: Readonly<Record<string, string>>; work: Readonly<Record<string, string>>; words: typeof importing;
  undo: (wanted: { launch: string; revision: number }) => Promise<ApplyAnswer>;
}) {
  const router = useRouter();
  const [shown, setShown] = useState<Shown | null>(null);
  const [applied, setApplied] = useState<number | null>(null);
  const [said, setSaid] = useState("");
  const [busy, setBusy] = useState<string | null>(null);
  const [refused, setRefused] = useState<{ of: "source" | "plan"; sentence: string } | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const again = words.again;
  const given = shown?.source;
  useEffect(() => {
    if (given) heading.current?.focus();
  }, [given]);

  const run = async <A extends { allowed: true }>(says: string, of: "source" | "plan", ask: () => Promise<A | Refused>, then: (answer: A) => void): Promise<void> => {
    setBusy(says);
    setRefused(null);
    setSaid("");
    const answer = await ask().catch((): Refused => ({ allowed: false, why: "unreachable", sentence: words.unreachable }));
    setBusy(null);
    if (answer.allowed) then(answer);
    else setRefused({ of, sentence: answer.sentence });
  };
  const read = (source: Source): Promise<void> => run(fill(words.reading, { name: source.name }), "source", () => askPlan(launch, source), ({ plan, revision }) => {
    setShown({ source, plan, revision, answers: {} });
    setApplied(null);
    setSaid(plan.empty ? again.nothing : count(again.steps, plan.steps.length));
  });
  const apply = ({ source, answers, revision }: Shown): Promise<void> => run(again.applying, "plan", () => askApply(launch, source, answers, revision), ({ update }) => {
    setShown(null);
    // The same file again is no event: there is nothing to take back, least of all what came before.
    const happened = update.revision > revision;
    setApplied(happened ? update.revision : null);
    setSaid(happened ? again.applied : again.nothing);
    router.refresh();
  });
  const takeBack = (revision: number): Promise<void> => run(again.undoing, "source", () => undo({ launch, revision }), () => {
    setApplied(null);
    setSaid(again.undone);
    router.refresh();
  });
  const open = shown ? shown.plan.questions.filter(({ id }) => !(id in shown.answers)).length : 0;
  return (
    <>
      <section aria-labelledby="source-title" className="pb-6">
        <h2 id="source-title" className="pb-3 text-lead tracking-tight">{again.source}</h2>
        <ChooseSource words={{ ...words, source: { ...words.source, read: again.read } }} busy={busy !== null} error={refused?.of === "source" ? refused.sentence : null} onSource={(source) => void read(source)} />
      </section>
      <div className="flex min-h-9 flex-wrap items-center gap-3 pb-3 text-note text-ink-2">
        {busy ? <progress aria-label={busy} className="w-32 accent-ink" /> : null}
        <p role="status">{busy ?? said}</p>
        {applied === null || busy ? null : <><Button small onClick={() => void takeBack(applied)}>{again.undo}</Button><ButtonLink small href={checklist}>{again.toChecklist}</ButtonLink></>}
      </div>
      {shown ? (
        <section aria-labelledby="plan-title" aria-busy={busy !== null} className="border-t border-line py-6">
          <h2 id="plan-title" ref={heading} tabIndex={-1} className="text-lead tracking-tight outline-none">{again.plan}</h2>
          <p className="pb-4 text-note text-ink-3">{fill(words.readOf, { name: shown.source.name })} · {again.planHint}</p>
          {shown.plan.steps.length > 0 ? <PreviewPart title={again.stepsTitle}><Steps steps={shown.plan.steps} seats={seats} work={work} words={again} /></PreviewPart> : null}
          {shown.plan.notices.length > 0 ? (
            <PreviewPart title={again.notices}><ul className="grid gap-1 text-note">{shown.plan.notices.map(({ line, message }, at) => <li key={at}><span className="text-ink-3">{fill(again.line, { line })}</span> {message}</li>)}</ul></PreviewPart>
          ) : null}
          {shown.plan.questions.length > 0 ? (
            <PreviewPart title={again.questions} hint={again.questionsHint}>
              <Questions questions={shown.plan.questions} answers={shown.answers} words={again} onAnswer={(id, option) => setShown({ ...shown, answers: { ...shown.answers, [id]: option } })} />
            </PreviewPart>
          ) : null}
          {refused?.of === "plan" ? <p role="alert" className="border-l-2 border-stop pl-3 text-note text-stop">{refused.sentence}</p> : null}
          <div className="flex flex-wrap items-center gap-3 border-t border-line pt-5">
            <Button look="primary" disabled={busy !== null || open > 0} onClick={() => void apply(shown)}>{busy ?? again.apply}</Button>
            <span className="text-note text-ink-3">{open > 0 ? count(again.open, open) : again.none}</span>
          </div>
        </section>
      ) : null}
    </>
  );
}
