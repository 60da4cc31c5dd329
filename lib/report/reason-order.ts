import type { ReasonKind } from "@/lib/domain/judgement";

/** What has to be talked about first comes first; what is merely work still to do comes last. */
export const reasonOrder: readonly ReasonKind[] = [
  "archived", "rolled-back", "postponed", "go-live-passed", "nothing-to-judge", "contradicted", "blocked", "seat-no-go", "condition-missed", "waiver-too-short", "seat-stale",
  "undecided-alternatives", "undecided", "proof-stale", "seat-empty", "seat-abstained", "seat-unsigned", "proof-missing", "open",
];
