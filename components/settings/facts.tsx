"use client";

import { useState } from "react";
import { itemAddress } from "@/lib/domain/address";
import type common from "@/lib/texts/en/common.json";
import type settings from "@/lib/texts/en/settings.json";
import { count, fill } from "../fill";
import type { Question } from "../item/surroundings";
import { Button } from "../ui/button";
import { useSubmit } from "../use-submit";
import type { SettingsActions } from "./actions";
import type { Hanging } from "./hanging";

export interface FactSeen extends Question {
  hanging: Hanging[];
  /** Who answered and when, in words; `null` while nobody has. */
  answered: string | null;
}

/** The questions that decide conditional items, what was answered, and what hangs on each. */
export function Facts({ launch, questions, may, words: { facts: words, unreachable }, applicability, answerFact }: {
  launch: string; questions: readonly FactSeen[]; may: boolean; words: typeof settings; applicability: (typeof common)["applicability"]; answerFact: SettingsActions["answerFact"];
}) {
  const { busy, refused, send } = useSubmit(unreachable);
  const [about, setAbout] = useState<string | null>(null);
  if (questions.length === 0) return <p className="text-note text-ink-3">{words.none}</p>;
  const choices = [[true, words.yes], [false, words.no], [null, words.unanswered]] as const;
  return (
    <ul className="max-w-2xl">
      {questions.map((question) => (
        <li key={question.id} className="grid items-center gap-x-4 gap-y-1.5 border-t border-line py-2.5 sm:grid-cols-[minmax(0,1fr)_auto]">
          <p>{question.question}<span className="block text-small text-ink-3">{count(words.items, question.items.length)}{question.answered ? ` · ${question.answered}` : ""}</span></p>
          {may ? (
            <div role="group" aria-label={question.question} className="flex gap-1">
              {choices.map(([answer, word]) => (
                <Button
                  key={word} small disabled={busy} aria-pressed={question.answer === answer} look={question.answer === answer ? (answer === null ? "plain" : "primary") : "quiet"}
                  onClick={() => {
                    setAbout(question.id);
                    if (question.answer !== answer) send(() => answerFact({ launch, fact: question.id, answer, version: question.version }));
                  }}
                >{word}</Button>
              ))}
            </div>
          ) : <p className="text-note text-ink-2">{choices.find(([answer]) => answer === question.answer)?.[1]}</p>}
          <details className="text-note sm:col-span-2">
            <summary className="text-ink-2">{words.hanging}<span className="sr-only">: {question.question}</span></summary>
            <ul className="mt-1 pl-4">
              {question.hanging.map((one) => (
                <li key={one.id} className="flex flex-wrap items-baseline justify-between gap-x-4 border-t border-line py-1.5 first:border-0">
                  <a href={itemAddress(launch, one.key)} className="link min-w-0 [overflow-wrap:anywhere]">{one.text}</a>
                  <span className="text-small text-ink-3">
                    {fill(words.appliesOn, { answer: one.appliesOn ? words.yes : words.no })}{one.alternative ? ` · ${words.alternative}` : ""} · <b className="font-medium text-ink-2">{applicability[one.applicability]}</b>{one.byHand ? ` ${words.byHand}` : ""}
                  </span>
                </li>
              ))}
            </ul>
          </details>
          {refused && about === question.id ? <p role="alert" className="text-small text-stop sm:col-span-2">{refused.sentence}</p> : null}
        </li>
      ))}
    </ul>
  );
}
