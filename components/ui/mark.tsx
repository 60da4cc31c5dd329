import type { ReactNode } from "react";
import { classes } from "./classes";

/** The shapes a state can have. Each is told apart without its colour, at 14 px and in print. */
const shapes = {
  ring: <circle cx="8" cy="8" r="5.2" />,
  dashed: <circle cx="8" cy="8" r="5.2" strokeDasharray="2 2.1" />,
  dot: <circle cx="8" cy="8" r="2.4" fill="currentColor" stroke="none" />,
  half: <><circle cx="8" cy="8" r="5.2" /><path d="M8 2.8a5.2 5.2 0 0 1 0 10.4z" fill="currentColor" stroke="none" /></>,
  square: <rect x="3.4" y="3.4" width="9.2" height="9.2" rx="1" fill="currentColor" stroke="none" />,
  check: <path d="m3 8.6 3.3 3.4L13 4.6" strokeWidth="2.1" />,
  "ring-check": <><circle cx="8" cy="8" r="6.1" /><path d="m5.2 8.2 2 2 3.6-4" /></>,
  cross: <path d="m4 4 8 8m0-8-8 8" strokeWidth="2" />,
  dash: <path d="M4 8h8" />,
  question: <><path d="M5.2 5.6a2.9 2.9 0 1 1 4.3 2.5c-.9.5-1.5 1-1.5 2" strokeWidth="1.8" /><circle cx="8" cy="12.9" r="1.1" fill="currentColor" stroke="none" /></>,
  clock: <><circle cx="8" cy="8" r="5.6" /><path d="M8 4.8V8l2.2 1.6" /></>,
  turn: <><path d="M12.9 6.2A5.2 5.2 0 1 0 13.2 9" /><path d="M13.4 2.8v3.6H9.8" /></>,
  hatch: <><rect x="2.8" y="2.8" width="10.4" height="10.4" rx="1" /><path d="m3.4 9 5.6-5.6M3.4 12.8l9.4-9.4M7 12.8 12.8 7" /></>,
  triangle: <><path d="M8 2.4 14.2 13H1.8z" /><path d="M8 6.4v3.2" /><circle cx="8" cy="11.3" r=".8" fill="currentColor" stroke="none" /></>,
  octagon: <><path d="M5.3 1.6h5.4l3.7 3.7v5.4l-3.7 3.7H5.3l-3.7-3.7V5.3z" /><path d="M5 8h6" /></>,
  diamond: <><path d="M8 1.6 14.4 8 8 14.4 1.6 8z" /><path d="M8 5v3.4" /><circle cx="8" cy="10.7" r=".8" fill="currentColor" stroke="none" /></>,
  page: <><path d="M4 2h5.4L12 4.6V14H4z" /><path d="M6 8h4M6 10.8h4" /></>,
} as const satisfies Record<string, ReactNode>;
export type Shape = keyof typeof shapes;

export const tones = ["go", "stop", "warn", "move", "waive", "mute", "ink"] as const;
export type Tone = (typeof tones)[number];

export const toneText: Record<Tone, string> = {
  go: "text-go", stop: "text-stop", warn: "text-warn", move: "text-move", waive: "text-waive", mute: "text-ink-3", ink: "text-ink",
};

export interface MarkLook { shape: Shape; tone: Tone }

/** A state's shape and colour. Its word stands beside it; without one, give `word` and it is read aloud instead. */
export function Mark({ shape, tone, word, size = 14, className }: MarkLook & { word?: string; size?: number; className?: string }) {
  return (
    <svg
      className={classes("mark inline-block shrink-0 align-[-0.125em]", toneText[tone], className)}
      width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round"
      {...(word ? { role: "img", "aria-label": word } : { "aria-hidden": true })}
    >
      {shapes[shape]}
    </svg>
  );
}

/** Shape, colour and word together. */
export function MarkedWord({ shape, tone, children }: MarkLook & { children: ReactNode }) {
  return (
    <span className={classes("inline-flex items-baseline gap-1.5", toneText[tone])}>
      <Mark shape={shape} tone={tone} className="self-center" />
      <span>{children}</span>
    </span>
  );
}
