import type { RowView } from "@/lib/domain/row";
import type { Summary, Update } from "@/lib/domain/update";
import { foretell, type Intent, type RowIntent } from "./optimistic";

/** An edit on its way: shown at once, kept until the revision that holds it has been shown. */
export interface Pending {
  id: number;
  item: string;
  intent: Intent;
  /** The row's version the hand saw; the server refuses an older one, so that nobody is overwritten unseen. */
  seen: number;
  sent: boolean;
  /** The revision that holds it, once the server has said so. */
  heldBy: number | null;
}

/**
 * One of this page's own edits, newest last: the revision to undo it by, and the versions it led from and to. `about`: in words,
 * where it is more than the item.
 */
export interface Made { id: number; item: string; back: RowIntent | null; revision: number | null; seen: number; left: number | null; about?: string }

/** An edit the server did not take. What was typed is in its intent; `current` is there when somebody else was first. */
export interface Refused { id: number; item: string; intent: Intent; sentence: string; current: RowView | null }

export interface Shown {
  revision: number;
  rows: ReadonlyMap<string, RowView>;
  summary: Summary;
  pending: readonly Pending[];
  made: readonly Made[];
  refused: readonly Refused[];
  /** Changes that came before the ones they build on. */
  waiting: readonly Update[];
  /** Something beside the rows changed: the page has to be read again at or after this revision. */
  readAt: number | null;
  nextId: number;
}

export interface Read { revision: number; rows: readonly RowView[]; summary: Summary }

export type Happening =
  /** `seen`: the row's version when the question was put that this answers; the one shown now when left out. */
  | { happened: "edited"; item: string; intent: RowIntent; seen?: number }
  | { happened: "undone" }
  | { happened: "sent"; id: number }
  | { happened: "answered"; id: number; update: Update }
  | { happened: "refused"; id: number; sentence: string; current: RowView | null }
  | { happened: "dismissed"; id: number }
  | { happened: "heard"; update: Update }
  /** An own change that was asked for in a dialog, of one item or several: taken by the server as `revision`; `left`: the version it made of the item, if it changed that. */
  | { happened: "made"; item: string; revision: number; left?: number; about?: string }
  | { happened: "read"; read: Read };

export function begin(read: Read): Shown {
  return {
    revision: read.revision, rows: byId(read.rows), summary: read.summary,
    pending: [], made: [], refused: [], waiting: [], readAt: null, nextId: 1,
  };
}

/** Rows by their ids, in their order. */
export const byId = (rows: readonly RowView[]): ReadonlyMap<string, RowView> => new Map(rows.map((row) => [row.id, row]));

/** A row with the edits on their way, `undefined` when the list has no such row. */
export function rowShown(shown: Shown, id: string): RowView | undefined {
  const row = shown.rows.get(id);
  return row && shown.pending.reduce((so, { item, intent }) => (item === id ? foretell(so, intent) : so), row);
}

/** The edit to send next: one at a time, in the order made, so that each knows the version its forerunner left. */
export function nextToSend(shown: Shown): Pending | null {
  if (shown.pending.some(({ sent, heldBy }) => sent && heldBy === null)) return null;
  return shown.pending.find(({ sent }) => !sent) ?? null;
}

/** Whether the page has to be read again: a change before the waiting ones is missing, or more than rows changed. */
export function mustRead(shown: Shown): boolean {
  return shown.readAt !== null || shown.waiting.length > 0;
}
