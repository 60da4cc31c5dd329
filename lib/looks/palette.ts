import type { Band } from "@/lib/domain/judgement";
import type { Tone } from "./shapes";

/** The colours of the pages in the light theme (app/globals.css), for what is no page: a printed report, a badge. */
export const palette = {
  ink: "#16181d", "ink-2": "#4b5060", "ink-3": "#626777", line: "#e3e4e8", go: "#0b7550", "go-soft": "#bfe5d5", stop: "#bd2424", warn: "#8f5400", move: "#2457c5",
  waive: "#6b3fb5", none: "#d9dbe0",
} as const;
export type Colour = keyof typeof palette;

export const toneColour: Record<Tone, Colour> = { go: "go", stop: "stop", warn: "warn", move: "move", waive: "waive", mute: "ink-3", ink: "ink" };

/** A band's texture: it differs from its neighbours without its colour too. */
export const bandLook: Record<Band, { colour: Colour; texture: "full" | "framed" | "slanted" | "upright" }> = {
  verified: { colour: "go", texture: "full" }, claimed: { colour: "go", texture: "framed" }, waived: { colour: "waive", texture: "slanted" },
  undecided: { colour: "warn", texture: "upright" }, "in-progress": { colour: "move", texture: "full" }, blocked: { colour: "stop", texture: "full" },
  todo: { colour: "none", texture: "full" },
};
