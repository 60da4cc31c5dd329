import { entities, type Entity, type LaunchState } from "@/lib/domain/state";
import type { Reader } from "../db";
import { Memory } from "../memory";
import { once } from "../once";
import { readLaunchRow, readRows } from "../rows";

/** Names of the people a launch mentions, by user id. */
export type People = Readonly<Record<string, { name: string; email: string }>>;

/** A launch's rows at one revision, with the names of those it mentions. */
export interface KnownLaunch {
  state: LaunchState;
  people: People;
}

const megabyte = 1_048_576;

/** Rows by (launch, revision): a revision never changes, so what is remembered is true for as long as it is asked for. */
function memory(): Memory<KnownLaunch> {
  return once("launch-state.memory", () => new Memory<KnownLaunch>(96 * megabyte));
}

/**
 * The state of a launch at `revision`, from memory or read once.
 * @returns null when the launch is gone or has moved on from that revision meanwhile: ask again with the newer one
 */
export async function readLaunchState(db: Reader, launchId: string, revision: number): Promise<KnownLaunch | null> {
  const known = memory().get(`${launchId}/${revision}`);
  if (known) return known;
  const found = await readRowsAfresh(db, launchId, revision);
  if (found) rememberLaunch(found);
  return found;
}

/** The same from the rows themselves, past all memory: for checking them. */
export async function readRowsAfresh(db: Reader, launchId: string, revision: number): Promise<KnownLaunch | null> {
  const row = await readLaunchRow(db, launchId);
  if (row?.revision !== revision) return null;
  const { revision: _, ...launch } = row;
  const kinds = entities.filter((entity): entity is Exclude<Entity, "launch"> => entity !== "launch");
  const tables = await Promise.all(kinds.map(async (kind) => [kind, byId(await readRows(db, kind, launchId))] as const));
  // `kinds` holds every key of Rows exactly once.
  const state = { ...(Object.fromEntries(tables) as unknown as Omit<LaunchState, "launch" | "revision">), launch, revision };
  const after = await readLaunchRow(db, launchId);
  if (after?.revision !== revision) return null;
  return { state, people: await readPeople(db, peopleIn(state)) };
}

/** Puts a state into memory: after a read, and after a change has committed. */
export function rememberLaunch(known: KnownLaunch): void {
  const { state } = known;
  const rows = Object.keys(state.item).length + Object.keys(state.evidence).length + 50;
  const signed = Object.values(state.signOff).reduce((bytes, signOff) => bytes + JSON.stringify(signOff.material).length, 0);
  memory().set(`${state.launch.id}/${state.revision}`, known, rows * 1_200 + signed);
}

/** Every user id a state mentions. */
export function peopleIn(state: LaunchState): Set<string> {
  const ids = new Set<string>(Object.keys(state.member));
  const add = (id: string | null): void => {
    if (id) ids.add(id);
  };
  for (const item of Object.values(state.item)) [item.ownerId, item.workBy].forEach(add);
  for (const seat of Object.values(state.seat)) [seat.holderId, seat.delegateId].forEach(add);
  for (const signOff of Object.values(state.signOff)) [signOff.byId, signOff.forId].forEach(add);
  for (const proof of Object.values(state.evidence)) add(proof.addedBy);
  for (const waiver of Object.values(state.waiver)) [waiver.requestedBy, waiver.decidedBy].forEach(add);
  for (const condition of Object.values(state.condition)) [condition.ownerId, condition.metBy].forEach(add);
  for (const fact of Object.values(state.fact)) add(fact.answeredBy);
  for (const decision of Object.values(state.decision)) add(decision.by);
  for (const note of Object.values(state.note)) add(note.authorId);
  return ids;
}

/** Names by id; an id that belongs to nobody is left out. */
export async function readPeople(db: Reader, ids: ReadonlySet<string>): Promise<People> {
  const users = await db.user.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true, email: true } });
  return Object.fromEntries(users.map(({ id, name, email }) => [id, { name, email }]));
}

function byId<R extends { id: string }>(rows: R[]): Record<string, R> {
  return Object.fromEntries(rows.map((row) => [row.id, row]));
}
