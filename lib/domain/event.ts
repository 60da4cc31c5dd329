import type { Change, Instant } from "./state";
import { NotCanonical, canonical } from "./canonical";
import type { Beside } from "./beside";

export { commitTexts, erasedText, falseTexts, freeText, restoreTexts, type EventText } from "./free-text";

export const vias = ["page", "cli", "api", "seed"] as const;
export type Via = (typeof vias)[number];

/** What an event says, without its place in the chain. */
export interface EventBody {
  launchId: string;
  /** 1, 2, 3 … within the launch; equal to the launch's revision after it. */
  seq: number;
  id: string;
  at: Instant;
  /** What happened, e.g. `item.work`. */
  kind: string;
  /** `null` = the server or the document. */
  actorId: string | null;
  via: Via;
  /** What lies beside the rows and came or went with it; none in most events, and in those made before it was said. */
  beside?: Beside | null;
  /** With commitments in place of free text. */
  changes: readonly Change[];
}

export interface ChainedEvent extends EventBody {
  /** The hash of the event before; `genesis` for the first. */
  prev: string;
  hash: string;
}

/** What the first event of every launch points back to. */
export const genesis = "0".repeat(64);

/** The text whose SHA-256 is an event's hash: the hash before, a line end, and the event's canonical JSON (trust §10). */
export function hashInput(prev: string, event: EventBody): string {
  const { launchId, seq, id, at, kind, actorId, via, beside, changes } = event;
  return `${prev}\n${canonical({ launchId, seq, id, at, kind, actorId, via, ...(beside ? { beside } : {}), changes })}`;
}

/**
 * The same text piece by piece, its changes part by part, for a large event that is being made: others can be answered between
 * the pieces. Checking takes the text above, which also holds whatever somebody may have put where a list of changes was.
 */
export function* hashPieces(prev: string, event: Omit<EventBody, "changes">, parts: Iterable<readonly Change[]>): Generator<string> {
  const { launchId, seq, id, at, kind, actorId, via, beside } = event;
  // Canonical JSON has names in order: "changes" stands behind "at" and "beside" and before "id".
  yield `${prev}\n${canonical({ actorId, at, ...(beside ? { beside } : {}) }).slice(0, -1)},"changes":`;
  let open = "[";
  for (const part of parts) {
    if (part.length === 0) continue;
    yield `${open}${canonical(part).slice(1, -1)}`;
    open = ",";
  }
  yield `${open === "[" ? "[]" : "]"},${canonical({ id, kind, launchId, seq, via }).slice(1)}`;
}

export type ChainFault =
  | "wrong-launch" | "wrong-number" | "broken-link" | "wrong-hash" | "time-runs-back" | "not-canonical" | "truncated" | "not-the-checkpoint";

/** Said outside of the chain: at this number it had this hash. */
export interface Checkpoint { seq: number; hash: string }

export type ChainCheck = { ok: true; events: number; head: string } | { ok: false; fault: ChainFault; seq: number; position: number };

/** The last event of a beginning that was verified before: what follows is judged from here on. */
export type KnownGood = Pick<ChainedEvent, "launchId" | "seq" | "at" | "hash">;

function faultOf(event: ChainedEvent, launchId: string, before: KnownGood | null, sha256: (text: string) => string): ChainFault | null {
  if (event.launchId !== launchId) return "wrong-launch";
  if (event.seq !== (before?.seq ?? 0) + 1) return "wrong-number";
  if (event.prev !== (before?.hash ?? genesis)) return "broken-link";
  if (before !== null && event.at < before.at) return "time-runs-back";
  try {
    return sha256(hashInput(event.prev, event)) === event.hash ? null : "wrong-hash";
  } catch (error) {
    if (error instanceof NotCanonical) return "not-canonical";
    throw error;
  }
}

/**
 * Checks a launch's chain in order and names the first fault with its number and its position among `events` (from 0; -1 is
 * `from` itself). Within the chain itself a suffix that was hashed again, a tail that was cut off and another launch's whole chain
 * look honest: `checkpoints`, kept elsewhere, show those. What nothing can show: a change by someone who also holds every checkpoint.
 *
 * With `from`, the last event of a beginning already found good, `events` are only those after it: checking what is new costs what is
 * new. It says what judging the whole chain would say, for as long as the beginning is byte for byte the one that was judged; that,
 * and checkpoints before `from`, it cannot see. `events` in the answer counts the whole chain.
 */
export function verifyChain(
  events: readonly ChainedEvent[], sha256: (text: string) => string, checkpoints: readonly Checkpoint[] = [], launchId: string | null = null, from: KnownGood | null = null,
): ChainCheck {
  const expected = new Map<number, Set<string>>();
  for (const { seq, hash } of checkpoints) expected.set(seq, (expected.get(seq) ?? new Set<string>()).add(hash));
  const contradicts = ({ seq, hash }: KnownGood) => {
    const said = expected.get(seq);
    return said !== undefined && (said.size > 1 || !said.has(hash));
  };
  const launch = launchId ?? from?.launchId ?? events[0]?.launchId ?? "";
  if (from !== null && (from.launchId !== launch || contradicts(from))) {
    return { ok: false, fault: from.launchId === launch ? "not-the-checkpoint" : "wrong-launch", seq: from.seq, position: -1 };
  }
  let before = from;
  for (const [position, event] of events.entries()) {
    const fault = faultOf(event, launch, before, sha256) ?? (contradicts(event) ? "not-the-checkpoint" : null);
    if (fault !== null) return { ok: false, fault, seq: event.seq, position };
    before = event;
  }
  const length = before?.seq ?? 0;
  if (Math.max(0, ...expected.keys()) > length) return { ok: false, fault: "truncated", seq: length + 1, position: events.length };
  return { ok: true, events: length, head: before?.hash ?? genesis };
}
