import Link from "next/link";
import type { ReactNode } from "react";
import { texts } from "@/lib/texts/texts";

/** The frame of pages outside a launch: the product's name, and the page. */
export function PlainPage({ children, foot }: { children: ReactNode; foot?: ReactNode }) {
  return (
    <div className="mx-auto max-w-[60rem] px-4 pt-5 pb-16 sm:px-8">
      <a className="skip" href="#content">{texts("shell")("skip")}</a>
      <header className="mb-10 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <Link prefetch={false} href="/" className="font-semibold tracking-tight">{texts("common")("product")}</Link>
        {foot ? <div className="flex flex-wrap items-baseline gap-x-6 gap-y-2">{foot}</div> : null}
      </header>
      <main id="content" tabIndex={-1} className="outline-none">{children}</main>
    </div>
  );
}
