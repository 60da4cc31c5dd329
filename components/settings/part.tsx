import type { ReactNode } from "react";

/** One part of the settings: its heading, a sentence about it, and its content. */
export function Part({ id, title, hint, children }: { id: string; title: string; hint?: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-6 border-t border-line py-6">
      <h2 id={`${id}-title`} className="text-lead tracking-tight">{title}</h2>
      {hint ? <p className="mt-0.5 max-w-[60ch] text-note text-ink-3">{hint}</p> : null}
      <div className="mt-4">{children}</div>
    </section>
  );
}
