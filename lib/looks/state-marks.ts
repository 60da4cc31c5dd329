import type { Band, ReasonKind } from "@/lib/domain/judgement";
import type { Applicability, Position, Verdict, Work } from "@/lib/domain/state";
import type { MarkLook } from "./shapes";

/** The one place where a state gets its shape and colour. The word comes from the catalogue and stands beside it. Red is what stops the launch. */
export const verdictMark: Record<Verdict, MarkLook> = {
  go: { shape: "ring-check", tone: "go" },
  "conditional-go": { shape: "diamond", tone: "waive" },
  "no-go": { shape: "octagon", tone: "stop" },
};

export const workMark: Record<Work, MarkLook> = {
  todo: { shape: "ring", tone: "mute" },
  "in-progress": { shape: "half", tone: "move" },
  blocked: { shape: "square", tone: "stop" },
  done: { shape: "check", tone: "go" },
};

export const applicabilityMark: Record<Applicability, MarkLook> = {
  applies: { shape: "dot", tone: "mute" },
  undecided: { shape: "question", tone: "warn" },
  "not-applicable": { shape: "dash", tone: "mute" },
};

export const bandMark: Record<Band, MarkLook> = {
  verified: { shape: "check", tone: "go" },
  claimed: { shape: "ring-check", tone: "go" },
  waived: { shape: "hatch", tone: "waive" },
  undecided: { shape: "question", tone: "warn" },
  "in-progress": { shape: "half", tone: "move" },
  blocked: { shape: "square", tone: "stop" },
  todo: { shape: "ring", tone: "mute" },
};

export const reasonMark: Record<ReasonKind, MarkLook> = {
  contradicted: { shape: "triangle", tone: "stop" },
  blocked: { shape: "square", tone: "stop" },
  undecided: { shape: "question", tone: "warn" },
  open: { shape: "ring", tone: "stop" },
  "proof-stale": { shape: "clock", tone: "warn" },
  "proof-missing": { shape: "page", tone: "warn" },
  "waiver-too-short": { shape: "hatch", tone: "waive" },
  "seat-empty": { shape: "dashed", tone: "stop" },
  "seat-no-go": { shape: "cross", tone: "stop" },
  "seat-stale": { shape: "turn", tone: "warn" },
  "seat-unsigned": { shape: "dot", tone: "stop" },
  "seat-abstained": { shape: "dash", tone: "warn" },
  "undecided-alternatives": { shape: "question", tone: "warn" },
  "condition-missed": { shape: "triangle", tone: "stop" },
  "go-live-passed": { shape: "clock", tone: "stop" },
  "nothing-to-judge": { shape: "dashed", tone: "stop" },
  postponed: { shape: "clock", tone: "stop" },
  "rolled-back": { shape: "turn", tone: "stop" },
  archived: { shape: "square", tone: "stop" },
};

export const positionMark: Record<Position, MarkLook> = {
  go: { shape: "check", tone: "go" },
  "go-with-conditions": { shape: "diamond", tone: "waive" },
  "no-go": { shape: "cross", tone: "stop" },
  abstain: { shape: "dash", tone: "warn" },
};

/** A seat: empty, silent, stale or its position. */
export function seatMark(seat: { holderId: string | null; position: Position | null; stale: boolean }): MarkLook {
  if (seat.position) return seat.stale ? { shape: "turn", tone: "warn" } : positionMark[seat.position];
  return seat.holderId ? { shape: "dot", tone: "mute" } : { shape: "dashed", tone: "mute" };
}

/** What was last measured against a target; `never` where nothing was. */
export const outcomeMark: Record<"pass" | "fail" | "unknown" | "never", MarkLook> = {
  pass: { shape: "check", tone: "go" }, fail: { shape: "cross", tone: "stop" }, unknown: { shape: "clock", tone: "warn" }, never: { shape: "dot", tone: "mute" },
};
