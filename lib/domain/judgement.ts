import type { Instant, Phase, Position, Threshold, Verdict, Window, Work, Applicability, Day, Outcome } from "./state";

/** Decision rules §6, in the order in which the first that applies is an item's one reason. */
export const itemReasonKinds = [
  "contradicted", "blocked", "undecided", "open", "proof-stale", "proof-missing", "waiver-too-short",
] as const;
export const seatReasonKinds = ["seat-empty", "seat-no-go", "seat-stale", "seat-unsigned", "seat-abstained"] as const;
export const launchReasonKinds = ["undecided-alternatives", "condition-missed", "go-live-passed", "nothing-to-judge", "postponed", "rolled-back", "archived"] as const;
export const reasonKinds = [...itemReasonKinds, ...seatReasonKinds, ...launchReasonKinds] as const;
export type ReasonKind = (typeof reasonKinds)[number];

/** Why it is not go: one thing that somebody can clear. */
export interface Reason {
  kind: ReasonKind;
  /** The id of the item, seat, condition, fact or launch it is about. */
  subjectId: string;
  subjectType: "item" | "seat" | "condition" | "alternatives" | "launch";
  /** The words of the subject: an item's text, a seat's role. */
  subject: string;
  sectionId: string | null;
  /** User ids of those who can clear it: owner, else holders of a seat for the section, else the managers. */
  who: string[];
  /** When it began to hold. */
  since: Instant;
  /** What a person said or set: a block's reason, "too early", the condition's words. */
  detail: string | null;
}

/** Bands of a bar in drawing order; each counting item is in exactly one. */
export const bands = ["verified", "claimed", "waived", "undecided", "in-progress", "blocked", "todo"] as const;
export type Band = (typeof bands)[number];
export type BandCounts = Record<Band, number>;

export interface Share {
  done: number;
  of: number;
  /** Rounds down; `null` when `of` is 0. */
  percent: number | null;
}
export interface Count { done: number; of: number }

export interface Numbers {
  claimed: Share;
  verified: Share;
  waived: number;
  undecided: number;
  notApplicable: number;
  blocked: number;
  advisory: Count;
  windows: Record<Exclude<Window, "before" | "final-week">, Count>;
}

export type Standing = "none" | "valid" | "stale" | "contradicted";

/** An item as judged: everything a row shows that is derived. */
export interface JudgedItem {
  id: string;
  /** Required, applicable or undecided, window before or final-week, without task children, not retired. */
  counts: boolean;
  /** Its work, derived from its children when it has any. */
  work: Work;
  applicability: Applicability;
  band: Band | null;
  claimed: boolean;
  verified: boolean;
  /** Whether proof is required of it, by whatever policy. */
  proofRequired: boolean;
  standingNow: Standing;
  standingAtGoLive: Standing;
  /** For windows: ticked before its window opened; or its window has not opened yet. */
  timing: "too-early" | "not-yet-due" | null;
  waiver: { id: string; state: "requested" | "active" | "expired" | "refused"; endsAt: Instant } | null;
  /** A threshold's newest counting outcome. */
  measured: { value: number; unit: string; at: Instant; outcome: "pass" | "fail" | "unknown" } | null;
  reason: ReasonKind | null;
  due: Day | null;
  overdue: boolean;
}

export interface JudgedSection {
  id: string;
  key: string;
  title: string;
  claimed: Share;
  verified: Share;
  bands: BandCounts;
  /** How many items of it are a reason. */
  inTheWay: number;
  /** Items of any window and standing, as the document has them. */
  items: number;
}

export interface ChangedSince { subject: string; id: string | null; field: string; before: unknown; after: unknown }

export interface JudgedSeat {
  id: string;
  key: string;
  team: string;
  role: string;
  holderId: string | null;
  /** The position of the sign-off in force (not withdrawn, of the present holder). */
  position: Position | null;
  signOffId: string | null;
  signedAt: Instant | null;
  signedBy: string | null;
  nameThen: string | null;
  reason: string | null;
  stale: boolean;
  /** Exactly what differs between the signed state and now. */
  changedSince: ChangedSince[];
  /** Digest of what the seat would sign now. */
  digest: string;
  openConditions: number;
}

export interface Finding { kind: "parent-tick" | "linked-disagree"; itemId: string; message: string }

/** Everything shown anywhere about a launch at a moment. The one output of the one function. */
export interface Judgement {
  rule: number;
  revision: number;
  at: Instant;
  verdict: Verdict;
  phase: Phase;
  /** Go-live as a moment; `null` when unset. */
  goLive: Instant | null;
  numbers: Numbers;
  bands: BandCounts;
  items: Readonly<Record<string, JudgedItem>>;
  sections: JudgedSection[];
  seats: JudgedSeat[];
  reasons: Reason[];
  /** Once launched: what would be a reason if it were not (decision rules §9). Empty before. */
  followUps: Reason[];
  findings: Finding[];
  waivers: { id: string; itemId: string; state: "requested" | "active" | "expired" | "refused"; endsAt: Instant; reason: string }[];
  conditions: { id: string; seatId: string; text: string; ownerId: string | null; deadline: Instant; state: "open" | "met" | "missed" }[];
  /** The newest one; `stands`: of the present preparation, not of one that was gone back on or rolled back. */
  decision: { outcome: Outcome; at: Instant; by: string; againstVerdict: boolean; stands: boolean; changesSince: number } | null;
  /** Success metrics and other thresholds, with what was last measured. */
  metrics: { itemId: string; threshold: Threshold; measured: JudgedItem["measured"]; ongoing: boolean }[];
  /** The next moment at which any of this changes by itself; `null` = never. */
  validUntil: Instant | null;
}
