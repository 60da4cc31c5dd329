"use client";

import type { RefObject } from "react";
import type { Preview } from "@/lib/document/preview";
import type importing from "@/lib/texts/en/import.json";
import { count, fill } from "../fill";
import { Kept } from "./kept";
import { Links } from "./links";
import { Choices, Counts, Findings, Notices, PreviewPart, Structure } from "./preview-parts";
import type { Kept as KeptDocument, Said } from "./send-document";

/** What a document would become: counts, what it leaves to be chosen, what was found, its structure, what it will ask, and what is kept. */
export function DocumentPreview({ preview, kept, source, from, said, busy, words, heading, onTake, onLink }: {
  preview: Preview; kept: KeptDocument; source: string; from: string; said: Pick<Said, "taken" | "linked">; busy: boolean; words: (typeof importing)["preview"];
  heading: RefObject<HTMLHeadingElement | null>; onTake: (taken: string[]) => void; onLink: (linked: string[]) => void;
}) {
  const { counts, choices, findings, links, sections, questions, seats, goLive, nextReview } = preview;
  const dates = [goLive ? fill(words.goLive, { day: goLive }) : "", nextReview ? fill(words.nextReview, { day: nextReview }) : ""].filter(Boolean);
  return (
    <section aria-labelledby="preview-title" aria-busy={busy} className="border-t border-line py-6">
      <h2 id="preview-title" ref={heading} tabIndex={-1} className="text-lead tracking-tight outline-none">{words.title}</h2>
      <p className="pb-4 text-note text-ink-3">{from}</p>
      <Counts counts={counts} words={words} />
      {kept.notices.length > 0 ? <PreviewPart title={words.how}><Notices notices={kept.notices} words={words} /></PreviewPart> : null}
      {choices.length > 0 ? <PreviewPart title={words.choices} hint={words.choicesHint}><Choices choices={choices} taken={said.taken ?? []} busy={busy} words={words} onTake={onTake} /></PreviewPart> : null}
      <PreviewPart title={words.findings} {...(findings.length > 0 ? { hint: words.findingsHint } : {})}><Findings findings={findings} words={words} /></PreviewPart>
      {links.length > 0 ? <PreviewPart title={words.links} hint={words.linksHint}><Links links={links} linked={said.linked} busy={busy} words={words} onLink={onLink} /></PreviewPart> : null}
      <PreviewPart title={words.structure}>{counts.items > 0 ? <Structure sections={sections} words={words} /> : <p className="text-note text-ink-2">{words.noItems}</p>}</PreviewPart>
      {questions.length > 0 ? (
        <PreviewPart title={words.questions} hint={words.questionsHint}>
          <ul className="grid gap-1 text-note">{questions.map(({ question, items }) => <li key={question}>{question} <span className="text-ink-3">{count(words.decides, items)}</span></li>)}</ul>
        </PreviewPart>
      ) : null}
      {seats.length > 0 ? (
        <PreviewPart title={words.seats} hint={words.seatsHint}>
          <ul className="grid gap-1 text-note">{seats.map(({ role, team, line }) => <li key={line}>{role}{team ? <span className="text-ink-3"> · {team}</span> : null}</li>)}</ul>
        </PreviewPart>
      ) : null}
      {dates.length > 0 ? <PreviewPart title={words.dates}><p className="text-note">{dates.join(" · ")}</p></PreviewPart> : null}
      <PreviewPart title={words.kept}><Kept kept={kept} source={source} words={words} /></PreviewPart>
    </section>
  );
}
