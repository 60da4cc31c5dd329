import type { Threshold, Window } from "./state";

/**
 * What an item's words and the headings above it say besides themselves, read by the rules that documents are read by. On the page
 * nothing of it holds until a manager takes it over (docs/decisions/0024).
 */
export interface Said {
  /** "if needed". */
  condition: string | null;
  /** The question about the launch that decides the condition. */
  question: { key: string; question: string; answer: boolean } | null;
  threshold: Threshold | null;
  cadence: string | null;
  window: Window;
  /** "nice to have". */
  advisory: string | null;
}
export const saidFields = ["condition", "threshold", "cadence", "window", "advisory"] as const;
export type SaidField = (typeof saidFields)[number];

/** Something that an item's words say and the item does not hold, to be taken over or left; `says` null = they no longer say it. */
export interface FollowOffer { field: SaidField; says: string | null }
