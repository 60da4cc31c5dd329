import type { Change, Entity } from "@/lib/domain/state";
import { Prisma } from "./generated/prisma/client";
import type { Tx } from "./db";
import { delegate } from "./rows";

/** Columns that hold JSON: their `null` is the database's own. */
const json: Partial<Record<Entity, readonly string[]>> = { item: ["threshold"], seat: ["sections"], signOff: ["material"], decision: ["record"] };

/**
 * Writes an event's changes to the rows, in their order: the same changes go into the history, so rows and history cannot
 * part. Must run under the launch's lock.
 * @throws Error when a row is not as `before` says: the lock was not held, or the rows were changed past the history
 */
export async function writeChanges(tx: Tx, launchId: string, changes: readonly Change[]): Promise<void> {
  for (const batch of batches(changes)) {
    const first = batch[0];
    if (!first) continue;
    const table = delegate(tx, first.entity);
    if (first.before === null) await table.createMany({ data: batch.map((change) => columns(change, launchId)) });
    else if (first.after === null) await expectOne(first, table.deleteMany({ where: whereOf(first, launchId) }));
    else await expectOne(first, table.updateMany({ where: whereOf(first, launchId), data: columns(first, null) }));
  }
}

/** Neighbouring insertions into one table go in one statement, at most 500 rows. */
function batches(changes: readonly Change[]): Change[][] {
  const out: Change[][] = [];
  for (const change of changes) {
    const last = out.at(-1);
    const joins = change.before === null && last?.[0]?.before === null && last[0].entity === change.entity && last.length < 500;
    if (joins) last.push(change);
    else out.push([change]);
  }
  return out;
}

function whereOf(change: Change, launchId: string): object {
  const version = change.before?.version;
  const key = change.entity === "launch" ? { id: launchId } : { launchId, id: change.id };
  return typeof version === "number" ? { ...key, version } : key;
}

function columns(change: Change, launchId: string | null): object {
  const out: Record<string, unknown> = launchId && change.entity !== "launch" ? { launchId } : {};
  for (const [name, value] of Object.entries(change.after ?? {})) {
    out[name] = value === null && json[change.entity]?.includes(name) ? Prisma.DbNull : value;
  }
  return out;
}

async function expectOne(change: Change, written: Promise<{ count: number }>): Promise<void> {
  const { count } = await written;
  if (count !== 1) throw new Error(`The ${change.entity} ${change.id} is not as its history says (${count} rows). Run "readiness verify" on this launch.`);
}
