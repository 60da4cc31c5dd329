import type { Refusal, RefusalWhy } from "@/lib/domain/refusal";
import { rowsOf, type RowView } from "@/lib/domain/row";
import { updateBetween, type Update } from "@/lib/domain/update";
import type { Done } from "./change";
import { othersFirst } from "./in-parts";
import { judgeKnown } from "./queries/launch";
import { databaseNow } from "./queries/launches";
import { readLaunchState } from "./queries/launch-state";
import { reads } from "./db";
import { sentenceOf } from "./sentences";

export interface Refused {
  allowed: false;
  why: RefusalWhy;
  /** Why, and the way out, in one sentence. */
  sentence: string;
  /** Which field of a form it is about. */
  field?: string;
  /** For a lost race: the row as it stands now. */
  current?: RowView;
}
export interface Answered {
  allowed: true;
  update: Update;
  /** After a signature or a decision: `SEQ:HASH`, to be kept outside; `verify --checkpoint` takes it (trust 10). */
  checkpoint?: string;
}
export type Answer = Answered | Refused;

const worthACheckpoint = new Set<string | null>(["seat.signed", "seat.withdrawn", "decision.recorded"]);

/** What the page that asked gets to hear: the change itself, or why not. */
export async function answerTo(outcome: Done | Refusal, item: string | null = null): Promise<Answer> {
  if (!outcome.allowed) return refusedBy(outcome, item);
  const now = await databaseNow();
  const judgement = judgeKnown(outcome.after, now);
  // Of thousands of items each of these takes a while: whoever waits comes in between.
  await othersFirst();
  const before = { state: outcome.before.state, rows: rowsOf(outcome.before.state, judgeKnown(outcome.before, now)) };
  await othersFirst();
  const after = { state: outcome.after.state, rows: rowsOf(outcome.after.state, judgement) };
  await othersFirst();
  const update = updateBetween(before, after, judgement);
  return { allowed: true, update, ...(worthACheckpoint.has(outcome.kind) ? { checkpoint: `${update.revision}:${outcome.head}` } : {}) };
}

/** A refusal in words; a lost race comes with the row that won. */
export async function refusedBy(refusal: Refusal & { present?: number }, item: string | null = null): Promise<Refused> {
  const refused: Refused = { allowed: false, why: refusal.why, sentence: sentenceOf(refusal), ...(refusal.field ? { field: refusal.field } : {}) };
  if (refusal.why !== "stale-version" || !item) return refused;
  const current = await currentRow(item);
  return current ? { ...refused, current } : refused;
}

async function currentRow(item: string): Promise<RowView | null> {
  const found = await reads().item.findFirst({ where: { id: item }, select: { launch: { select: { id: true, revision: true } } } });
  const known = found && (await readLaunchState(reads(), found.launch.id, found.launch.revision));
  if (!known) return null;
  return rowsOf(known.state, judgeKnown(known, await databaseNow())).find((row) => row.id === item) ?? null;
}
