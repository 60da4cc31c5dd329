"use client";

import { useRouter } from "next/navigation";
import { useCallback, useRef, useState, useTransition } from "react";
import { letter } from "./unsent/unsent";

/** An expected no of an action, with its words and, where it is about one, the field. */
export interface Refused { allowed: false; why: string; sentence: string; field?: string }

export interface Submit {
  busy: boolean;
  refused: Refused | null;
  /** True once it was taken and the page shows it, until the next try. */
  taken: boolean;
  /** Sends it; what `then` sets once it was taken is seen together with the page that shows it. */
  send: <A extends { allowed: true }>(ask: () => Promise<A | Refused>, then?: (answer: A) => void) => void;
  /** Sends the last one once more, e.g. after the password was given. */
  again: () => void;
  clear: () => void;
}

/** Sends a form to its action. A refusal or a silent server leaves everything as it was typed, with a sentence. */
export function useSubmit(unreachable: string): Submit {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [reading, read] = useTransition();
  const [refused, setRefused] = useState<Refused | null>(null);
  const [taken, setTaken] = useState(false);
  const last = useRef<() => void>(() => undefined);
  const send = useCallback<Submit["send"]>((ask, then) => {
    const typed = letter();
    const go = (): void => {
      typed.sent();
      setAsking(true);
      setRefused(null);
      setTaken(false);
      ask().then((answer) => {
        if (!answer.allowed) {
          typed.refused();
          return setRefused(answer);
        }
        typed.taken();
        // A form goes together with the page that it was opened on: the next one would rest on what this one has just replaced.
        read(() => {
          setTaken(true);
          then?.(answer);
          router.refresh();
        });
      }).catch(() => {
        typed.refused();
        setRefused({ allowed: false, why: "unreachable", sentence: unreachable });
      }).finally(() => setAsking(false));
    };
    last.current = go;
    go();
  }, [router, unreachable]);
  const again = useCallback(() => last.current(), []);
  const clear = useCallback(() => {
    setRefused(null);
    setTaken(false);
  }, []);
  return { busy: asking || reading, refused, taken, send, again, clear };
}
