"use client";

import { useState } from "react";
import type settings from "@/lib/texts/en/settings.json";
import { count } from "../fill";
import type { Question } from "../item/surroundings";
import { Button } from "../ui/button";
import { useSubmit } from "../use-submit";
import type { SettingsActions } from "./actions";

/** The questions that decide conditional items. */
export function Facts({ launch, questions, may, words: { facts: words, unreachable }, answerFact }: {
  launch: string; questions: readonly Question[]; may: boolean; words: typeof settings; answerFact: SettingsActions["answerFact"];
}) {
  const { busy, refused, send } = useSubmit(unreachable);
  const [about, setAbout] = useState<string | null>(null);
  if (questions.length === 0) return <p className="text-note text-ink-3">{words.none}</p>;
  const choices = [[true, words.yes], [false, words.no], [null, words.unanswered]] as const;
  return (
    <ul className="max-w-2xl">
      {questions.map((question) => (
        <li key={question.id} className="grid items-center gap-x-4 gap-y-1.5 border-t border-line py-2.5 sm:grid-cols-[minmax(0,1fr)_auto]">
          <p>{question.question}<span className="block text-small text-ink-3">{count(words.items, question.items.length)}</span></p>
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
          {refused && about === question.id ? <p role="alert" className="text-small text-stop sm:col-span-2">{refused.sentence}</p> : null}
        </li>
      ))}
    </ul>
  );
}
