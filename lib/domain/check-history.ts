import type { LaunchState } from "./state";
import { replay } from "./changes";
import { type ChainFault, type ChainedEvent, type Checkpoint, type EventText, falseTexts, restoreTexts, verifyChain } from "./event";

/** An event with what lies beside it. */
export interface StoredEvent extends ChainedEvent { texts: readonly EventText[] }

export interface HistoryFault {
  seq: number;
  /** Where in the event: a text's path; `null` when it is the event itself. */
  path: string | null;
  what: string;
}

/** What each fault of a chain means, as it ends the sentence "it is not as it was made: …". */
const faultWords: Readonly<Record<ChainFault, string>> = {
  "wrong-launch": "it belongs to another launch", "wrong-number": "its number does not follow the one before, so an event is missing, doubled or out of order",
  "broken-link": "it does not point back to the event before it", "wrong-hash": "it does not have the hash that was recorded", "time-runs-back": "it is older than the event before it",
  "not-canonical": "it cannot be written in the canonical form", truncated: "events after it are missing", "not-the-checkpoint": "it is not the event of the checkpoint that was kept elsewhere",
};

export interface HeldHistory {
  fault: null;
  events: number;
  head: string;
  /** The state that the events lead to. */
  state: LaunchState;
  /** How many texts were erased: their commitments stand, their words cannot be checked. */
  erased: number;
}

/**
 * Checks a launch's history from end to end: the chain, every text against its commitment, and that the events can be replayed.
 * `checkpoints` are heads kept elsewhere; without any, a tail that was cut off or written anew looks honest.
 */
export function checkHistory(events: readonly StoredEvent[], sha256: (text: string) => string, checkpoints: readonly Checkpoint[] = [], launchId: string | null = null): HeldHistory | { fault: HistoryFault } {
  const chain = verifyChain(events, sha256, checkpoints, launchId);
  if (!chain.ok) return { fault: { seq: chain.seq, path: null, what: faultWords[chain.fault] } };
  let erased = 0;
  const whole: { seq: number; changes: ChainedEvent["changes"] }[] = [];
  for (const { seq, changes, texts } of events) {
    const [wrong] = falseTexts(changes, texts, sha256);
    if (wrong !== undefined) return { fault: { seq, path: wrong, what: "a text is not what the event commits to" } };
    const restored = restoreTexts(changes, texts);
    erased += restored.erased.length;
    whole.push({ seq, changes: restored.changes });
  }
  return { fault: null, events: events.length, head: chain.head, state: replay(whole), erased };
}
