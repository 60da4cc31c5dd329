import type { Beside } from "@/lib/domain/beside";
import { applyChanges } from "@/lib/domain/changes";
import type { EventKind } from "@/lib/domain/event-kinds";
import { commitTexts, hashPieces, type EventBody } from "@/lib/domain/event";
import { may, type Person } from "@/lib/domain/permissions";
import { keepMoments } from "@/lib/domain/keep-moments";
import type { Refusal } from "@/lib/domain/refusal";
import type { Change, Instant, LaunchState } from "@/lib/domain/state";
import { writes, type Tx } from "./db";
import { digestOf, newId, newSecret, sha256 } from "./digest";
import { channel } from "./live";
import { othersFirst, partsOf } from "./in-parts";
import { inTurn } from "./in-turn";
import { peopleIn, readLaunchState, readPeople, rememberLaunch, type KnownLaunch } from "./queries/launch-state";
import type { Actor } from "./sessions";
import { writeChanges } from "./write-changes";

/** What a command may do, once judged: the kind of its event and the rows it changes. No changes = nothing to record. */
export interface Plan {
  allowed: true;
  kind: EventKind;
  changes: Change[];
  /** People whose name has just become another, by id: they are read again. */
  renamed?: readonly string[];
  /** Documents and texts that came or went with it: its event says so. */
  beside?: Beside;
}

/** The launch under its lock: true until the transaction ends. */
export interface Locked {
  tx: Tx;
  known: KnownLaunch;
  state: LaunchState;
  /** Database time; never before the last event's. */
  now: Instant;
  /** Who acts, as the domain knows them: with their role in this launch as it is now. */
  person: Person;
}

export interface Done {
  allowed: true;
  before: KnownLaunch;
  after: KnownLaunch;
  /** `null` when nothing differed, so nothing was recorded. */
  kind: string | null;
  /** The chain's head after it: kept elsewhere, it shows later that nothing up to here was rewritten or cut off (trust 10). */
  head: string;
}

/**
 * The one way to change a launch: one transaction that locks the launch, lets `judge` decide on what stands there now,
 * writes the rows, appends the event and gives notice. A refusal changes nothing. Launches one may not see are `unknown`.
 */
export function change(actor: Actor, slug: string, judge: (launch: Locked) => Plan | Refusal | Promise<Plan | Refusal>): Promise<Done | Refusal> {
  return inTurn(slug, () => writes().$transaction(async (tx): Promise<Done | Refusal> => {
    const locked = await lock(tx, slug);
    if (!locked) return unknown;
    const known = await readLaunchState(tx, locked.id, locked.revision);
    if (!known) throw new Error(`The launch ${slug} changed under its own lock.`);
    const person: Person = { id: actor.id, admin: actor.admin, role: known.state.member[actor.id]?.role ?? null };
    if (!may(person, "view")) return unknown;
    const judged = await judge({ tx, known, state: known.state, now: locked.now, person });
    if (!judged.allowed) return judged;
    if (judged.changes.length === 0) return { allowed: true, before: known, after: known, kind: null, head: locked.head };
    // What takes an event back brings its moments with it.
    const changes = judged.kind === "undone" ? judged.changes : keepMoments(known.state, judged.changes, locked.now);
    return { allowed: true, before: known, ...(await record(tx, actor, known, locked, { ...judged, changes })), kind: judged.kind };
  })).then(remember);
}

const unknown: Refusal = { allowed: false, why: "unknown-launch" };

interface LockedRow { id: string; revision: number; head: string; now: Instant }

async function lock(tx: Tx, slug: string): Promise<LockedRow | null> {
  const [row] = await tx.$queryRaw<{ id: string; revision: number; head: string }[]>`
    SELECT id, revision, head FROM launches WHERE slug = ${slug} FOR NO KEY UPDATE`;
  if (!row) return null;
  // After the lock, so that events carry the order in which they happened; in one launch time never stands still or runs backwards,
  // whatever the clock does, so that every state has a moment at which it can be shown.
  const [clock] = await tx.$queryRaw<{ now: Date }[]>`
    SELECT greatest(date_trunc('milliseconds', clock_timestamp()), (SELECT at + interval '1 millisecond' FROM events WHERE launch_id = ${row.id}::uuid AND seq = ${row.revision})) AS now`;
  if (!clock) throw new Error("The database did not tell the time.");
  return { ...row, now: clock.now.toISOString() };
}

/** Appends one event with its changes and moves the launch on; shared by every change and by a launch's first event. */
async function record(tx: Tx, actor: Actor, known: KnownLaunch, locked: LockedRow, plan: Plan): Promise<{ after: KnownLaunch; head: string }> {
  await writeChanges(tx, locked.id, plan.changes);
  const head = await appendEvent(tx, { launchId: locked.id, revision: locked.revision, head: locked.head }, {
    at: locked.now, kind: plan.kind, actorId: actor.id, via: actor.via, changes: plan.changes, ...(plan.beside ? { beside: plan.beside } : {}),
  });
  const state = applyChanges(known.state, plan.changes, locked.revision + 1);
  const missing = new Set([...peopleIn(state)].filter((id) => !known.people[id] || plan.renamed?.includes(id)));
  const people = missing.size > 0 ? { ...known.people, ...(await readPeople(tx, missing)) } : known.people;
  return { after: { state, people }, head };
}

export interface NewEvent {
  at: Instant;
  kind: string;
  actorId: string | null;
  via: "page" | "cli" | "api" | "seed";
  beside?: Beside;
  changes: Change[];
}

/** One event: its texts beside it, its hash over the one before, the launch's revision and head, and a notice on commit. Returns its hash. */
export async function appendEvent(tx: Tx, launch: { launchId: string; revision: number; head: string }, event: NewEvent): Promise<string> {
  const { launchId } = launch;
  const seq = launch.revision + 1;
  const { changes: _, ...what } = event;
  const body = { ...what, launchId, seq, id: newId() };
  const { hash, changes, texts } = await sealed(launch.head, body, event.changes);
  const subjects = [...new Set(event.changes.map((change) => change.id))];
  // As SQL: an import's event has thousands of changes and texts, over which the client's own checks would keep everybody waiting.
  await tx.$executeRaw`
    INSERT INTO events (launch_id, seq, id, at, kind, actor_id, via, beside, changes, prev, hash, subjects)
    VALUES (${launchId}::uuid, ${seq}, ${body.id}::uuid, ${event.at}::timestamptz, ${event.kind}, ${event.actorId}::uuid, ${event.via}, ${event.beside ? JSON.stringify(event.beside) : null}::jsonb, ${changes}::jsonb, ${launch.head}, ${hash}, ${subjects}::text[])`;
  for (const part of partsOf(texts)) {
    await tx.$executeRaw`
      INSERT INTO event_texts (launch_id, seq, path, salt, text)
      SELECT ${launchId}::uuid, ${seq}, * FROM unnest(${part.map(({ path }) => path)}::text[], ${part.map(({ salt }) => salt)}::text[], ${part.map(({ text }) => text)}::text[])`;
  }
  await tx.$executeRaw`UPDATE launches SET revision = ${seq}, head = ${hash} WHERE id = ${launchId}::uuid`;
  await tx.$executeRaw`SELECT pg_notify(${channel}, ${`${launchId} ${seq}`})`;
  return hash;
}

/** An event's changes with commitments in place of texts, as JSON; those texts; and the hash of it all. */
async function sealed(prev: string, body: Omit<EventBody, "changes">, all: readonly Change[]): Promise<{ hash: string; changes: string; texts: { path: string; salt: string; text: string }[] }> {
  const committed: Change[][] = [];
  const json: string[] = [];
  const texts: { path: string; salt: string; text: string }[] = [];
  let from = 0;
  for (const part of partsOf(all)) {
    if (from > 0) await othersFirst();
    const made = commitTexts(part, newSecret, sha256, from);
    from += part.length;
    committed.push(made.changes);
    json.push(JSON.stringify(made.changes).slice(1, -1));
    texts.push(...made.texts);
  }
  const digest = digestOf();
  for (const piece of hashPieces(prev, body, committed)) {
    digest.add(piece);
    if (committed.length > 1) await othersFirst();
  }
  return { hash: digest.hex(), changes: `[${json.join()}]`, texts };
}

/** Only what is committed is remembered. */
function remember(outcome: Done | Refusal): Done | Refusal {
  if (outcome.allowed) rememberLaunch(outcome.after);
  return outcome;
}
