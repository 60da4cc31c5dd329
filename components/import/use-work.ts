"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { fill } from "../fill";
import type { Refused } from "../use-submit";
import { Cancelled, type Sending } from "./post";

/** What is being done, in words; `share` while it is being sent, `null` while nobody can say how far it is. */
export interface Work { says: string; share: number | null; cancel: (() => void) | null }

export interface Task<A> {
  /** Said while it is sent; nothing = it says `working` from the beginning. */
  sending?: string;
  working: string;
  /** Whether it can be ended half way: never what writes. */
  cancellable: boolean;
  ask: (sending: Sending) => Promise<A | Refused>;
}

/** One thing at a time, said in words, that can be cancelled while it only reads. `null` = the person cancelled it. */
export function useWork(words: { unreachable: string; cancelled: string }) {
  const [work, setWork] = useState<Work | null>(null);
  const [said, say] = useState("");
  const control = useRef<AbortController | null>(null);
  useEffect(() => () => control.current?.abort(), []);
  const { unreachable, cancelled } = words;

  const run = useCallback(async <A extends { allowed: true }>({ sending, working, cancellable, ask }: Task<A>): Promise<A | Refused | null> => {
    const own = new AbortController();
    control.current = own;
    const before = document.activeElement;
    const cancel = cancellable ? () => own.abort() : null;
    say("");
    setWork(sending === undefined ? { says: working, share: null, cancel } : { says: fill(sending, { percent: 0 }), share: 0, cancel });
    const onSent = (share: number): void => {
      if (sending === undefined) return;
      setWork(share < 1 ? { says: fill(sending, { percent: Math.floor(share * 100) }), share, cancel } : { says: working, share: null, cancel });
    };
    try {
      return await ask({ signal: own.signal, onSent });
    } catch (error) {
      if (!(error instanceof Cancelled)) return { allowed: false, why: "unreachable", sentence: unreachable };
      say(cancelled);
      // The button that was pressed goes away; whoever works by keyboard is put back where they were.
      setTimeout(() => before instanceof HTMLElement && before.focus());
      return null;
    } finally {
      setWork(null);
    }
  }, [unreachable, cancelled]);
  return { work, said, say, run };
}
