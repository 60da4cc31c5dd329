"use client";

import { useState } from "react";
import type newsWords from "@/lib/texts/en/news.json";
import { Button } from "../ui/button";
import { useSubmit, type Refused } from "../use-submit";

export type MoveBookmark = (input: { launch: string; to: number; back: boolean }) => Promise<{ allowed: true } | Refused>;

/** "I have seen these": a deliberate act, and one that can be taken back while the page stands. */
export function SeenButton({ launch, revision, seq, count, words, moveBookmark }: {
  launch: string; revision: number; seq: number | null; count: number; words: typeof newsWords; moveBookmark: MoveBookmark;
}) {
  const { busy, refused, send } = useSubmit(words.unreachable);
  const [before, keep] = useState<number | null>(null);
  const isNew = seq === null || count > 0;
  if (!isNew && before === null) return null;
  const press = (): void => {
    if (isNew) send(() => moveBookmark({ launch, to: revision, back: false }), () => keep(seq));
    else if (before !== null) send(() => moveBookmark({ launch, to: before, back: true }), () => keep(null));
  };
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button small look={isNew ? "plain" : "quiet"} disabled={busy} onClick={press}>{seq === null ? words.remember : isNew ? words.seen : words.again}</Button>
      {isNew ? <span className="text-small text-ink-3">{words.seenHint}</span> : null}
      {refused ? <p role="alert" className="text-note text-stop">{refused.sentence}</p> : null}
    </div>
  );
}
