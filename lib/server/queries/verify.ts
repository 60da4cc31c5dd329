import { checkHistory, type StoredEvent } from "@/lib/domain/check-history";
import { diffRows } from "@/lib/domain/changes";
import type { Checkpoint } from "@/lib/domain/event";
import { reads, type Reader } from "../db";
import { sha256 } from "../digest";
import { faultBeside } from "./verify-beside";
import { readRowsAfresh } from "./launch-state";

export interface Verified {
  events: number;
  head: string;
  /** How many texts were erased by an admin: of those only the commitment is left. */
  erased: number;
  fault: { seq: number; what: string } | null;
}

/** A launch's events as they are stored, oldest first, with the texts beside them. */
export async function readStoredEvents(db: Reader, launchId: string): Promise<StoredEvent[]> {
  const rows = await db.event.findMany({
    where: { launchId }, orderBy: { seq: "asc" },
    select: {
      launchId: true, seq: true, id: true, at: true, kind: true, actorId: true, via: true, beside: true, changes: true, prev: true, hash: true,
      texts: { select: { path: true, salt: true, text: true }, orderBy: { path: "asc" } },
    },
  });
  // Written by appendEvent as events and changes; whether they still are is what the reader checks.
  return rows.map(({ at, beside, ...event }) => ({ ...event, at: at.toISOString(), ...(beside === null ? {} : { beside }) }) as unknown as StoredEvent);
}

/** One consistent look at a launch, whatever is being written meanwhile. */
export function atOnce<T>(look: (db: Reader) => Promise<T>): Promise<T> {
  return reads().$transaction(look, { isolationLevel: "RepeatableRead", timeout: 120_000 });
}

/**
 * Checks a launch's history: the chain of hashes, the texts against their commitments, the signatures against what they were given
 * on, that a replay of all events gives the rows that stand now, field by field, and that documents and attached files are those
 * the events name. `checkpoints` were kept elsewhere. `null` when there is no such launch.
 */
export function verifyLaunch(slug: string, checkpoints: readonly Checkpoint[] = []): Promise<Verified | null> {
  return atOnce(async (db) => {
    const launch = await db.launch.findUnique({ where: { slug }, select: { id: true, revision: true, head: true } });
    if (!launch) return null;
    const { id, revision, head } = launch;
    const events = await readStoredEvents(db, id);
    const found = checkHistory(events, sha256, [{ seq: revision, hash: head }, ...checkpoints], id);
    const about = { events: events.length, head, erased: found.fault ? 0 : found.erased };
    if (found.fault) return { ...about, fault: { seq: found.fault.seq, what: found.fault.path ? `${found.fault.what} (${found.fault.path})` : found.fault.what } };
    const [taken] = found.unrecorded;
    if (taken) return { ...about, fault: { seq: taken.seq, what: `a text is gone that no event erased (${taken.path})` } };
    const rows = await readRowsAfresh(db, id, revision);
    const [first] = rows ? diffRows(found.state, rows.state) : [];
    const what = first ? `the ${first.entity} ${first.id} is not what the history leads to` : await faultBeside(db, id, events, found.state);
    return { ...about, fault: what ? { seq: revision, what } : null };
  });
}
