import { type Change, type Entities, type Entity, type Instant, type Launch, type LaunchState, entities } from "./state";
import { sameJson } from "./same-json";
import { unsaid } from "./unsaid";

/**
 * The one way a state moves on. Rows kept by a server, rows rebuilt by `replay` from the first event, and rows in a page's memory
 * are all made by `applyChanges`, and events hold just what `changeOf` found: so they are equal, field by field.
 */
type Row = Readonly<Record<string, unknown>>;
type RowEntity = Exclude<Entity, "launch">;

const rowEntities = entities.filter((entity): entity is RowEntity => entity !== "launch");
// Every row is a plain record; its own type only names the fields.
const asRow = (row: object): Row => row as Row;

const epoch: Instant = "1970-01-01T00:00:00.000Z";
const noLaunch: Launch = {
  id: "", slug: "", name: "", zone: "UTC", goLive: null, goLiveAt: null, goLives: null, nextReview: null, phase: "preparing", phaseAt: epoch, rule: 1,
  pollRule: "all", quorum: null, proof: "optional", proofReason: null, proofAt: null, validDays: null, waiverLimit: null, waiverDaysAfter: 30, launchedAt: null,
  createdAt: epoch, version: 0,
};

/** Before the first event: no rows, a launch without a name, revision 0. */
export const emptyState: LaunchState = {
  launch: noLaunch, revision: 0, member: {}, section: {}, group: {}, item: {}, fact: {}, evidence: {}, waiver: {}, seat: {}, signOff: {},
  condition: {}, poll: {}, decision: {}, note: {},
};

function nextRow(row: Row | undefined, change: Change): Row | null {
  if (change.after === null) return null;
  if (change.before === null) return { ...unsaid[change.entity], ...change.after };
  if (row === undefined) throw new Error(`The ${change.entity} ${change.id} is changed but does not exist: an event is missing.`);
  return { ...row, ...change.after };
}

/**
 * The state after some changes, at `revision`. Pure: what did not change is shared with the state before. Throws when a change
 * is of a row that does not exist, which means that an event is missing.
 */
export function applyChanges(state: LaunchState, changes: readonly Change[], revision: number): LaunchState {
  let launch: Row = asRow(state.launch);
  const touched = new Map<RowEntity, Record<string, Row>>();
  for (const change of changes) {
    if (change.entity === "launch") {
      launch = nextRow(launch, change) ?? launch;
      continue;
    }
    let rows = touched.get(change.entity);
    if (rows === undefined) touched.set(change.entity, (rows = { ...state[change.entity] } as unknown as Record<string, Row>)); // rows are records
    const next = nextRow(rows[change.id], change);
    if (next === null) delete rows[change.id];
    else rows[change.id] = next;
  }
  // The rows were made from rows of these very kinds and changes of their fields.
  return { ...state, ...(Object.fromEntries(touched) as Partial<LaunchState>), launch: launch as unknown as Launch, revision };
}

/** The state that a launch's events lead to, from the first on. */
export function replay(events: Iterable<{ seq: number; changes: readonly Change[] }>, from: LaunchState = emptyState): LaunchState {
  let state = from;
  for (const event of events) state = applyChanges(state, event.changes, event.seq);
  return state;
}

/** A row comes into being: all its fields. */
export function created<E extends Entity>(entity: E, row: Entities[E]): Change<E> {
  return { entity, id: row.id, before: null, after: { ...asRow(row) } };
}

/** A row goes: all the fields it had. */
export function removed<E extends Entity>(entity: E, row: Entities[E]): Change<E> {
  return { entity, id: row.id, before: { ...asRow(row) }, after: null };
}

/**
 * What differs when some fields of a row are set, before and after, with its version raised by one; `null` if nothing does.
 * The version in `before` is the one the writer saw, which is how a lost race is found.
 */
export function changeOf<E extends Entity>(entity: E, row: Entities[E], patch: Partial<Entities[E]>): Change<E> | null {
  const was = asRow(row);
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(patch)) {
    if (field === "version" || value === undefined || sameJson(was[field], value)) continue;
    before[field] = was[field];
    after[field] = value;
  }
  if (Object.keys(after).length === 0) return null;
  return { entity, id: row.id, before: { ...before, version: row.version }, after: { ...after, version: row.version + 1 } };
}

/** Everything that differs between two states, as the changes that lead from one to the other (versions as they are). */
export function diffRows(before: LaunchState, after: LaunchState): Change[] {
  const changes: Change[] = [];
  const compare = (entity: Entity, id: string, was: Row | undefined, is: Row | undefined) => {
    if (was === is) return;
    if (was === undefined || is === undefined) {
      changes.push({ entity, id, before: was === undefined ? null : { ...was }, after: is === undefined ? null : { ...is } });
      return;
    }
    // A field that came with a later version of the product is in no earlier event, and reads as none.
    const fields = Object.keys(is).filter((field) => !sameJson(was[field] ?? null, is[field] ?? null));
    const pick = (row: Row) => Object.fromEntries(fields.map((field) => [field, row[field]]));
    if (fields.length > 0) changes.push({ entity, id, before: pick(was), after: pick(is) });
  };
  compare("launch", after.launch.id, asRow(before.launch), asRow(after.launch));
  for (const entity of rowEntities) {
    const was = asRow(before[entity]) as Readonly<Record<string, Row>>; // rows by id, as Rows says
    const is = asRow(after[entity]) as Readonly<Record<string, Row>>; // likewise
    if (was === is) continue;
    for (const id of new Set([...Object.keys(was), ...Object.keys(is)])) compare(entity, id, was[id], is[id]);
  }
  return changes;
}

function rowOf(state: LaunchState, entity: Entity, id: string): Row | null {
  const rows: Readonly<Record<string, object>> = entity === "launch" ? { [state.launch.id]: state.launch } : state[entity];
  const found = rows[id];
  return found === undefined ? null : asRow(found);
}

const withVersion = (version: unknown, row: Row | null): Row | null => (row === null ? null : { ...row, version });

/** Whether a row is, but for its version, what it was before these changes of it (oldest first): they have come to nothing. */
export function cameToNothing(state: LaunchState, { entity, id }: Pick<Change, "entity" | "id">, later: readonly Change[]): boolean {
  const now = rowOf(state, entity, id);
  let was = now;
  for (const change of [...later].reverse()) {
    if (change.entity !== entity || change.id !== id) continue;
    was = change.before === null ? null : change.after === null ? { ...change.before } : { ...was, ...change.before };
  }
  return sameJson(withVersion(0, was), withVersion(0, now));
}

/**
 * The changes that take an event's changes back, or `null` when one of its rows is no longer as the event left it: somebody has
 * built on it. Versions go on rising, so that nobody's older copy becomes current again; with `anyVersion` a row may have risen
 * meanwhile, for one who knows that what happened to it since has come to nothing.
 */
export function reverseChanges(state: LaunchState, changes: readonly Change[], anyVersion = false): Change[] | null {
  const reversed: Change[] = [];
  for (const change of [...changes].reverse()) {
    const row = rowOf(state, change.entity, change.id);
    if (change.after === null) {
      if (row !== null || change.before === null) return null;
      const version = Number(change.before.version) + 1;
      reversed.push({ entity: change.entity, id: change.id, before: null, after: { ...change.before, version } });
      continue;
    }
    if (row === null || Object.entries(change.after).some(([field, value]) => !(anyVersion && field === "version") && !sameJson(row[field], value))) return null;
    if (change.before === null) reversed.push({ entity: change.entity, id: change.id, before: { ...row }, after: null });
    else {
      const version = Number(row.version) + 1;
      reversed.push({ entity: change.entity, id: change.id, before: { ...change.after, version: row.version }, after: { ...change.before, version } });
    }
  }
  return reversed;
}
