"use client";

import type { Surroundings } from "../item/surroundings";
import { count } from "../fill";
import { Button } from "../ui/button";
import type { Picks } from "./use-picks";

/** What can be done with everything selected, at the foot of the list while something may be. */
export function BulkBar({ picks, shown, around, required }: { picks: Picks; shown: readonly string[]; around: Surroundings; required: () => void }) {
  const words = around.words.list.bulk;
  if (!picks.picked) return null;
  const n = picks.picked.size;
  const rest = shown.filter((id) => !picks.picked?.has(id));
  return (
    <section aria-label={words.label} className="sticky bottom-0 z-20 mt-6 flex flex-wrap items-center gap-2 border-t border-edge bg-paper py-2.5" data-screen-only>
      <p role="status" className="mr-auto text-note font-medium">{n > 0 ? count(words.selected, n) : words.hint}</p>
      {rest.length > 0 ? <Button small onClick={() => picks.toggleAll(rest)}>{count(words.shown, shown.length)}</Button> : null}
      <Button small look="primary" disabled={n === 0} aria-keyshortcuts="r" onClick={required}>{words.required}</Button>
      <Button small look="quiet" aria-keyshortcuts="Escape" onClick={picks.leave}>{words.leave}</Button>
    </section>
  );
}
