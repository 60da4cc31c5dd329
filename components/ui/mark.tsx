import type { ReactNode } from "react";
import { outlinesOf, type MarkLook, type Tone } from "@/lib/looks/shapes";
import { classes } from "./classes";

export type { MarkLook, Tone } from "@/lib/looks/shapes";

export const toneText: Record<Tone, string> = {
  go: "text-go", stop: "text-stop", warn: "text-warn", move: "text-move", waive: "text-waive", mute: "text-ink-3", ink: "text-ink",
};

/** A state's shape and colour. Its word stands beside it; without one, give `word` and it is read aloud instead. */
export function Mark({ shape, tone, word, size = 14, className }: MarkLook & { word?: string; size?: number; className?: string }) {
  return (
    <svg
      className={classes("mark", toneText[tone], className)} width={size} height={size} viewBox="0 0 16 16"
      {...(word ? { role: "img", "aria-label": word } : { "aria-hidden": true })}
    >
      {outlinesOf(shape).map(({ d, fill, width, dash }) => (
        <path key={d} d={d} {...(fill ? { fill: "currentColor", stroke: "none" } : {})} {...(width ? { strokeWidth: width } : {})} {...(dash ? { strokeDasharray: dash.join(" ") } : {})} />
      ))}
    </svg>
  );
}

/** Shape, colour and word together. */
export function MarkedWord({ shape, tone, children }: MarkLook & { children: ReactNode }) {
  return (
    <span className={classes("inline-flex items-baseline gap-1.5", toneText[tone])}>
      <Mark shape={shape} tone={tone} className="h-[1lh] self-start" />
      <span>{children}</span>
    </span>
  );
}
