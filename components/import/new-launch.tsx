"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, type FormEvent } from "react";
import type { Preview } from "@/lib/document/preview";
import type { TableShown } from "@/lib/document/table-shown";
import type importing from "@/lib/texts/en/import.json";
import { count, fill } from "../fill";
import { Button } from "../ui/button";
import type { Refused } from "../use-submit";
import { ChooseSource } from "./choose-source";
import { ColumnsStep } from "./columns-step";
import { DocumentPreview } from "./document-preview";
import { LaunchFields, type Typed } from "./launch-fields";
import { readingWords } from "./reading-words";
import { askCreate, askPreview, nothingSaid, type Kept, type Said, type Source } from "./send-document";
import { useWork } from "./use-work";
import { WorkLine } from "./work-line";

/** A source with what was said of it, its columns where it has some, and what it would become once that is known. */
interface Shown { source: Source; said: Said; table: TableShown | null; becomes: { preview: Preview; kept: Kept } | null }

/** A checklist in, what it would become, and one step that creates it. Nothing exists before that step. */
export function NewLaunch({ words, zones }: { words: typeof importing; zones: readonly string[] }) {
  const router = useRouter();
  const [shown, setShown] = useState<Shown | null>(null);
  const { work, said: told, say, run } = useWork(words);
  const [created, setCreated] = useState(false);
  const [refused, setRefused] = useState<(Refused & { of: "source" | "launch" }) | null>(null);
  // Only what a person typed; the rest is proposed from the document.
  const [typed, setTyped] = useState<Partial<Typed>>({});
  const [zone, setZone] = useState("UTC");
  const columns = useRef<HTMLHeadingElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const busy = work !== null || created;
  // Whoever gave a source is taken to what came of it, once for its columns and once for its preview.
  const [arrived, setArrived] = useState<{ at: typeof heading } | null>(null);
  useEffect(() => arrived?.at.current?.focus(), [arrived]);
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);

  const read = async (source: Source, said: Said): Promise<void> => {
    setRefused(null);
    const before = shown?.source === source ? shown : null;
    // A box ticked is ticked at once; the counts follow.
    if (before) setShown({ ...before, said });
    const answer = await run({ ...readingWords(source, words), cancellable: true, ask: (sending) => askPreview(source, said, sending) });
    if (answer === null) return setShown(before);
    if (!answer.allowed) {
      setRefused({ ...answer, of: "source" });
      // What stands here otherwise is of another document.
      return setShown(before);
    }
    if ("table" in answer) {
      const { table } = answer;
      setShown({ source, said: { ...said, mapping: table.mapping, sheet: table.sheet }, table, becomes: null });
      // Whoever changed the sheet stays where they were.
      if (!before) setArrived({ at: columns });
      return say(fill(words.columns.ready, { rows: count(words.columns.rows, table.rows - (table.mapping.header ? 1 : 0)) }));
    }
    const { preview, kept } = answer;
    const linked = said.linked.filter((id) => preview.links.some((link) => link.id === id));
    setShown({ source, said: { ...said, taken: preview.taken, linked }, table: before?.table ?? null, becomes: { preview, kept } });
    if (!before?.becomes) setArrived({ at: heading });
    say(fill(words.preview.ready, { title: preview.title, items: preview.counts.items, sections: preview.counts.sections }));
  };
  const becomes = shown?.becomes ?? null;
  const values: Typed = { name: typed.name ?? becomes?.preview.title ?? "", slug: typed.slug ?? becomes?.preview.address ?? "", zone: typed.zone ?? zone };
  const create = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (!shown || busy) return;
    setRefused(null);
    const answer = await run({ working: words.create.creating, cancellable: false, ask: (sending) => askCreate(shown.source, shown.said, values, sending) });
    if (answer === null) return;
    if (answer.allowed) {
      // Once created, it stays at work until the launch's page is there.
      setCreated(true);
      return router.push(answer.address);
    }
    setRefused({ ...answer, of: "launch" });
    if (answer.field) document.getElementById(answer.field)?.focus();
  };

  const sourceError = refused?.of === "source" ? refused.sentence : null;
  const from = shown ? fill(words.readOf, { name: shown.source.name }) : "";
  const working = created ? words.create.creating : work?.says;
  return (
    <>
      <section aria-labelledby="source-title" className="pb-6">
        <h2 id="source-title" className="pb-3 text-lead tracking-tight">{words.source.title}</h2>
        <ChooseSource words={words} busy={busy} error={shown?.table ? null : sourceError} onSource={(source) => void read(source, nothingSaid)}>
          <Button disabled={busy} title={words.source.templateHint} onClick={() => void read({ name: words.source.templateName, body: null }, nothingSaid)}>{words.source.template}</Button>
        </ChooseSource>
      </section>
      <WorkLine work={created ? { says: words.create.creating, share: null, cancel: null } : work} said={told} cancel={words.cancel} />
      {shown?.table && shown.said.mapping ? (
        <ColumnsStep
          table={shown.table} mapping={shown.said.mapping} from={from} working={working ?? null} error={sourceError} words={words.columns} heading={columns}
          onMap={(mapping) => setShown({ ...shown, said: { ...nothingSaid, sheet: shown.said.sheet, mapping }, becomes: null })}
          onSheet={(sheet) => void read(shown.source, { ...nothingSaid, sheet })} onRead={() => void read(shown.source, shown.said)}
        />
      ) : null}
      {shown && becomes ? (
        <>
          <DocumentPreview
            preview={becomes.preview} kept={becomes.kept} source={shown.source.name} from={from} said={shown.said} busy={busy} words={words.preview} heading={heading}
            onTake={(taken) => void read(shown.source, { ...shown.said, taken })} onLink={(linked) => setShown({ ...shown, said: { ...shown.said, linked } })}
          />
          <form onSubmit={(event) => void create(event)} aria-labelledby="launch-title" className="grid max-w-xl gap-4 border-t border-line py-6">
            <h2 id="launch-title" className="text-lead tracking-tight">{words.create.title}</h2>
            <LaunchFields values={values} zones={zones} words={words.create} refused={refused?.of === "launch" ? refused : null} onType={(change) => setTyped({ ...typed, ...change })} />
            <div className="flex flex-wrap items-center gap-3">
              <Button type="submit" look="primary" disabled={busy || becomes.preview.counts.items === 0}>{working ?? words.create.create}</Button>
              <span className="text-note text-ink-3">{words.create.first}</span>
            </div>
          </form>
        </>
      ) : null}
    </>
  );
}
