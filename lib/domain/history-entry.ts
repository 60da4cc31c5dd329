import type { Change, Instant } from "./state";

/** One event as the history is read: with its texts, and with who did it. */
export interface HistoryEntry {
  seq: number;
  id: string;
  at: Instant;
  kind: string;
  /** `null` = the server or the document. */
  actorId: string | null;
  via: string;
  /** With their texts; an erased text reads `null`. */
  changes: Change[];
  hash: string;
  /** Paths of texts that were erased. */
  erased: string[];
}
