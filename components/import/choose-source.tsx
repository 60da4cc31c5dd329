"use client";

import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from "react";
import { largestNamed } from "@/lib/document/own-export";
import type importing from "@/lib/texts/en/import.json";
import { fill } from "../fill";
import { Button, buttonClasses } from "../ui/button";
import { classes } from "../ui/classes";
import { describedBy, Field, Textarea } from "../ui/field";
import type { Source } from "./send-document";

type Words = Pick<typeof importing, "source" | "tooLarge">;

/**
 * A file dropped anywhere on the page or chosen, a pasted text, or what `children` offer besides. What was pasted stays,
 * whatever becomes of it.
 */
export function ChooseSource({ words: { source: words, tooLarge }, busy, error, onSource, children }: {
  words: Words; busy: boolean; error: string | null; onSource: (source: Source) => void; children?: ReactNode;
}) {
  const id = useId();
  const [own, setOwn] = useState<{ of: "file" | "paste"; sentence: string } | null>(null);
  const [over, setOver] = useState(false);
  const [text, setText] = useState("");
  const take = useRef<(name: string, body: Blob, of: "file" | "paste") => void>(() => undefined);
  take.current = (name, body, of) => {
    if (busy) return;
    setOwn(null);
    // The server takes no larger one; saying so here spares the way.
    const most = largestNamed(of === "paste" ? "" : name);
    if (body.size > most) return setOwn({ of, sentence: fill(tooLarge, { bytes: body.size.toLocaleString("en-US"), limit: most.toLocaleString("en-US") }) });
    // Read now: a file that changes on disk afterwards must not become something else than was shown.
    void body.arrayBuffer().then((bytes) => onSource({ name, body: new Blob([bytes]), pasted: of === "paste" })).catch(() => setOwn({ of, sentence: words.unreadable }));
  };

  // A file dropped beside the field would otherwise replace the page, and everything typed on it.
  useEffect(() => {
    const holdsFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
    const drag = (event: DragEvent): void => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      setOver(event.type === "dragover");
    };
    const drop = (event: DragEvent): void => {
      const file = event.dataTransfer?.files[0];
      if (holdsFile(event)) event.preventDefault();
      setOver(false);
      if (file) take.current(file.name, file, "file");
    };
    const heard = [["dragover", drag], ["dragleave", drag], ["drop", drop]] as const;
    for (const [name, listen] of heard) window.addEventListener(name, listen);
    return () => {
      for (const [name, listen] of heard) window.removeEventListener(name, listen);
    };
  }, []);

  const paste = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (text.trim() === "") setOwn({ of: "paste", sentence: words.empty });
    else take.current(words.pasted, new Blob([text]), "paste");
  };
  const fileError = own?.of === "file" ? own.sentence : null;
  const pasteError = own?.of === "paste" ? own.sentence : null;
  return (
    <div className="grid gap-5">
      <div className={classes("grid justify-items-start gap-2 rounded-md border border-dashed p-4", over ? "border-move bg-move-soft" : "border-edge")}>
        <p>{words.drop}</p>
        <label htmlFor={`${id}-file`} className={classes(buttonClasses("plain"), "relative has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-move")}>
          {words.file}
          <input
            id={`${id}-file`} type="file" accept=".md,.markdown,.txt,.csv,.tsv,.xlsx,.xlsm,.json,text/markdown,text/plain,text/csv" className="absolute inset-0 w-full cursor-pointer opacity-0" disabled={busy}
            aria-describedby={describedBy(`${id}-file`, { hint: true, error: fileError })}
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              if (file) take.current(file.name, file, "file");
              // The same file, mended, can be chosen again.
              currentTarget.value = "";
            }}
          />
        </label>
        <p id={`${id}-file-hint`} className="text-small text-ink-3">{words.fileHint}</p>
        {fileError ? <p id={`${id}-file-error`} role="alert" className="text-small text-stop">{fileError}</p> : null}
      </div>
      <form onSubmit={paste} className="grid justify-items-start gap-3">
        <Field id={`${id}-paste`} label={words.paste} hint={words.pasteHint} error={pasteError} className="w-full">
          <Textarea
            id={`${id}-paste`} value={text} onChange={(event) => setText(event.target.value)} rows={6} spellCheck={false} className="font-mono text-small"
            aria-describedby={describedBy(`${id}-paste`, { hint: true, error: pasteError })} {...(pasteError ? { "aria-invalid": true } : {})}
          />
        </Field>
        <div className="flex flex-wrap gap-2"><Button type="submit" disabled={busy}>{words.read}</Button>{children}</div>
      </form>
      {error ? <p role="alert" className="border-l-2 border-stop pl-3 text-note text-stop">{error}</p> : null}
    </div>
  );
}
