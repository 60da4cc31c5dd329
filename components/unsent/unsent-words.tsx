"use client";

import { useEffect, useId, useLayoutEffect, useState, useSyncExternalStore } from "react";
import type shell from "@/lib/texts/en/shell.json";
import { Button } from "../ui/button";
import { Textarea } from "../ui/field";
import { onUnsent, putAway, stand, unsent, watchTyping, whyNot, type Standing, type Unsent } from "./unsent";

const none: readonly Unsent[] = [];

/**
 * Keeps in sight what somebody typed into a form that the page has dropped since, with why it cannot be recorded now. It watches
 * every form of a launch's pages, so that none has to see to it itself.
 */
export function UnsentWords({ standing, words }: { standing: Standing | null; words: (typeof shell)["unsent"] }) {
  const kept = useSyncExternalStore(onUnsent, unsent, () => none);
  const [launch, phase, role] = [standing?.launch, standing?.phase, standing?.role];
  // Known before anybody asks why something went: both happen in one commit.
  useLayoutEffect(() => {
    stand(launch && phase && role ? { launch, phase, role } : null);
    return () => stand(null);
  }, [launch, phase, role]);
  useEffect(watchTyping, []);
  const here = kept.filter(({ was }) => standing === null || was.launch === standing.launch);
  if (here.length === 0) return null;
  return (
    <section aria-label={words.title} className="fixed inset-x-4 bottom-4 z-30 mx-auto grid max-h-[60dvh] max-w-xl gap-5 overflow-y-auto rounded-md border border-warn bg-paper p-4 print:hidden">
      <h2 className="text-lead font-semibold tracking-tight">{words.title}</h2>
      {here.map((one) => <One key={one.id} one={one} says={words[sayOf(one, standing)]} words={words} />)}
    </section>
  );
}

/** What went with the phase or the role comes back with it. */
function sayOf({ was, why }: Unsent, standing: Standing | null): Exclude<keyof (typeof shell)["unsent"], "title" | "copy" | "copied" | "putAway" | "other"> {
  const now = whyNot(was, standing);
  if (now !== "gone") return now;
  return why === "gone" ? "gone" : "again";
}

/** So many rows that a few sentences are seen whole, also on a phone. */
const rowsFor = (value: string): number => Math.min(6, value.split("\n").reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / 40)), 0));

function One({ one: { id, place, fields }, says, words }: { one: Unsent; says: string; words: (typeof shell)["unsent"] }) {
  const own = useId();
  const [copied, setCopied] = useState(false);
  const text = fields.length === 1 ? (fields[0]?.value ?? "") : fields.map(({ label, value }) => `${label || words.other}: ${value}`).join("\n");
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text).then(() => setCopied(true), () => undefined);
  };
  return (
    <div role="group" aria-label={place || words.other} className="grid gap-3">
      <p role="alert" className="border-l-2 border-warn pl-3 text-note">{says}</p>
      {place ? <p className="text-note font-medium [overflow-wrap:anywhere]">{place}</p> : null}
      {fields.map(({ label, value }, at) => (
        <div key={at} className="grid gap-1">
          <label htmlFor={`${own}-${at}`} className="text-small text-ink-3">{label || words.other}</label>
          <Textarea id={`${own}-${at}`} readOnly value={value} rows={rowsFor(value)} className="!min-h-0" onFocus={(event) => event.target.select()} />
        </div>
      ))}
      <div className="flex flex-wrap justify-end gap-2">
        <Button small look="quiet" onClick={() => putAway(id)}>{words.putAway}</Button>
        <Button small onClick={() => void copy()}>{copied ? words.copied : words.copy}</Button>
      </div>
    </div>
  );
}
