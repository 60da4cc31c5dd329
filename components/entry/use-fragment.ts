"use client";

import { useSyncExternalStore } from "react";

const subscribe = (changed: () => void): (() => void) => {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
};

/** What stands after the # of the address, which never reaches a server or its log; `null` until the page lives. */
export function useFragment(): string | null {
  return useSyncExternalStore(subscribe, () => window.location.hash.slice(1), () => null);
}
