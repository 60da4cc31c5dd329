import type { Applicability, Day, Position, Threshold, Window, Work } from "@/lib/domain/state";

/** The languages whose words are understood and written. */
export const languages = ["en", "es"] as const;
export type Language = (typeof languages)[number];

export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** How the bytes became text, and what had to be put right for reading. The original text itself is never repaired. */
export interface EncodingInfo {
  name: Encoding;
  bom: boolean;
  /** Symbols that were UTF-8 read as cp1252 or latin-1 and could be read back. */
  repaired: { line: number; from: string; to: string }[];
  /** What is left of symbols of which a byte is missing. */
  lost: { line: number; text: string }[];
}

/** Offsets into `Reading.original`, in UTF-16 units; `to` is exclusive. */
export interface Span { from: number; to: number }

/** Where an item stands, so that a change can be spliced in without touching anything else. */
export interface ItemPlace {
  /** From `[` to after `]`. */
  box: Span;
  /** The notes on the line; empty, where notes would begin, when there are none. */
  notes: Span;
  /** End of the box's line, before its line ending. */
  lineEnd: number;
  /** Its words, from after the box to the end of its first paragraph. */
  words: Span;
  /** What stands for done and for open, where that is no box of GitHub's (items read by choice). */
  marks?: { done: string; open: string };
  /** The whole list item: marker, words, and everything nested in it. */
  extent: Span;
}

export interface EvidenceLink {
  title: string;
  /** An http(s) address. */
  url: string;
  /** The day at which it was true, where the line says so. */
  on: Day | null;
}

/** A waiver as the document has it: it arrives as `requested`, whatever the document says (decision rules §10). */
export interface ClaimedWaiver {
  state: "requested" | "active";
  until: Day | null;
  reason: string | null;
  control: string | null;
}

/** What an item is held to, as it stands: whether it stops the launch, when it can be true, and what has to be reached. */
export interface Held {
  required: boolean;
  /** Why it is required or advisory against its own words; `null` where they say it or nobody said why. */
  requiredReason: string | null;
  window: Window;
  threshold: Threshold | null;
}

/** The state that an item's own line can hold: what the box and the notes on the line say. */
export interface ItemState {
  work: Work;
  reason: string | null;
  applicability: Applicability;
  applicabilityReason: string | null;
  waiver: ClaimedWaiver | null;
  owner: string | null;
  due: Day | null;
  evidence: EvidenceLink[];
  /** What it is held to; left out = as its words and place say, or as the line says it. */
  held?: Held;
}

export interface ReadItem extends ItemState {
  key: string;
  /** Its words as Markdown on one line, without the notes, repaired. */
  text: string;
  line: number;
  checked: boolean;
  /** The document's own words that make it advisory: "nice to have"; `null` = required, unless `held` says otherwise. */
  advisory: string | null;
  /** The document's own words that make it conditional: "if needed". */
  conditional: string | null;
  window: Window;
  threshold: Threshold | null;
  /** The key of the item to which this one is the alternative. */
  alternativeTo: string | null;
  cadence: string | null;
  parentKey: string | null;
  /** Owner and date as its own words or cells say them, read by choice: they need no note. */
  said?: { owner: string | null; due: Day | null };
  /** What its words and place alone say, where notes on the line (`held`) say otherwise. */
  own?: Held;
  place: ItemPlace;
}

export interface ReadGroup {
  /** Empty for items that stand directly under a section's heading. */
  title: string;
  line: number | null;
  items: ReadItem[];
}

export interface ReadSection {
  /** "1" … as the document numbers it, else its position. */
  key: string;
  title: string;
  line: number | null;
  groups: ReadGroup[];
}

/** A sign-off line. What it says is shown and never adopted. */
export interface ReadSeat {
  key: string;
  team: string;
  role: string;
  line: number;
  checked: boolean;
  name: string | null;
  date: string | null;
  /** A position noted on the line, as the document says. */
  position: Position | null;
  place: {
    /** `null` where no task stands: in a table, on a line of its own. */
    box: Span | null;
    name: Span; date: Span; notes: Span; lineEnd: number;
    /** They are a table's cells, whose width is kept as far as it goes. */
    cells?: boolean;
    /** Where the name is written besides, and where the decision is. */
    also?: Span | null; decision?: Span | null;
  };
}

export const metaFields = ["status", "completion", "lastUpdated", "nextReview", "statusDate", "targetGoLive"] as const;
export type MetaField = (typeof metaFields)[number];

export interface ReadMeta {
  status: string | null;
  /** Percent, as claimed. */
  claimedCompletion: number | null;
  lastUpdated: Day | null;
  statusDate: Day | null;
  targetGoLive: Day | null;
  nextReview: Day | null;
  /** Where each value stands. */
  places: { field: MetaField; line: number; value: Span }[];
}

/** An amount that the document claims to be done. `number`: a bare percentage; `done`, `of`, `left`: one count in a place of its own. */
export interface ReadClaim {
  line: number;
  value: Span;
  form: "words" | "percent" | "count" | "number" | "done" | "of" | "left";
  /** Everything its place says together, percent rounded down. */
  percent: number | null;
  done: number | null;
  of: number | null;
  /** The lines of what it is about, `to` exclusive; `null` = all of the document. */
  part: Span | null;
  /** A word beside it says that it is what is done. */
  said: boolean;
  inHeading: boolean;
}

export interface ReadNote {
  kind: "risk" | "exception" | "consideration" | null;
  text: string;
  line: number;
}

export const findingKinds = [
  "claim-contradicted", "encoding-repaired", "symbol-lost", "repeat", "near-repeat", "document-says",
  "task-not-read", "unclear-box", "seat-not-read", "date-unclear",
] as const;
export type FindingKind = (typeof findingKinds)[number];

export interface Finding {
  kind: FindingKind;
  line: number;
  message: string;
  /** The keys of the items it is about; empty when it is about none. */
  items: string[];
}

export const choiceKinds = ["unclear-boxes", "table", "status-list", "status-lists", "headings", "fence", "seat-table", "seat-lines", "notes", "window", "should"] as const;
export type ChoiceKind = (typeof choiceKinds)[number];

/** Something that could be read as more than it is for GitHub, items or what is said about them: read so only when taken. */
export interface Choice {
  /** The kind and the line at which it begins; the kind alone of one that is about all of a document. */
  id: string;
  kind: ChoiceKind;
  line: number;
  /** How many items or seats it is about. */
  count: number;
  /** The line of each of them; of what is about the whole document its first. */
  lines: number[];
  ask: string;
}

/** A checklist as read: what an import would see, and where everything stands. */
export interface Reading {
  title: string;
  language: Language | null;
  /** The line ending the document uses most. */
  newline: "\n" | "\r\n" | "\r";
  encoding: EncodingInfo;
  /** The decoded text, without its byte order mark, otherwise exactly as it came. */
  original: string;
  sections: ReadSection[];
  seats: ReadSeat[];
  meta: ReadMeta;
  /** What the document says of how much is done, anywhere in it, its footer included. */
  claims: readonly ReadClaim[];
  notes: ReadNote[];
  /** Where notes can be written: the inside of a fence under a "Notes" heading; `null` when there is none. */
  notesPlace: Span | null;
  findings: Finding[];
  /** What could be read as items besides, whether it was taken or not. */
  choices: Choice[];
  /** Ids of those that were taken. */
  taken: string[];
  /** Every heading there is, with or without items under it. */
  headings: { line: number; depth: number }[];
  counts: { sections: number; groups: number; items: number; seats: number; tasks: number; checked: number };
}

/** Every item in the document's order. */
export function itemsOf(reading: Pick<Reading, "sections">): ReadItem[] {
  return reading.sections.flatMap((section) => section.groups.flatMap((group) => group.items));
}

/** Whether two readings are of the same text, read in the same way. */
export function isSame(a: Reading, b: Reading): boolean {
  return a.original === b.original && JSON.stringify([...a.taken].sort()) === JSON.stringify([...b.taken].sort());
}
