"use client";

import { useCallback, useSyncExternalStore } from "react";

const name = "readiness.single-keys";
const watchers = new Set<() => void>();
const subscribe = (watch: () => void): (() => void) => {
  watchers.add(watch);
  return () => void watchers.delete(watch);
};
const read = (): boolean => {
  try {
    return localStorage.getItem(name) !== "off";
  } catch {
    return true;
  }
};

/** Whether single letters are keys in this browser; on until somebody turns them off. */
export function useSingleKeys(): [boolean, (on: boolean) => void] {
  const single = useSyncExternalStore(subscribe, read, () => true);
  const set = useCallback((on: boolean) => {
    try {
      localStorage.setItem(name, on ? "on" : "off");
    } catch {
      // A browser that keeps nothing forgets this too.
    }
    for (const watch of watchers) watch();
  }, []);
  return [single, set];
}
