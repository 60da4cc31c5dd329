"use client";

import { useCallback, useEffect, useState } from "react";
import { filterFrom, queryOf, type Filter } from "./filter";

/** The choice, kept in the address without asking the server; going back restores the one before. */
export function useFilter(first: Filter): [Filter, (next: Filter) => void] {
  const [filter, setFilter] = useState(first);
  useEffect(() => {
    const back = (): void => setFilter(filterFrom(Object.fromEntries(new URLSearchParams(window.location.search))));
    window.addEventListener("popstate", back);
    return () => window.removeEventListener("popstate", back);
  }, []);
  const choose = useCallback((next: Filter) => {
    setFilter(next);
    window.history.replaceState(null, "", `${window.location.pathname}${queryOf(next)}`);
  }, []);
  return [filter, choose];
}
