"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, type FormEvent } from "react";
import type { Preview } from "@/lib/document/preview";
import type importing from "@/lib/texts/en/import.json";
import { fill } from "../fill";
import { Button } from "../ui/button";
import type { Refused } from "../use-submit";
import { ChooseSource } from "./choose-source";
import { DocumentPreview } from "./document-preview";
import { LaunchFields, type Typed } from "./launch-fields";
import { askCreate, askPreview, type Source } from "./send-document";

interface Shown { source: Source; preview: Preview; taken: readonly string[] }

/** A checklist in, what it would become, and one step that creates it. Nothing exists before that step. */
export function NewLaunch({ words, zones }: { words: typeof importing; zones: readonly string[] }) {
  const router = useRouter();
  const [shown, setShown] = useState<Shown | null>(null);
  const [work, setWork] = useState<{ says: string } | null>(null);
  const [refused, setRefused] = useState<(Refused & { of: "source" | "launch" }) | null>(null);
  // Only what a person typed; the rest is proposed from the document.
  const [typed, setTyped] = useState<Partial<Typed>>({});
  const [zone, setZone] = useState("UTC");
  const heading = useRef<HTMLHeadingElement>(null);
  const source = shown?.source;
  useEffect(() => {
    if (source) heading.current?.focus();
  }, [source]);
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);

  const unreachable = (): Refused => ({ allowed: false, why: "unreachable", sentence: words.unreachable });
  const read = async (source: Source, taken: readonly string[]): Promise<void> => {
    setWork({ says: fill(words.reading, { name: source.name }) });
    setRefused(null);
    const before = shown?.source === source ? shown : null;
    // A box ticked is ticked at once; the counts follow.
    if (before) setShown({ ...before, taken });
    const answer = await askPreview(source, taken).catch(unreachable);
    setWork(null);
    if (answer.allowed) {
      setShown({ source, preview: answer.preview, taken: answer.preview.taken });
    } else {
      setRefused({ ...answer, of: "source" });
      // What stands here otherwise is of another document.
      setShown(before);
    }
  };
  const values: Typed = { name: typed.name ?? shown?.preview.title ?? "", slug: typed.slug ?? shown?.preview.address ?? "", zone: typed.zone ?? zone };
  const create = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (!shown || work) return;
    setWork({ says: words.create.creating });
    setRefused(null);
    const answer = await askCreate(shown.source, shown.taken, values).catch(unreachable);
    // Once created, it stays at work until the launch's page is there.
    if (answer.allowed) return router.push(answer.address);
    setWork(null);
    setRefused({ ...answer, of: "launch" });
    if (answer.field) document.getElementById(answer.field)?.focus();
  };

  const said = work ? work.says : shown ? fill(words.preview.ready, { title: shown.preview.title, items: shown.preview.counts.items, sections: shown.preview.counts.sections }) : "";
  return (
    <>
      <section aria-labelledby="source-title" className="pb-6">
        <h2 id="source-title" className="pb-3 text-lead tracking-tight">{words.source.title}</h2>
        <ChooseSource words={words} busy={work !== null} error={refused?.of === "source" ? refused.sentence : null} onSource={(source) => void read(source, [])}>
          <Button disabled={work !== null} title={words.source.templateHint} onClick={() => void read({ name: words.source.templateName, body: null }, [])}>{words.source.template}</Button>
        </ChooseSource>
      </section>
      <div className="flex min-h-6 flex-wrap items-center gap-3 pb-3 text-note text-ink-2">
        {work ? <progress aria-label={work.says} className="w-32 accent-ink" /> : null}
        <p role="status">{said}</p>
      </div>
      {shown ? (
        <>
          <DocumentPreview
            preview={shown.preview} from={fill(words.readOf, { name: shown.source.name })} taken={shown.taken} busy={work !== null} words={words.preview} heading={heading}
            onTake={(taken) => void read(shown.source, taken)}
          />
          <form onSubmit={(event) => void create(event)} aria-labelledby="launch-title" className="grid max-w-xl gap-4 border-t border-line py-6">
            <h2 id="launch-title" className="text-lead tracking-tight">{words.create.title}</h2>
            <LaunchFields values={values} zones={zones} words={words.create} refused={refused?.of === "launch" ? refused : null} onType={(change) => setTyped({ ...typed, ...change })} />
            <div className="flex flex-wrap items-center gap-3">
              <Button type="submit" look="primary" disabled={work !== null || shown.preview.counts.items === 0}>{work ? work.says : words.create.create}</Button>
              <span className="text-note text-ink-3">{words.create.first}</span>
            </div>
          </form>
        </>
      ) : null}
    </>
  );
}
