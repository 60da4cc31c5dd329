"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, type ReactNode } from "react";
import type importing from "@/lib/texts/en/import.json";
import type { TableShown } from "@/lib/document/table-shown";
import { count, fill } from "../fill";
import { Button, ButtonLink } from "../ui/button";
import { settle } from "../unsent/unsent";
import type { Refused } from "../use-submit";
import { ChooseSource } from "./choose-source";
import { ColumnsStep } from "./columns-step";
import { PlanShown, type Becomes } from "./plan-shown";
import { readingWords } from "./reading-words";
import { askApply, askPlan, type ApplyAnswer } from "./send-again";
import { nothingSaid, type Said, type Source } from "./send-document";
import { useWork } from "./use-work";
import { WorkLine } from "./work-line";

/** A source with what was said of it, its columns where it has some, and what it would do once that is known. */
interface Shown { source: Source; said: Said; table: TableShown | null; becomes: Becomes | null }

/**
 * A newer text of the checklist: what it would do here, questions where only a person can say, one step to apply, one to take back.
 * @param shut what is shown where nobody, or not this person, imports; what was chosen and answered before stays, to be applied once that has passed
 */
export function ImportAgain({ shut, launch, checklist, seats, work: states, words, undo }: {
  shut: ReactNode; launch: string; checklist: string; seats: Readonly<Record<string, string>>; work: Readonly<Record<string, string>>; words: typeof importing;
  undo: (wanted: { launch: string; revision: number }) => Promise<ApplyAnswer | Refused>;
}) {
  const router = useRouter();
  const [shown, setShown] = useState<Shown | null>(null);
  const [applied, setApplied] = useState<number | null>(null);
  const { work, said: told, say, run } = useWork(words);
  const [refused, setRefused] = useState<{ of: "source" | "plan"; sentence: string } | null>(null);
  const columns = useRef<HTMLHeadingElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [arrived, setArrived] = useState<{ at: typeof heading } | null>(null);
  useEffect(() => arrived?.at.current?.focus(), [arrived]);
  const busy = work !== null;
  const again = words.again;

  const read = async (source: Source, said: Said): Promise<void> => {
    setRefused(null);
    const before = shown?.source === source ? shown : null;
    // A box ticked is ticked at once; the steps follow.
    if (before) setShown({ ...before, said });
    const answer = await run({ ...readingWords(source, words), cancellable: true, ask: (sending) => askPlan(launch, source, said, sending) });
    if (answer === null) return setShown(before);
    if (!answer.allowed) {
      setRefused({ of: "source", sentence: answer.sentence });
      return setShown(before);
    }
    setApplied(null);
    if ("table" in answer) {
      const { table } = answer;
      setShown({ source, said: { ...said, mapping: table.mapping, sheet: table.sheet }, table, becomes: null });
      if (!before) setArrived({ at: columns });
      return say(fill(words.columns.ready, { rows: count(words.columns.rows, table.rows - (table.mapping.header ? 1 : 0)) }));
    }
    const { plan, revision, choices, taken, kept } = answer;
    // An answer that was given stays given where its question still is asked.
    const answers = Object.fromEntries(Object.entries(before?.becomes?.answers ?? {}).filter(([id]) => plan.questions.some((question) => question.id === id)));
    setShown({ source, said: { ...said, taken }, table: before?.table ?? null, becomes: { plan, revision, choices, kept, answers } });
    if (!before?.becomes) setArrived({ at: heading });
    say(plan.empty ? again.nothing : count(again.steps, plan.steps.length));
  };
  const apply = async ({ source, said, becomes }: Shown): Promise<void> => {
    if (!becomes) return;
    setRefused(null);
    const { answers, revision } = becomes;
    const answer = await run({ working: again.applying, cancellable: false, ask: (sending) => askApply(launch, source, said, answers, revision, sending) });
    if (answer === null) return;
    if (!answer.allowed) {
      // The launch has moved on: what it would do now is shown, and what was answered stays where it still is asked.
      if (answer.why === "state-moved") await read(source, said);
      return setRefused({ of: "plan", sentence: answer.sentence });
    }
    settle(box.current);
    setShown(null);
    // The same file again is no event: there is nothing to take back, least of all what came before.
    const happened = answer.update.revision > revision;
    setApplied(happened ? answer.update.revision : null);
    say(happened ? again.applied : again.nothing);
    router.refresh();
  };
  const takeBack = async (revision: number): Promise<void> => {
    setRefused(null);
    const answer = await run({ working: again.undoing, cancellable: false, ask: () => undo({ launch, revision }) });
    if (answer === null) return;
    if (!answer.allowed) return setRefused({ of: "source", sentence: answer.sentence });
    setApplied(null);
    say(again.undone);
    router.refresh();
  };
  if (shut && !shown) return shut;
  const sourceError = refused?.of === "source" ? refused.sentence : null;
  const from = shown ? fill(words.readOf, { name: shown.source.name }) : "";
  return (
    <div ref={box} className="max-w-3xl">
      <h1 className="text-[1.75rem] leading-tight tracking-tight">{again.title}</h1>
      <p className="mt-1 pb-6 text-ink-2">{again.lead}</p>
      {shut ? <p role="alert" className="mb-6 border-l-2 border-warn pl-3">{again.shut}</p> : null}
      <section aria-labelledby="source-title" className="pb-6">
        <h2 id="source-title" className="pb-3 text-lead tracking-tight">{again.source}</h2>
        <ChooseSource words={{ ...words, source: { ...words.source, read: again.read } }} busy={busy} error={shown?.table ? null : sourceError} onSource={(source) => void read(source, nothingSaid)} />
      </section>
      <WorkLine work={work} said={told} cancel={words.cancel}>
        {applied === null ? null : <><Button small onClick={() => void takeBack(applied)}>{again.undo}</Button><ButtonLink small href={checklist}>{again.toChecklist}</ButtonLink></>}
      </WorkLine>
      {shown?.table && shown.said.mapping ? (
        <ColumnsStep
          table={shown.table} mapping={shown.said.mapping} from={from} working={work?.says ?? null} error={sourceError} words={{ ...words.columns, read: again.readRows }} heading={columns}
          onMap={(mapping) => setShown({ ...shown, said: { ...nothingSaid, sheet: shown.said.sheet, mapping }, becomes: null })}
          onSheet={(sheet) => void read(shown.source, { ...nothingSaid, sheet })} onRead={() => void read(shown.source, shown.said)}
        />
      ) : null}
      {shown?.becomes ? (
        <PlanShown
          becomes={shown.becomes} source={shown.source.name} from={from} taken={shown.said.taken ?? []} seats={seats} states={states} working={work?.says ?? null}
          error={refused?.of === "plan" ? refused.sentence : null} words={words} heading={heading}
          onTake={(taken) => void read(shown.source, { ...shown.said, taken })} onAnswer={(answers) => setShown({ ...shown, becomes: shown.becomes && { ...shown.becomes, answers } })} onApply={() => void apply(shown)}
        />
      ) : null}
    </div>
  );
}
