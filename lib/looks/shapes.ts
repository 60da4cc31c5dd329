/**
 * The shapes a state can have, drawn on a field of 16 by 16. Each is told apart without its colour, at 14 px and in print.
 * Plain outlines, so that pages and exports draw the same. A stroke is 1.5 wide unless `width` says otherwise.
 */
export interface Outline {
  /** An SVG path. */
  d: string;
  /** Filled instead of stroked. */
  fill?: true;
  width?: number;
  dash?: readonly [number, number];
}

const circle = (x: number, y: number, r: number): string => `M${Number((x - r).toFixed(2))} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

export const shapes = {
  ring: [{ d: circle(8, 8, 5.2) }],
  dashed: [{ d: circle(8, 8, 5.2), dash: [2, 2.1] }],
  dot: [{ d: circle(8, 8, 2.4), fill: true }],
  half: [{ d: circle(8, 8, 5.2) }, { d: "M8 2.8a5.2 5.2 0 0 1 0 10.4z", fill: true }],
  square: [{ d: "M4.4 3.4h7.2a1 1 0 0 1 1 1v7.2a1 1 0 0 1-1 1H4.4a1 1 0 0 1-1-1V4.4a1 1 0 0 1 1-1z", fill: true }],
  check: [{ d: "m3 8.6 3.3 3.4L13 4.6", width: 2.1 }],
  "ring-check": [{ d: circle(8, 8, 6.1) }, { d: "m5.2 8.2 2 2 3.6-4" }],
  cross: [{ d: "m4 4 8 8m0-8-8 8", width: 2 }],
  dash: [{ d: "M4 8h8" }],
  question: [{ d: "M5.2 5.6a2.9 2.9 0 1 1 4.3 2.5c-.9.5-1.5 1-1.5 2", width: 1.8 }, { d: circle(8, 12.9, 1.1), fill: true }],
  clock: [{ d: circle(8, 8, 5.6) }, { d: "M8 4.8V8l2.2 1.6" }],
  turn: [{ d: "M12.9 6.2A5.2 5.2 0 1 0 13.2 9" }, { d: "M13.4 2.8v3.6H9.8" }],
  hatch: [{ d: "M3.8 2.8h8.4a1 1 0 0 1 1 1v8.4a1 1 0 0 1-1 1H3.8a1 1 0 0 1-1-1V3.8a1 1 0 0 1 1-1z" }, { d: "m3.4 9 5.6-5.6M3.4 12.8l9.4-9.4M7 12.8 12.8 7" }],
  triangle: [{ d: "M8 2.4 14.2 13H1.8z" }, { d: "M8 6.4v3.2" }, { d: circle(8, 11.3, 0.8), fill: true }],
  octagon: [{ d: "M5.3 1.6h5.4l3.7 3.7v5.4l-3.7 3.7H5.3l-3.7-3.7V5.3z" }, { d: "M5 8h6" }],
  diamond: [{ d: "M8 1.6 14.4 8 8 14.4 1.6 8z" }, { d: "M8 5v3.4" }, { d: circle(8, 10.7, 0.8), fill: true }],
  page: [{ d: "M4 2h5.4L12 4.6V14H4z" }, { d: "M6 8h4M6 10.8h4" }],
} as const satisfies Record<string, readonly Outline[]>;
export type Shape = keyof typeof shapes;

export const tones = ["go", "stop", "warn", "move", "waive", "mute", "ink"] as const;
export type Tone = (typeof tones)[number];

export interface MarkLook { shape: Shape; tone: Tone }

/** A shape's outlines. */
export const outlinesOf = (shape: Shape): readonly Outline[] => shapes[shape];
