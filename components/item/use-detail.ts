"use client";

import { useEffect, useState } from "react";
import type { Detail } from "./detail";

export type Told = { state: "reading" | "failed" } | { state: "read"; detail: Detail };

/** A stroke held down passes many rows: only where it rests is worth a question. */
const restMs = 120;

/**
 * Reads an item's proof and history, again whenever `version` is another one. What is known of it stays while it is read again.
 * @param first what the server gave with the page, if anything
 */
export function useDetail(launch: string, item: string | null, version: string, first?: Detail): { told: Told; again: () => void } {
  const [known, setKnown] = useState<{ id: string; detail: Detail } | null>(first ? { id: first.item.id, detail: first } : null);
  const [failed, setFailed] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  const [firstVersion] = useState(version);
  useEffect(() => {
    if (!item || (first?.item.id === item && version === firstVersion && turn === 0)) return;
    const over = new AbortController();
    const timer = setTimeout(() => {
      fetch(`/api/launches/${encodeURIComponent(launch)}/items/${encodeURIComponent(item)}`, { signal: over.signal })
        .then(async (answer) => {
          if (!answer.ok) throw new Error(String(answer.status));
          // The route answers with exactly this.
          const detail = (await answer.json()) as Detail;
          setKnown({ id: item, detail });
          setFailed(null);
        })
        .catch(() => {
          if (!over.signal.aborted) setFailed(item);
        });
    }, restMs);
    return () => {
      clearTimeout(timer);
      over.abort();
    };
  }, [launch, item, version, turn, first, firstVersion]);
  const again = (): void => setTurn((before) => before + 1);
  if (known && known.id === item) return { told: { state: "read", detail: known.detail }, again };
  return { told: { state: failed !== null && failed === item ? "failed" : "reading" }, again };
}
