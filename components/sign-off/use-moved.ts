"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import type { Submit } from "../use-submit";
import type { ChangeLine } from "./change-words";

/** A state as it is signed: its digest, and the revision at which it was shown. */
export interface Shown { digest: string; revision: number }
export interface MovedSince extends Shown { lines: ChangeLine[] }

export interface Pen {
  /** What was shown when the form was opened, or looked at again: signing anything else would be signing unseen. */
  seen: Shown;
  /** Whether something else stands there now. */
  moved: boolean;
  /** What moved since `seen`, once it is known; `failed` when it could not be read. */
  since: MovedSince | "reading" | "failed";
  /** Takes what `since` says as seen. */
  look: () => void;
  /** Asks again what stands there now, e.g. after the server said that it moved. */
  ask: () => void;
}

/**
 * Watches the state under a pen. The page brings what stands now (`present`); what a form shows stays what it was until its reader
 * has been told what moved, and says so. A signature refused for a state that moved asks what moved; having looked answers it.
 */
export function usePen(launch: string, seat: string, present: Shown, { refused, clear }: Pick<Submit, "refused" | "clear">): Pen {
  const router = useRouter();
  const [seen, see] = useState<Shown>(present);
  const [told, tell] = useState<{ from: number; since: MovedSince | "failed" } | null>(null);
  const [asked, setAsked] = useState(0);
  const heard = told?.from === seen.revision && told.since !== "failed" ? told.since : null;
  // The answer to a question can be newer than the page, and the page newer than an answer.
  const newest: Shown = heard && heard.revision > present.revision ? heard : present;
  const moved = newest.revision > seen.revision && newest.digest !== seen.digest;
  const known = heard?.digest === newest.digest;
  const { revision: from } = seen;

  useEffect(() => {
    if (asked === 0 && !(moved && !known)) return;
    const over = new AbortController();
    fetch(`/api/launches/${encodeURIComponent(launch)}/seats/${encodeURIComponent(seat)}/moved?from=${from}`, { signal: over.signal })
      .then(async (answer) => {
        if (!answer.ok) throw new Error(String(answer.status));
        // The route answers with exactly this.
        tell({ from, since: (await answer.json()) as MovedSince });
      })
      .catch(() => {
        if (!over.signal.aborted) tell({ from, since: "failed" });
      });
    return () => over.abort();
    // Asked again for each state that is not known yet, and whenever somebody asks.
  }, [launch, seat, from, newest.digest, moved, known, asked]);

  const ask = useCallback(() => {
    setAsked((times) => times + 1);
    router.refresh();
  }, [router]);
  useEffect(() => {
    if (refused?.why === "state-moved") ask();
  }, [refused, ask]);
  const look = (): void => {
    if (!heard || !known) return;
    clear();
    see({ digest: heard.digest, revision: heard.revision });
  };
  return { seen, moved, since: known && heard ? heard : told?.from === from && told.since === "failed" ? "failed" : "reading", look, ask };
}
