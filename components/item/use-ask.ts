"use client";

import { useCallback, useState } from "react";
import type { MadeByAsking } from "../checklist/use-rows";
import { letter } from "../unsent/unsent";
import type { Answer } from "./actions";
import type { Hand } from "./hand";

export interface Ask {
  busy: boolean;
  refused: { why: string; sentence: string; field?: string } | null;
  /** Asks the server; `then` is called once it was taken. A refusal or a silent server leaves everything as it was typed. */
  send: (ask: () => Promise<Answer>, then: () => void) => Promise<void>;
  clear: () => void;
}

/** Sends one thing about an item and tells the list of it. @param made what undo then takes back */
export function useAsk({ heard, settled }: Pick<Hand, "heard" | "settled">, unreachable: string, made?: MadeByAsking): Ask {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Ask["refused"]>(null);
  const send: Ask["send"] = async (ask, then) => {
    const typed = letter();
    typed.sent();
    setBusy(true);
    try {
      await settled();
      const answer = await ask();
      setRefused(answer.allowed ? null : answer);
      if (!answer.allowed) return typed.refused();
      typed.taken();
      heard(answer, made);
      then();
    } catch {
      typed.refused();
      setRefused({ why: "unreachable", sentence: unreachable });
    } finally {
      setBusy(false);
    }
  };
  return { busy, refused, send, clear: useCallback(() => setRefused(null), []) };
}
