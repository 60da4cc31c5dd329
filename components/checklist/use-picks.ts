"use client";

import { useCallback, useState } from "react";

export interface Picks {
  /** Ids of the items that are selected; `null` while nobody is selecting. */
  picked: ReadonlySet<string> | null;
  /** Selects one item, or leaves it out. */
  toggle: (id: string) => void;
  /** Selects all of these, or leaves them out when all are selected already. */
  toggleAll: (ids: readonly string[]) => void;
  begin: () => void;
  leave: () => void;
}

/** A selection of items to be changed at once. It survives filtering: what is selected stays so when it is not shown. */
export function usePicks(): Picks {
  const [picked, pick] = useState<ReadonlySet<string> | null>(null);
  const toggleAll = useCallback((ids: readonly string[]) => pick((before) => {
    const next = new Set(before);
    const all = ids.every((id) => next.has(id));
    for (const id of ids) {
      if (all) next.delete(id);
      else next.add(id);
    }
    return next;
  }), []);
  return {
    picked, toggleAll,
    toggle: useCallback((id) => toggleAll([id]), [toggleAll]),
    begin: useCallback(() => pick((before) => before ?? new Set()), []),
    leave: useCallback(() => pick(null), []),
  };
}
