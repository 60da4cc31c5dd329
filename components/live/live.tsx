"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore, useTransition } from "react";
import { openSharedStream } from "./shared-stream";
import { latestOf, publish, watchSummary } from "./store";
import type { LiveState } from "./stream";

export interface LiveWords { live: string; connecting: string; lost: string; signedOut: string; signIn: string }

/** Many changes within this time are read as one. */
const togetherMs = 150;

/**
 * Listens to a launch for all that is open of it, and says whether it does. A page that shows changes itself (the checklist)
 * takes them; every other one is read again, at most one reading at a time.
 * @param validUntil the next moment at which something changes by itself, e.g. a proof runs out
 */
export function LiveStatus({ launch, revision, words, validUntil = null }: {
  launch: string; revision: number; words: LiveWords; validUntil?: string | null;
}) {
  const [state, setState] = useState<LiveState>("connecting");
  const readAgain = useReadAgain();
  const shown = useRef(revision);
  useEffect(() => {
    shown.current = revision;
  }, [revision]);

  useEffect(() => openSharedStream({
    launch,
    revision: shown.current,
    status: setState,
    hear: (message) => {
      const taken = publish(launch, message);
      const known = message.kind === "update" && message.update.revision <= shown.current;
      if (!taken && !known) readAgain();
    },
  }), [launch, readAgain]);

  useEffect(() => {
    // Going back shows a page as it was left; what has been heard since is read.
    const back = (): void => {
      if ((latestOf(launch)?.revision ?? 0) > shown.current) readAgain();
    };
    window.addEventListener("popstate", back);
    return () => window.removeEventListener("popstate", back);
  }, [launch, readAgain]);

  useEffect(() => {
    if (!validUntil) return;
    // A browser's timer holds 24.8 days at most; the page is read again sooner than that anyway.
    const timer = setTimeout(readAgain, Math.min(Math.max(Date.parse(validUntil) - Date.now(), 1_000), 2_000_000_000));
    return () => clearTimeout(timer);
  }, [validUntil, readAgain]);

  return (
    <span role="status" data-live={state} className="inline-flex items-center gap-1.5">
      <span aria-hidden="true" className={`inline-block size-1.5 rounded-full ${state === "live" ? "bg-go" : state === "lost" ? "bg-warn" : "bg-none"}`} />
      {state === "signed-out" ? <>{words.signedOut} <a className="link" href={`/sign-in?from=${encodeURIComponent(location.pathname + location.search)}`}>{words.signIn}</a></> : words[state]}
    </span>
  );
}

function useReadAgain(): () => void {
  const router = useRouter();
  const [reading, start] = useTransition();
  const wanted = useRef(false);
  const busy = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const later = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (busy.current) wanted.current = true;
      else {
        busy.current = true;
        start(() => router.refresh());
      }
    }, togetherMs);
  }, [router]);
  useEffect(() => {
    if (reading) return;
    busy.current = false;
    if (wanted.current) {
      wanted.current = false;
      later();
    }
  }, [reading, later]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return later;
}

/** A number beside a navigation entry that follows the launch without the page being read again. */
export function LiveCount({ launch, revision, of, initial }: {
  launch: string; revision: number; of: "in-the-way" | "seats"; initial: string;
}) {
  const heard = useSyncExternalStore(watchSummary, () => latestOf(launch), () => null);
  if (!heard || heard.revision <= revision) return initial;
  return of === "seats" ? `${heard.summary.seatsGo}/${heard.summary.seats}` : String(heard.summary.inTheWay);
}
