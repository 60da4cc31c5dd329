import type { Change, Entity } from "@/lib/domain/state";
import type { Tx } from "./db";
import { partsOf } from "./in-parts";
import { delegate } from "./rows";

/** Each kind's table; its columns are the domain's fields in snake_case. */
const tables: Record<Entity, string> = {
  launch: "launches", member: "members", section: "sections", group: "groups", item: "items", fact: "facts", evidence: "evidence", waiver: "waivers",
  seat: "seats", signOff: "sign_offs", condition: "conditions", poll: "polls", decision: "decisions", note: "notes",
};

/**
 * Writes an event's changes to the rows, in their order: the same changes go into the history, so rows and history cannot
 * part. Neighbours that write the same columns of one table go in one statement, of thousands a part at a time, so that none keeps this
 * thread for long. Must run under the launch's lock.
 * @throws Error when a row is not as `before` says: the lock was not held, or the rows were changed past the history
 */
export async function writeChanges(tx: Tx, launchId: string, changes: readonly Change[]): Promise<void> {
  for (const part of partsOf(changes)) for (const batch of batches(part)) {
    const count = batch.act === "delete" ? await remove(tx, launchId, batch) : await tx.$executeRawUnsafe(statementFor(batch.act, batch), launchId, rowsIn(batch));
    if (count === batch.changes.length) continue;
    const [first] = batch.changes;
    throw new Error(`The ${batch.entity} ${first?.id} or one of ${batch.changes.length - 1} beside it is not as its history says (${count} of ${batch.changes.length} rows). Run "readiness verify" on this launch.`);
  }
}

/** Of each row the columns that are written, and the version that it has to have. */
function rowsIn({ changes }: Batch): string {
  return JSON.stringify(changes.map(({ id, before, after }) => ({
    row: Object.fromEntries([["id", id], ...Object.entries(after ?? {}).map(([field, value]) => [columnOf(field), storable(value)])]), was: before?.version ?? null,
  })));
}

/** Half a surrogate pair is no text for PostgreSQL, which as a value by itself would take it as this sign. */
function storable(value: unknown): unknown {
  return typeof value === "string" ? value.replace(/\p{Surrogate}/gu, "\ufffd") : value;
}

/** One at a time: a row may stand under another of its kind, which has to go after it. */
async function remove(tx: Tx, launchId: string, { entity, changes }: Batch): Promise<number> {
  let removed = 0;
  for (const { id, before } of changes) {
    const version = before?.version;
    const { count } = await delegate(tx, entity).deleteMany({ where: { launchId, id, ...(typeof version === "number" ? { version } : {}) } });
    removed += count;
  }
  return removed;
}

interface Batch { entity: Entity; act: "insert" | "update" | "delete"; fields: string; columns: string[]; ids: Set<string>; changes: Change[] }

/** Updates of one table's rows do not depend on each other, so those of the same columns are gathered; what comes and goes keeps its order. */
function batches(changes: readonly Change[]): Batch[] {
  const out: Batch[] = [];
  let run: Batch[] = [];
  for (const change of changes) {
    const { entity, id } = change;
    const act = change.before === null ? "insert" : change.after === null ? "delete" : "update";
    const columns = Object.keys(change.after ?? {}).filter((field) => field !== "id").map(columnOf);
    const fields = columns.join();
    const goesOn = run.every((one) => one.entity === entity && one.act === act && !one.ids.has(id));
    const joined = goesOn ? (act === "update" ? run : run.slice(-1)).find((one) => one.fields === fields) : undefined;
    if (joined) {
      joined.changes.push(change);
      joined.ids.add(id);
      continue;
    }
    const batch: Batch = { entity, act, fields, columns, ids: new Set([id]), changes: [change] };
    run = goesOn ? [...run, batch] : [batch];
    out.push(batch);
  }
  return out;
}

/** `$1` is the launch's id, `$2` are the `rowsIn` it. */
function statementFor(act: "insert" | "update", { entity, columns }: Batch): string {
  const table = tables[entity];
  const rows = `(SELECT (jsonb_populate_record(NULL::${table}, one -> 'row')).*, (one ->> 'was')::int AS was FROM jsonb_array_elements($2::jsonb) AS one) AS new`;
  if (act === "insert") {
    // A launch's own row is made before its changes are written.
    return `INSERT INTO ${table} (launch_id, id${columns.map((column) => `, "${column}"`).join("")}) SELECT $1::uuid, new.id${columns.map((column) => `, new."${column}"`).join("")} FROM ${rows}`;
  }
  const own = entity === "launch" ? "t.id = $1::uuid" : "t.launch_id = $1::uuid AND t.id = new.id";
  return `UPDATE ${table} AS t SET ${columns.map((column) => `"${column}" = new."${column}"`).join(", ")} FROM ${rows} WHERE ${own} AND (new.was IS NULL OR t.version = new.was)`;
}

/** Fields are named by the domain, never by what comes in; what could be no name of a column ends here. */
function columnOf(field: string): string {
  const known = columnNames.get(field);
  if (known !== undefined) return known;
  if (!/^[a-zA-Z]+$/.test(field)) throw new Error(`"${field}" is no column.`);
  const column = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  columnNames.set(field, column);
  return column;
}
const columnNames = new Map<string, string>();
