"use client";

import { useEffect, useState } from "react";
import type { FoundItems } from "./detail";

/** Words are typed letter by letter: only where the hand rests is worth a question. */
const restMs = 150;

/** Which items one could be linked with by what was said of them; what was found last stays until the next is there. `null`: nothing yet. */
export function useOthers(launch: string, item: string, said: string): { others: (FoundItems & { said: string }) | null; failed: boolean } {
  const [others, tell] = useState<(FoundItems & { said: string }) | null>(null);
  const [failed, fail] = useState<string | null>(null);
  useEffect(() => {
    if (said === "") return;
    const over = new AbortController();
    const timer = setTimeout(() => {
      fetch(`/api/launches/${encodeURIComponent(launch)}/items/${encodeURIComponent(item)}/others?said=${encodeURIComponent(said)}`, { signal: over.signal })
        .then(async (answer) => {
          if (!answer.ok) throw new Error(String(answer.status));
          // The route answers with exactly this.
          tell({ ...((await answer.json()) as FoundItems), said });
          fail(null);
        })
        .catch(() => {
          if (!over.signal.aborted) fail(said);
        });
    }, restMs);
    return () => {
      clearTimeout(timer);
      over.abort();
    };
  }, [launch, item, said]);
  return { others: said === "" ? null : others, failed: failed !== null && failed === said };
}
