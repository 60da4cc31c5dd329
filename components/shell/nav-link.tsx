"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** An entry of the launch's navigation. `also` are addresses below which it is the current one too. */
export function NavLink({ href, also = [], exact = false, children }: { href: string; also?: string[]; exact?: boolean; children: ReactNode }) {
  const path = usePathname();
  const current = path === href || (!exact && path.startsWith(`${href}/`)) || also.some((start) => path.startsWith(`${start}/`));
  return (
    <Link
      prefetch={false} href={href} aria-current={current ? "page" : undefined}
      className="flex min-h-8 items-baseline justify-between gap-2 rounded-md px-2.5 py-1.5 text-ink-2 hover:text-ink aria-[current=page]:bg-wash aria-[current=page]:font-medium aria-[current=page]:text-ink forced-colors:aria-[current=page]:underline pointer-coarse:min-h-10 pointer-coarse:items-center"
    >
      {children}
    </Link>
  );
}
