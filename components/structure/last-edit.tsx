"use client";

import { Button } from "../ui/button";
import type { StructureActions } from "./actions";
import type { Edits } from "./use-edits";
import type { StructureWords } from "./words";

/** What was done last, said aloud as well, with its undo: it stays in sight while the list is scrolled. */
export function LastEdit({ edits, undo, words }: { edits: Edits; undo: (revision: number) => ReturnType<StructureActions["undo"]>; words: StructureWords }) {
  const refused = edits.refused("undo");
  const { last } = edits;
  return (
    <div className={last || refused ? "fixed inset-x-4 bottom-4 z-20 mx-auto flex max-w-lg items-center justify-between gap-4 rounded-md border border-edge bg-paper p-3 text-note print:hidden" : "sr-only"}>
      <p role="status" className="min-w-0 wrap-anywhere">{last?.words ?? ""}</p>
      {refused ? <p role="alert" className="text-stop">{refused.sentence}</p> : null}
      {last?.revision != null && !refused ? <Button small aria-disabled={edits.busy} onClick={() => edits.undo(undo)}>{words.said.undo}</Button> : null}
    </div>
  );
}
