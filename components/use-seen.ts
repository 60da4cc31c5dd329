"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { Submit } from "./use-submit";

/** Something as it stands: which, its version, and what its reader reads of it; `says` is `null` while that is being read again. */
export interface Standing { id: string; version: number; says: string | null }

export interface Seen<T extends Standing> {
  /** What stood there when the form was opened: what its fields begin with. */
  opened: T;
  /** What its reader has seen last: the version to send, so that nothing is overwritten unseen. */
  seen: T;
  /** Whether something else stands there now. */
  moved: boolean;
  present: T;
  /** Takes what stands there now as seen. */
  look: () => void;
  /** Begins again with what stands there now. */
  restart: () => void;
}

/**
 * Holds fast what a form rests on. While it is `held` (open, or typed into) what comes from elsewhere is told, not taken over; what
 * reads the same is no change to its reader. One's own act is none either: it is on its way while the form is `busy`, and the form goes
 * together with the page that shows it. A page that heard nothing and is refused as stale is read again.
 */
export function useSeen<T extends Standing>(present: T, { busy, refused, clear }: Pick<Submit, "busy" | "clear"> & { refused: { why: string } | null }, held: boolean): Seen<T> {
  const router = useRouter();
  const [{ opened, seen }, hold] = useState({ opened: present, seen: present });
  const same = seen.id === present.id && seen.version === present.version;
  const reads = same && seen.says === present.says;
  if (!reads && !held) hold({ opened: present, seen: present });
  else if (!reads && present.says !== null && (same || (seen.id === present.id && seen.says === present.says))) hold({ opened, seen: present });
  useEffect(() => {
    if (refused?.why === "stale-version") router.refresh();
  }, [refused, router]);
  const take = (begin: T): void => {
    clear();
    hold({ opened: begin, seen: present });
  };
  return { opened, seen, present, moved: held && !busy && !same && present.says !== null, look: () => take(opened), restart: () => take(present) };
}
