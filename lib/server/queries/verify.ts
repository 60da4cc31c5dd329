import { falseTexts, verifyChain, type ChainedEvent } from "@/lib/domain/event";
import { diffRows, replay } from "@/lib/domain/changes";
import type { Change } from "@/lib/domain/state";
import { reads } from "../db";
import { sha256 } from "../digest";
import { readEvents } from "./history";
import { readNewest } from "./launch";

export interface Verified {
  events: number;
  head: string;
  fault: { seq: number; what: string } | null;
}

/**
 * Checks a launch's history: the chain of hashes, the texts against their commitments, and that a replay of all events gives
 * the rows that stand now. `null` when there is no such launch. What a chain cannot show is in docs/history.md.
 */
export async function verifyLaunch(slug: string): Promise<Verified | null> {
  const launch = await reads().launch.findUnique({ where: { slug }, select: { id: true, revision: true, head: true } });
  if (!launch) return null;
  const rows = await reads().event.findMany({
    where: { launchId: launch.id }, orderBy: { seq: "asc" },
    select: {
      launchId: true, seq: true, id: true, at: true, kind: true, actorId: true, via: true, changes: true, prev: true, hash: true,
      texts: { select: { path: true, salt: true, text: true } },
    },
  });
  // Written by appendEvent as events and changes; whether they still are is what is checked here.
  const events = rows.map(({ texts: _, at, ...event }) => ({ ...event, at: at.toISOString() }) as unknown as ChainedEvent);
  const check = verifyChain(events, sha256, [{ seq: launch.revision, hash: launch.head }], launch.id);
  if (!check.ok) return { events: events.length, head: launch.head, fault: { seq: check.seq, what: check.fault } };
  for (const [index, row] of rows.entries()) {
    const wrong = falseTexts(events[index]?.changes ?? [], row.texts, sha256);
    if (wrong.length > 0) return { events: events.length, head: launch.head, fault: { seq: row.seq, what: `the text ${wrong[0] ?? ""} was changed` } };
  }
  return { events: events.length, head: launch.head, fault: await differs(launch.id, launch.revision) };
}

/** The rows we keep against a replay of the events; rows whose texts were erased differ in those alone. */
async function differs(launchId: string, revision: number): Promise<Verified["fault"]> {
  const events = await readEvents(reads(), launchId, null);
  const known = await readNewest(launchId, revision);
  if (!known) return null;
  const upTo = events.filter((event) => event.seq <= known.state.revision);
  const anyErased = upTo.some((event) => event.erased.length > 0);
  const [first] = diffRows(replay(upTo), known.state).filter((change) => !anyErased || isReal(change));
  return first ? { seq: known.state.revision, what: `the ${first.entity} ${first.id} is not what the history leads to` } : null;
}

function isReal(change: Change): boolean {
  return change.before === null || change.after === null || Object.keys(change.after).some((field) => typeof change.before?.[field] !== "string" && change.before?.[field] !== null);
}
