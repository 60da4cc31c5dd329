import type { ReactNode } from "react";

/** A part's heading with, at its right, the way to all of it. */
export function Heading({ id, title, children }: { id: string; title: string; children?: ReactNode }) {
  return (
    <div className="mb-2.5 flex items-baseline justify-between gap-4">
      <h2 id={id} className="text-note">{title}</h2>
      {children ? <span className="text-note text-ink-3" data-screen-only>{children}</span> : null}
    </div>
  );
}
