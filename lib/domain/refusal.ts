import type { EventKind } from "./event-kinds";
import type { Change } from "./state";

/** Why something is refused. Each has words in the catalogue of texts, by a `Record`, so that a new one needs them to compile. */
export const refusalWhys = [
  // who
  "not-signed-in", "not-permitted", "needs-manager", "not-yourself", "not-your-seat", "own-request", "wrong-password", "not-your-password", "password-needed",
  "too-many-attempts", "too-many-badges", "already-set-up", "link-unknown", "link-for-another", "foreign-origin",
  // what
  "unknown-launch", "unknown-item", "unknown-fact", "unknown-evidence", "unknown-waiver", "unknown-seat", "unknown-section", "unknown-group",
  "unknown-sign-off", "unknown-condition", "unknown-member", "unknown-event", "unknown-note", "unknown-text", "not-a-member",
  // when
  "stale-version", "state-moved", "built-upon", "later-first", "already-undone", "not-yours", "not-undoable", "already-signed", "signed-meanwhile", "already-withdrawn", "already-decided",
  "poll-closed", "poll-open", "launch-over", "last-manager", "wrong-phase", "decision-needed", "already-erased",
  // input
  "reason-needed", "reason-too-long", "text-needed", "text-too-long", "bad-character", "bad-day", "bad-time", "bad-zone", "bad-instant",
  "bad-link", "bad-number", "bad-quorum", "wrong-unit", "unit-in-use", "value-needed", "in-the-past", "ends-before-it-begins", "before-decision", "in-the-future", "bad-slug", "slug-taken",
  "bad-document", "no-items", "one-line", "bad-role", "reads-otherwise", "document-too-slow", "document-too-heavy", "readers-busy", "too-short", "too-long", "too-common", "is-email",
  // rules
  "has-children", "not-applicable-item", "decided-by-fact", "items-in-the-way", "condition-needed", "conditions-not-taken",
  "never-waive", "waiver-limit", "waiver-too-long", "waiver-ended", "nothing-to-waive", "linked-with-itself", "needs-two-people", "email-taken", "bad-input", "file-empty", "file-too-large",
  "too-many-items", "too-many-sections", "nested-too-deep", "last-section", "under-itself", "place-retired", "document-cannot",
] as const;
export type RefusalWhy = (typeof refusalWhys)[number];

/** An expected refusal: a value, not an error. Further fields say what it is about. */
export interface Refusal {
  allowed: false;
  why: RefusalWhy;
  /** Which field of the input it is about. */
  field?: string;
  /** For `stale-version`: the version seen and the one that stands. */
  seen?: number;
  present?: number;
  /** For limits: what is allowed at most. */
  limit?: number;
  /** For `state-moved`, `items-in-the-way` and the like: how many. */
  count?: number;
  /** For `wrong-unit`: the unit that is asked for; empty = none. */
  unit?: string;
  /** A sentence made elsewhere, e.g. by the reader of documents. */
  sentence?: string;
}

/** What a judging command says: the kind of its event and the rows to write, or why not. No changes = nothing to record. */
export interface Allowed { allowed: true; kind: EventKind; changes: Change[] }
export type Outcome = Allowed | Refusal;

export function refuse(why: RefusalWhy, detail: Omit<Refusal, "allowed" | "why"> = {}): Refusal {
  return { allowed: false, why, ...detail };
}

/** Joins what changed; what did not is left out. */
export function allow(kind: EventKind, ...changes: readonly (Change | null)[]): Allowed {
  return { allowed: true, kind, changes: changes.filter((change): change is Change => change !== null) };
}
