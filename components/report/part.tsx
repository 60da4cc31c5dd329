import type { ReactNode } from "react";

/** A numbered part of the document. */
export function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-8">
      <h2 id={id} className="mb-2 text-[1rem] tracking-tight">{title}</h2>
      {children}
    </section>
  );
}
