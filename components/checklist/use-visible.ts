import { useMemo, useState } from "react";
import type { RowView } from "@/lib/domain/row";
import { fits, type Filter } from "./filter";

const none: ReadonlySet<string> = new Set();

export interface Visible {
  visible: readonly RowView[];
  /** A row this hand has changed stays in sight, though it may no longer fit. */
  touch: (id: string) => void;
  /** The pointer is over the list: what it came upon stays, so that no click lands on the row that moved up into its place. */
  enter: (ids: readonly string[]) => void;
  leave: () => void;
  /** Another choice clears away what only stayed. */
  clear: () => void;
}

/** The rows that fit the choice, and those that stay though they no longer do. */
export function useVisible(rows: readonly RowView[], filter: Filter, { me, sectionId }: { me: string; sectionId: string | null }): Visible {
  const [touched, setTouched] = useState(none);
  const [underHand, keep] = useState(none);
  const visible = useMemo(
    () => rows.filter((row) => touched.has(row.id) || underHand.has(row.id) || fits(row, filter, { me, sectionId })),
    [rows, filter, touched, underHand, me, sectionId],
  );
  return {
    visible,
    touch: (id) => setTouched((before) => (before.has(id) ? before : new Set(before).add(id))),
    enter: (ids) => keep(new Set(ids)),
    leave: () => keep(none),
    clear: () => {
      setTouched(none);
      keep(none);
    },
  };
}
