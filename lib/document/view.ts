import type { Day, Position, Verdict } from "@/lib/domain/state";
import type { ItemState } from "./reading";
import type { Share } from "./words";

/** A seat's position as it is now. `valid` = signed for exactly this state, not withdrawn, not stale. */
export interface SeatView {
  position: Position;
  /** The signer's name as it was when signing. */
  name: string;
  date: Day;
  valid: boolean;
  reason: string | null;
}

/** The figures of the footer, as the one judging function gives them. */
export interface FooterView {
  verdict: Verdict;
  /** Decided go against a no-go, which is said wherever the verdict is (decision rules §9). */
  againstVerdict?: boolean;
  verified: Share;
  claimed: Share;
  /** The day of the last event. */
  lastUpdated: Day;
  nextReview: Day | null;
  goLive: Day | null;
}

export interface NoteView {
  kind: "risk" | "exception" | "consideration";
  text: string;
  author: string | null;
  date: Day | null;
}

/** An item as the launch has it; with its state where it is none of the document's. */
export interface OutlineItem {
  /** Its key in the reading; `null` for one the document does not have. */
  from: string | null;
  /** Its words as Markdown; line breaks become blanks. */
  text: string;
  /** Place in the group's items of the one it stands under; `null` for none. */
  parent: number | null;
  state: ItemState | null;
}
/** `from`: its place among the reading's sections or among all groups of the reading, from 0; `null` for a new one. */
export interface OutlineGroup { from: number | null; title: string; items: OutlineItem[] }
export interface OutlineSection {
  from: number | null;
  title: string;
  /** Stands before the title where the heading is made anew in a document that numbers its sections. */
  number?: string;
  groups: OutlineGroup[];
}

/** A seat as the launch has it; `from`: its key in the reading, `null` for one the document does not have. */
export interface OutlineSeat { from: string | null; team: string; role: string }

/** The state that a document shall hold: plain data, by the keys of its reading. */
export interface DocumentView {
  /** Whether anything has changed since the import. `false` gives the document back byte for byte. */
  changed: boolean;
  /** By item key. An item that is not here keeps its line as it is. */
  items: Readonly<Record<string, ItemState>>;
  /** By seat key. A seat that is not here, or `null`, has no position. */
  seats: Readonly<Record<string, SeatView | null>>;
  footer: FooterView | null;
  /** All notes, in order; `null` leaves the document's notes as they are. */
  notes: readonly NoteView[] | null;
  /** What items there are, in which order and place, where the launch no longer has the document's own; else left out. */
  outline?: readonly OutlineSection[];
  /** Which seats there are, in their order, where the launch no longer has the document's own; else left out. `seats` may name new ones by `newSeat`. */
  seatOutline?: readonly OutlineSeat[];
}

/** How a seat that the document does not have is named in `DocumentView.seats`: by its place in the outline. */
export const newSeat = (at: number): string => `new ${at}`;

