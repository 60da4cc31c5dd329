"use client";

import { useEffect, useRef, useState } from "react";
import type { Foretold } from "@/lib/domain/foretell";
import type { Told } from "./actions";

/** Typing a number passes through many: only where it rests is worth a question. */
const restMs = 250;

/**
 * Asks what a change would do, whenever `wanted` is another one; `null` asks nothing.
 * @returns null while nothing is asked or known; "asking" until the answer; what is refused stands where it would be saved
 */
export function useForetold<W>(wanted: W | null, foretell: (wanted: W) => Told): Foretold | "asking" | null {
  const [told, tell] = useState<{ of: string; foretold: Foretold | null } | null>(null);
  const ask = useRef(foretell);
  useEffect(() => {
    ask.current = foretell;
  });
  const of = wanted === null ? null : JSON.stringify(wanted);
  useEffect(() => {
    if (of === null) return;
    let over = false;
    const timer = setTimeout(() => {
      // What was written as JSON just above is read again.
      ask.current(JSON.parse(of) as W).then((answer) => {
        if (!over) tell({ of, foretold: answer.allowed ? answer.foretold : null });
      }).catch(() => {
        if (!over) tell({ of, foretold: null });
      });
    }, restMs);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [of]);
  if (of === null) return null;
  return told?.of === of ? told.foretold : "asking";
}
