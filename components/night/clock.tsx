"use client";

import { useEffect, useState } from "react";
import { clockWords } from "./clock-words";

/**
 * A clock towards a moment and away from it. It runs by the server's time: a phone's own clock may be wrong.
 * @param now the server's time when the page was made
 */
export function Clock({ to, now, words }: { to: string; now: string; words: { before: string; after: string } }) {
  const [present, tell] = useState(() => Date.parse(now));
  useEffect(() => {
    const ahead = Date.parse(now) - Date.now();
    const tick = (): void => tell(Date.now() + ahead);
    tick();
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, [now]);
  const left = Date.parse(to) - present;
  // Read aloud on asking, not every second.
  return <span role="timer" aria-live="off">{(left > 0 ? words.before : words.after).replace("{clock}", () => clockWords(left))}</span>;
}
