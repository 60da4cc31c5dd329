"use client";

import { useState } from "react";
import { fill } from "../fill";
import { useSubmit, type Submit } from "../use-submit";
import type { Asked, Made } from "./actions";
import type { StructureWords } from "./words";

/** What was done last, with the revision that undo takes back; `null` for what has been taken back. */
interface Last { words: string; revision: number | null }

export interface Edits {
  busy: boolean;
  /** Which form a refusal belongs to. */
  refused: (of: string) => Submit["refused"];
  clear: () => void;
  last: Last | null;
  /** Asks for one edit; `of` names the form, `kind` and `words` say what was done once it is. */
  make: (of: string, kind: Exclude<keyof StructureWords["said"], "undo" | "undone">, words: string, ask: () => Asked, then?: () => void) => void;
  undo: (ask: (revision: number) => Asked) => void;
}

/** Every edit's way: one at a time, since each changes the versions that the next one has to have seen. */
export function useEdits({ said, unreachable }: StructureWords): Edits {
  const { busy, refused, send, clear } = useSubmit(unreachable);
  const [of, setOf] = useState("");
  const [last, setLast] = useState<Last | null>(null);
  return {
    busy, last, clear,
    refused: (form) => (form === of ? refused : null),
    make: (form, kind, words, ask, then) => {
      if (busy) return;
      setOf(form);
      send(ask, (made: Made) => {
        setLast({ words: fill(said[kind], { words }), revision: made.update.revision });
        then?.();
      });
    },
    undo: (ask) => {
      const revision = last?.revision ?? null;
      if (busy || revision === null) return;
      setOf("undo");
      send(() => ask(revision), () => setLast({ words: said.undone, revision: null }));
    },
  };
}
