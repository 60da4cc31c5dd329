"use client";

import { useState } from "react";
import type importing from "@/lib/texts/en/import.json";
import { fill } from "../fill";
import type { Kept as KeptDocument } from "./send-document";

/** Which bytes are kept with the launch: the file's own, or the Markdown made from it, which can be looked at. */
export function Kept({ kept: { name, size, from, text }, source, words }: { kept: KeptDocument; source: string; words: (typeof importing)["preview"] }) {
  const [open, setOpen] = useState(false);
  const bytes = size.toLocaleString("en-US");
  if (from === null) return <p className="max-w-[60ch] text-note">{fill(words.keptAsIs, { name, bytes })}</p>;
  return (
    <>
      <p className="max-w-[60ch] text-note">{fill(words.keptMade[from], { name, bytes, source })}</p>
      <details className="mt-1" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="py-1 text-note">{words.keptShow}</summary>
        {open ? <pre tabIndex={0} aria-label={name} className="max-h-80 overflow-auto rounded-md border border-line p-3 font-mono text-small whitespace-pre-wrap">{text}</pre> : null}
      </details>
    </>
  );
}
