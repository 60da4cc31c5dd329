import { restoreTexts } from "@/lib/domain/event";
import type { HistoryEntry } from "@/lib/domain/history-entry";
import type { Change, Instant } from "@/lib/domain/state";
import { reads, type Reader } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { Memory } from "../memory";
import { once } from "../once";
import { readPeople, type People } from "./launch-state";

export interface HistoryFilter {
  /** Only events before this number. */
  before?: number;
  /** Only events after this number. */
  after?: number;
  kind?: string;
  person?: string;
  /** Only events of anybody but this person. */
  notBy?: string;
  /** Only events that changed one of these rows (`lib/domain/rows-about.ts`). */
  subjects?: string[];
  /** At most so many, newest first; 50 when not given, 500 at most. */
  limit?: number;
}

const select = {
  seq: true, id: true, at: true, kind: true, actorId: true, via: true, changes: true, hash: true,
  texts: { select: { path: true, salt: true, text: true } },
} as const;

/** A launch's history, newest first. */
export async function readHistory(launchId: string, filter: HistoryFilter): Promise<{ events: HistoryEntry[]; more: boolean }> {
  const limit = Math.min(filter.limit ?? 50, 500);
  const found = await reads().event.findMany({ where: whereOf(launchId, filter), orderBy: { seq: "desc" }, take: limit + 1, select });
  return { events: found.slice(0, limit).map(entryOf), more: found.length > limit };
}

/** How many events of a launch a filter lets through. */
export function countHistory(launchId: string, filter: Omit<HistoryFilter, "limit">): Promise<number> {
  return reads().event.count({ where: whereOf(launchId, filter) });
}

function whereOf(launchId: string, { before, after, kind, person, notBy, subjects }: HistoryFilter): Prisma.EventWhereInput {
  return {
    launchId,
    ...(before || after ? { seq: { ...(before ? { lt: before } : {}), ...(after ? { gt: after } : {}) } } : {}),
    ...(kind ? { kind } : {}),
    ...(person ? { actorId: person } : {}),
    // What the server did is nobody's, and NULL is unlike nobody in SQL.
    ...(notBy ? { OR: [{ actorId: null }, { actorId: { not: notBy } }] } : {}),
    ...(subjects ? { subjects: { hasSome: subjects } } : {}),
  };
}

/**
 * The newest events up to a revision. A revision's history never changes (erasing a text is an event of its own), so the
 * overview, which shows them on every visit, reads them once per revision.
 */
export async function readLatest(launchId: string, revision: number, limit: number): Promise<HistoryEntry[]> {
  const memory = once("history.memory", () => new Memory<HistoryEntry[]>(24 * 1_048_576));
  const key = `${launchId}/${revision}/${limit}`;
  const kept = memory.get(key);
  if (kept) return kept;
  const { events } = await readHistory(launchId, { before: revision + 1, limit });
  memory.set(key, events, events.reduce((rows, event) => rows + event.changes.length, 1) * 1_500);
  return events;
}

/** The names of those who acted, whether they are members or not. */
export async function withActors(people: People, events: readonly HistoryEntry[]): Promise<People> {
  const strangers = new Set(events.flatMap(({ actorId }) => (actorId && !people[actorId] ? [actorId] : [])));
  return strangers.size > 0 ? { ...people, ...(await readPeople(reads(), strangers)) } : people;
}

/** All events of a launch up to a moment or an event's number, oldest first, with their texts: what a replay starts from. */
export async function readEvents(db: Reader, launchId: string, until: Instant | number | null): Promise<HistoryEntry[]> {
  const where = { launchId, ...(typeof until === "number" ? { seq: { lte: until } } : until ? { at: { lte: until } } : {}) };
  return (await db.event.findMany({ where, orderBy: { seq: "asc" }, select })).map(entryOf);
}

/** One event with its texts; `null` when the launch has none of that number. */
export async function readEvent(db: Reader, launchId: string, seq: number): Promise<HistoryEntry | null> {
  const found = await db.event.findUnique({ where: { launchId_seq: { launchId, seq } }, select });
  return found ? entryOf(found) : null;
}

const mostOnTop = 200;

/** The events after `seq` that changed any of these rows, oldest first; `null` when there are too many to look at: then only what nothing lies on is taken back. */
export async function readLater(db: Reader, launchId: string, seq: number, rows: readonly string[]): Promise<HistoryEntry[] | null> {
  const where = { launchId, seq: { gt: seq }, subjects: { hasSome: [...new Set(rows)] } };
  const found = await db.event.findMany({ where, orderBy: { seq: "asc" }, take: mostOnTop + 1, select });
  return found.length > mostOnTop ? null : found.map(entryOf);
}

/**
 * The checkpoint of each signature or decision asked for: `SEQ:HASH` of the event that recorded it, to be kept outside (trust 10).
 * It is what signing showed, found again in the chain.
 */
export async function readCheckpoints(launchId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await reads().event.findMany({
    where: { launchId, kind: { in: ["seat.signed", "decision.recorded"] }, subjects: { hasSome: [...ids] } },
    orderBy: { seq: "desc" }, select: { seq: true, hash: true, subjects: true },
  });
  // The event that made a row is its first: it comes last here, and stays.
  return new Map(found.flatMap(({ seq, hash, subjects }) => subjects.filter((id) => ids.includes(id)).map((id) => [id, `${seq}:${hash}`] as const)));
}

/** When an event happened: for "last updated". */
export async function momentOf(launchId: string, seq: number): Promise<Instant> {
  const found = await reads().event.findUniqueOrThrow({ where: { launchId_seq: { launchId, seq } }, select: { at: true } });
  return found.at.toISOString();
}

type Row = Prisma.EventGetPayload<{ select: typeof select }>;

function entryOf(row: Row): HistoryEntry {
  const { texts, changes, at, ...event } = row;
  // Written by appendEvent as Change[] and protected by the hash chain.
  const restored = restoreTexts(changes as unknown as Change[], texts);
  return { ...event, at: at.toISOString(), changes: restored.changes, erased: restored.erased };
}
