import type { Change, LaunchState, SignOff } from "./state";
import { unrecordedErasures } from "./beside";
import { applyChanges, emptyState } from "./changes";
import { checkSignature, faultOfSignatureChange } from "./check-signature";
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
  /** Texts that are gone although no event here erased them. */
  unrecorded: { seq: number; path: string }[];
  /** Signatures found to be over the state that stood right before them, and those of which erased words leave it open. */
  signatures: number;
  uncertainSignatures: number;
}

/**
 * Checks a launch's history from end to end: the chain, every text against its commitment, every signature against the state it was
 * given on, and that the events can be replayed. `checkpoints` are heads kept elsewhere; without any, a tail that was cut off or
 * written anew looks honest.
 */
export function checkHistory(events: readonly StoredEvent[], sha256: (text: string) => string, checkpoints: readonly Checkpoint[] = [], launchId: string | null = null): HeldHistory | { fault: HistoryFault } {
  const chain = verifyChain(events, sha256, checkpoints, launchId);
  if (!chain.ok) return { fault: { seq: chain.seq, path: null, what: faultWords[chain.fault] } };
  const held: HeldHistory = { fault: null, events: events.length, head: chain.head, state: emptyState, erased: 0, unrecorded: unrecordedErasures(events), signatures: 0, uncertainSignatures: 0 };
  for (const event of events) {
    const { seq, changes, texts } = event;
    const [wrong] = falseTexts(changes, texts, sha256);
    if (wrong !== undefined) return { fault: { seq, path: wrong, what: "a text is not what the event commits to" } };
    const restored = restoreTexts(changes, texts);
    held.erased += restored.erased.length;
    const fault = checkSignatures(held, event, restored.changes, sha256);
    if (fault !== null) return { fault: { seq, path: null, what: fault } };
    held.state = applyChanges(held.state, restored.changes, seq);
  }
  return held;
}

/** The signatures among an event's changes, on the state before it; what is wrong with the first that is. */
function checkSignatures(held: HeldHistory, event: StoredEvent, changes: readonly Change[], sha256: (text: string) => string): string | null {
  for (const { entity, id, before, after } of changes) {
    if (entity !== "signOff") continue;
    if (before !== null || after === null) {
      const fault = faultOfSignatureChange({ entity, id, before, after }, event.kind);
      if (fault !== null) return fault;
      continue;
    }
    // Made by `created("signOff", …)`, whole; what a forger left out is not what is looked for, and so a fault.
    const found = checkSignature(held.state, event, after as unknown as SignOff, held.erased > 0, sha256);
    if (typeof found === "object") return found.fault;
    if (found === "holds") held.signatures += 1;
    else held.uncertainSignatures += 1;
  }
  return null;
}
