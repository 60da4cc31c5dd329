/**
 * A launch's state: plain rows, the same shape in the database, in an event's changes, in a replay and in memory.
 * Only JSON values, so a state can be hashed, sent and compared. The words are `docs/words.md`'s.
 */

/** A moment: ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export type Instant = string;
/** A calendar day `YYYY-MM-DD`, read in the launch's zone. */
export type Day = string;
/** A wall-clock time `YYYY-MM-DDTHH:mm`, read in the launch's zone, so that daylight saving cannot move it. */
export type WallTime = string;

export const windows = ["before", "final-week", "launch-day", "first-24h", "ongoing"] as const;
export type Window = (typeof windows)[number];

export const applicabilities = ["applies", "undecided", "not-applicable"] as const;
export type Applicability = (typeof applicabilities)[number];

export const works = ["todo", "in-progress", "blocked", "done"] as const;
export type Work = (typeof works)[number];

export const phases = ["preparing", "decided", "launched", "closed", "postponed", "rolled-back", "archived"] as const;
export type Phase = (typeof phases)[number];

export const positions = ["go", "go-with-conditions", "no-go", "abstain"] as const;
export type Position = (typeof positions)[number];

export const pollRules = ["all", "any-of-each-team", "quorum"] as const;
export type PollRule = (typeof pollRules)[number];

export const proofPolicies = ["required", "optional"] as const;
export type ProofPolicy = (typeof proofPolicies)[number];

export const roles = ["viewer", "contributor", "manager"] as const;
export type Role = (typeof roles)[number];

/** Who or what decided something: a person's id, or one of these. */
export type Decider = "document" | "fact" | "alternative" | "person";

export type Comparator = "<" | "<=" | ">" | ">=" | "=";

export interface Threshold {
  metric: string;
  comparator: Comparator;
  /** In `unit`; `null` until someone sets a target. */
  limit: number | null;
  unit: string;
}

/** Go-live was this from `at` on; `null` = none. */
export interface GoLiveFrom { at: Instant; goLive: Instant | null }

export interface Launch {
  id: string;
  slug: string;
  name: string;
  /** An IANA zone name, e.g. `Europe/Madrid`. */
  zone: string;
  goLive: WallTime | null;
  /** When `goLive` was last set: the beginning of what follows from it. */
  goLiveAt: Instant | null;
  /** What go-live was set to, from when on, oldest first (`go-lives.ts`); `null` = as `goLiveAt` says. */
  goLives: readonly GoLiveFrom[] | null;
  nextReview: Day | null;
  phase: Phase;
  phaseAt: Instant;
  /** The version of the decision rules this launch is judged by. */
  rule: number;
  pollRule: PollRule;
  /** For `quorum`: how many seats must say go. */
  quorum: number | null;
  proof: ProofPolicy;
  /** Days a proof stays valid, inclusive; `null` = does not expire. */
  validDays: number | null;
  /** Why no proof is needed that was needed before (decision rules §3). */
  proofReason: string | null;
  /** When `proof` was last made required; `null` = not since the launch was created. */
  proofAt: Instant | null;
  /** Most active waivers; `null` = no limit. */
  waiverLimit: number | null;
  /** A waiver may end at most this many days after go-live. */
  waiverDaysAfter: number;
  launchedAt: Instant | null;
  createdAt: Instant;
  version: number;
}

export interface Member {
  /** The person's user id. */
  id: string;
  role: Role;
  version: number;
}

export interface Section {
  id: string;
  /** "1" … as the document numbers it, else its position. */
  key: string;
  title: string;
  position: number;
  proof: ProofPolicy | null;
  validDays: number | null;
  /** Why no proof is needed here that was needed before (decision rules §3). */
  proofReason: string | null;
  /** When its items last came to need proof by the section's own word; `null` = never since it was created. */
  proofAt: Instant | null;
  retiredAt: Instant | null;
  version: number;
}

export interface Group {
  id: string;
  sectionId: string;
  /** Empty for items that stand directly under a section's heading. */
  title: string;
  position: number;
  retiredAt: Instant | null;
  version: number;
}

export interface Item {
  id: string;
  sectionId: string;
  groupId: string;
  parentId: string | null;
  /** Made of words, given once and unique in the launch; only ever changed by erasing those words (`erasedKey`). */
  key: string;
  text: string;
  /** Order within its group; any whole number, with gaps (`document-order.ts`). */
  position: number;
  /** Line in the imported document, from 1; `null` for items added on the page. */
  line: number | null;
  required: boolean;
  requiredReason: string | null;
  requiredAt: Instant | null;
  window: Window;
  /** The document's own words that make the item conditional: "if needed". */
  condition: string | null;
  factId: string | null;
  /** The answer of `factId` under which the item applies. */
  factAnswer: boolean | null;
  /** Items that are alternatives to each other carry the same word here. */
  alternatives: string | null;
  applicability: Applicability;
  applicabilityReason: string | null;
  applicabilityBy: Decider | null;
  /** When `applicability` last became what it is. */
  applicabilityAt: Instant | null;
  /** When it last came back into what counts: from not applicable, a later window or retirement (`keep-moments.ts`); `null` = not kept. */
  inScopeAt: Instant | null;
  work: Work;
  /** Why it is blocked; `null` otherwise. */
  workReason: string | null;
  /** Who set `work`: a user's id; `null` = the document. */
  workBy: string | null;
  /** When `work` was last set: the tick's date. */
  workAt: Instant | null;
  /** Since when it has been open (to do, in progress or done too early), blocked or done; `null` = not kept, as `workAt` says. */
  workSince: Instant | null;
  ownerId: string | null;
  due: Day | null;
  proof: ProofPolicy | null;
  /** Why a manager says that it needs no proof although it would (decision rules §3). */
  proofReason: string | null;
  /** When it last came to need proof by what is said of it: policy, target, section; `null` = not kept. */
  proofAt: Instant | null;
  validDays: number | null;
  /** True from the first proof on: from then it needs proof (decision rules §3). */
  hadProof: boolean;
  neverWaive: boolean;
  /** "daily", "annual" …, as the item's text says. */
  cadence: string | null;
  threshold: Threshold | null;
  /** Items with the same word share proof, not work. */
  link: string | null;
  createdAt: Instant;
  retiredAt: Instant | null;
  version: number;
}

export interface Fact {
  id: string;
  key: string;
  question: string;
  answer: boolean | null;
  answeredBy: string | null;
  answeredAt: Instant | null;
  position: number;
  createdAt: Instant;
  version: number;
}

export type EvidenceKind = "link" | "note" | "file" | "measurement" | "check";
export interface Evidence {
  id: string;
  itemId: string;
  kind: EvidenceKind;
  title: string;
  /** For `link`: an http(s) address. */
  url: string | null;
  /** For `file`: SHA-256 of its bytes, hex. */
  fileHash: string | null;
  /** For `measurement`: the value, in the threshold's unit. */
  value: number | null;
  unit: string | null;
  outcome: "pass" | "fail" | null;
  /** Where a measurement or check comes from; the newest per source supersedes. */
  source: string | null;
  /** The moment at which it was true, not the upload's. */
  trueAt: Instant;
  /** Own validity in days; `null` = the item's, section's or launch's. */
  validDays: number | null;
  addedBy: string;
  addedAt: Instant;
  withdrawnAt: Instant | null;
  withdrawnReason: string | null;
  version: number;
}

export type WaiverState = "requested" | "active" | "refused" | "ended";
export interface Waiver {
  id: string;
  itemId: string;
  reason: string;
  control: string;
  endsAt: Instant;
  /** `null` = the document. */
  requestedBy: string | null;
  requestedAt: Instant;
  /** `active` past `endsAt` reads as expired: nothing has to run for that. */
  state: WaiverState;
  decidedBy: string | null;
  decidedAt: Instant | null;
  decidedReason: string | null;
  /** When one in force was ended, replaced or its item closed; `null` = not kept, or it was not. */
  endedAt: Instant | null;
  version: number;
}

export interface Seat {
  id: string;
  key: string;
  team: string;
  role: string;
  position: number;
  line: number | null;
  holderId: string | null;
  holderAt: Instant | null;
  delegateId: string | null;
  delegateFrom: Instant | null;
  delegateTo: Instant | null;
  /** Ids of the sections it answers for; `null` = all. */
  sections: string[] | null;
  /** For `quorum`: this seat must answer. */
  mustAnswer: boolean;
  /** What the document says on the line; shown, never adopted. */
  documentName: string | null;
  documentDate: string | null;
  createdAt: Instant;
  retiredAt: Instant | null;
  version: number;
}

export interface SignOff {
  id: string;
  seatId: string;
  byId: string;
  /** Set when a delegate signed for the holder. */
  forId: string | null;
  /** The signer's name at that time. */
  nameThen: string;
  position: Position;
  reason: string | null;
  /** What the position means, in the words shown when signing. */
  meaning: string;
  at: Instant;
  rule: number;
  /** SHA-256, hex, of the canonical material state. */
  digest: string;
  /** That material state itself, so that a difference can be listed. */
  material: unknown;
  withdrawnAt: Instant | null;
  withdrawnReason: string | null;
  version: number;
}

export interface Condition {
  id: string;
  signOffId: string;
  text: string;
  ownerId: string | null;
  deadline: Instant;
  rollbackTrigger: string | null;
  metAt: Instant | null;
  metBy: string | null;
  version: number;
}

export interface Poll {
  id: string;
  rule: PollRule;
  quorum: number | null;
  openedAt: Instant;
  openedBy: string;
  closedAt: Instant | null;
  version: number;
}

export type Outcome = "go" | "no-go" | "postpone";
export interface Decision {
  id: string;
  pollId: string | null;
  outcome: Outcome;
  reason: string | null;
  by: string;
  at: Instant;
  rule: number;
  verdict: Verdict;
  againstVerdict: boolean;
  /** Verdict, reasons, conditions and dissent as they were. */
  record: unknown;
  version: number;
}

export type NoteKind = "risk" | "exception" | "consideration";
export interface Note {
  id: string;
  kind: NoteKind;
  text: string;
  /** `null` = the document. */
  authorId: string | null;
  at: Instant;
  retiredAt: Instant | null;
  version: number;
}

export type Verdict = "go" | "conditional-go" | "no-go";

/** The kinds of rows an event can change, by the name used in events. */
export interface Entities {
  launch: Launch;
  member: Member;
  section: Section;
  group: Group;
  item: Item;
  fact: Fact;
  evidence: Evidence;
  waiver: Waiver;
  seat: Seat;
  signOff: SignOff;
  condition: Condition;
  poll: Poll;
  decision: Decision;
  note: Note;
}
export type Entity = keyof Entities;

export const entities = [
  "launch", "member", "section", "group", "item", "fact", "evidence", "waiver",
  "seat", "signOff", "condition", "poll", "decision", "note",
] as const satisfies readonly Entity[];

export type Rows = { [E in Exclude<Entity, "launch">]: Readonly<Record<string, Entities[E]>> };

/** Everything a launch is judged by. Never changed in place: `applyChanges` returns the next one. */
export interface LaunchState extends Rows {
  launch: Launch;
  /** The number of its last event; every change of anything shown raises it by one. */
  revision: number;
}

/** One row's change inside an event: `null` before = created; `null` after = removed. Only fields that changed. */
export interface Change<E extends Entity = Entity> {
  entity: E;
  id: string;
  before: Readonly<Record<string, unknown>> | null;
  after: Readonly<Record<string, unknown>> | null;
}
