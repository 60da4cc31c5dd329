"use client";

import { useEffect, useRef, type RefObject } from "react";
import { commandOf, type Command } from "./keys";

/** Listens to the keys of the whole page, once; what they mean is the list's. */
export function useKeys(single: boolean, carryOut: (command: Command) => boolean): void {
  const latest = useRef(carryOut);
  useEffect(() => {
    latest.current = carryOut;
  });
  useEffect(() => {
    const stroke = (event: KeyboardEvent): void => {
      const command = event.defaultPrevented ? null : commandOf(event, single);
      if (command && latest.current(command)) event.preventDefault();
    };
    document.addEventListener("keydown", stroke);
    return () => document.removeEventListener("keydown", stroke);
  }, [single]);
}

/** Puts the focus on a row's link, in sight and clear of the headings that stay. */
export function focusRow(list: RefObject<HTMLElement | null>, id: string): void {
  const link = list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"] a[data-do=open]`);
  link?.focus({ preventScroll: true });
  link?.closest("li")?.scrollIntoView({ block: "nearest" });
}
