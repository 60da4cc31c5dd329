import type { ReactNode } from "react";

/** A page before the launch: the product's name, one heading, one thing to do. */
export function EntryFrame({ product, title, children }: { product: string; title?: string; children: ReactNode }) {
  return (
    <main id="main" className="mx-auto grid min-h-dvh w-full max-w-[26rem] content-start gap-6 px-5 pt-[12vh] pb-16">
      <p className="text-note font-semibold tracking-tight text-ink-2">{product}</p>
      {title ? <h1 className="text-[1.75rem] leading-tight tracking-tight">{title}</h1> : null}
      {children}
    </main>
  );
}
