import type { ReactNode } from "react";
import { classes } from "./classes";
import { Mark, type MarkLook } from "./mark";

/** An empty, error or no-permission state: what is the case, why, and the next step. */
export function Notice({ mark, title, children, action, as: Heading = "h2", className }: {
  mark?: MarkLook; title: ReactNode; children?: ReactNode; action?: ReactNode; as?: "h1" | "h2" | "h3"; className?: string;
}) {
  return (
    <div className={classes("max-w-[52ch] py-6", className)}>
      <Heading className="flex items-center gap-2.5 text-lead tracking-tight">{mark ? <Mark {...mark} size={18} /> : null}{title}</Heading>
      {children ? <div className="mt-1.5 text-ink-2">{children}</div> : null}
      {action ? <div className="mt-4 flex flex-wrap gap-2" data-screen-only>{action}</div> : null}
    </div>
  );
}
