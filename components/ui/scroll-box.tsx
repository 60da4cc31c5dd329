import type { ReactNode } from "react";

/** A wide thing that scrolls by itself, so that the page never does sideways; reachable and named for the keyboard. */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  return <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={label}>{children}</div>;
}
