import { carriedChoices } from "@/lib/document/carry-choices";
import { created } from "@/lib/domain/changes";
import type { Change, Entity, Instant, LaunchState } from "@/lib/domain/state";
import { holdsStructure } from "@/lib/document/holds-structure";
import { launchRows, type DocumentRows } from "@/lib/document/launch-rows";
import { linkTaken } from "@/lib/document/links";
import { mergeReading } from "@/lib/document/merge";
import { applyMerge, openQuestions } from "@/lib/document/merge-apply";
import type { Answers, MergePlan, MergeQuestion, Names } from "@/lib/document/merge-plan";
import { restOf } from "@/lib/document/plain-items";
import { previewOf, type Preview } from "@/lib/document/preview";
import { readDocument, type ReadOutcome } from "@/lib/document/read";
import type { Choice, Reading } from "@/lib/document/reading";
import type { Refused } from "@/lib/document/refusal";
import type { DocumentView } from "@/lib/document/view";
import { writeBytes } from "@/lib/document/write";
import { newId, sha256 } from "../digest";
import { partsOf } from "../in-parts";
import { toDocument, type Brought, type Given, type How } from "../imports/to-document";
import { Memory } from "../memory";

/** A document as it came, and which of its choices are read as items. */
export interface Source { bytes: Uint8Array; take: readonly string[] }

export interface Previewed { ok: true; preview: Preview; items: number; choices: number }

/** What becomes a new launch: the repeats to be linked (`LinkOffer`), and whose the words of an owner may be. */
export interface New { source: Source; link: readonly string[]; at: Instant; owner: { id: string; called: readonly string[] } | null }
/** `changes`: what makes the rows, in an order in which they can be written, as JSON of a part each: read part by part, they keep nobody waiting. */
export interface FirstRows { ok: true; title: string; meta: Pick<Reading["meta"], "targetGoLive" | "nextReview">; taken: string[]; items: number; changes: string[] }

/** The order in which a launch's first rows can be written: what is referred to comes before what refers. */
const order = ["section", "group", "fact", "item", "waiver", "seat", "note"] as const satisfies readonly (keyof DocumentRows & Entity)[];

/** What a merge is made of; `next.take` null = the choices that were taken of `base`, wherever the new text has them now. */
export interface Merge { base: Source; next: { bytes: Uint8Array; take: readonly string[] | null }; state: LaunchState; names: Names }
/** A plan as it is shown: what it was made from stays behind. */
export type ShownPlan = Omit<MergePlan, "inner">;
export interface PlannedMerge { ok: true; plan: ShownPlan; items: number; choices: Choice[]; taken: string[] }
export interface AppliedMerge extends Omit<PlannedMerge, "plan" | "choices"> { open: MergeQuestion[]; changes: Change[] }

/**
 * All that takes its time with a whole document. These run in a thread of their own (`worker.ts`), so that no document
 * keeps the server from answering others, and one that never ends can be ended. What goes in and out is plain data.
 */
export const tasks = {
  /** Any file as the Markdown that is then read; what its format cannot say is as in the document it is a newer one of. */
  convert({ brought, how, base }: { brought: Brought; how: How; base: Source | null }): Given {
    const before = base && read(base);
    return toDocument(brought, before?.ok ? { ...how, rest: restOf(before.reading), ...(before.reading.title === "" ? {} : { title: before.reading.title }) } : how);
  },

  read: (source: Source): ReadOutcome => read(source),

  preview(source: Source): Previewed | Refused {
    const outcome = read(source);
    if (!outcome.ok) return outcome;
    return { ok: true, preview: previewOf(outcome.reading), items: outcome.reading.counts.items, choices: outcome.reading.choices.length };
  },

  firstRows({ source, link, at, owner }: New): FirstRows | Refused {
    const outcome = read(source);
    if (!outcome.ok) return outcome;
    const { reading } = outcome;
    // An owner's words mean a person only by their very name or e-mail.
    const rows = launchRows(reading, at, newId, (words) => (owner?.called.includes(words.trim().toLowerCase()) ? owner.id : null));
    linkTaken(reading, link, rows.item, newId);
    const changes = order.flatMap((kind) => rows[kind].map((row) => created(kind, row)));
    const { title, taken, meta: { targetGoLive, nextReview } } = reading;
    return { ok: true, title, taken, meta: { targetGoLive, nextReview }, items: rows.item.length, changes: [...partsOf(changes)].map((part) => JSON.stringify(part)) };
  },

  planMerge(merge: Merge): PlannedMerge | Refused {
    const made = merged(merge);
    if (!made.ok) return made;
    const { inner: _, ...plan } = made.plan;
    return { ok: true, plan, items: made.next.counts.items, choices: made.next.choices, taken: made.next.taken };
  },

  /** Changes only where the answers leave no question open. */
  applyMerge({ answers, now, ...merge }: Merge & { answers: Answers; now: Instant }): AppliedMerge | Refused {
    const made = merged(merge);
    if (!made.ok) return made;
    const open = openQuestions(made.plan, answers);
    const changes = open.length > 0 ? [] : applyMerge(made.plan, answers, merge.state, now, newId);
    return { ok: true, open, changes, items: made.next.counts.items, taken: made.next.taken };
  },

  /** Whether an edit leaves the launch with a structure that its document can hold, or could not hold before either. */
  holds: ({ reading, before, after }: { reading: Reading; before: LaunchState; after: LaunchState }): boolean => holdsStructure(reading, after) || !holdsStructure(reading, before),

  write: ({ reading, view }: { reading: Reading; view: DocumentView }): Uint8Array => writeBytes(reading, view),
};
export type Tasks = typeof tasks;

/** Previewed, chosen from, planned and imported, one file is read several times in a row. */
const lately = new Memory<ReadOutcome>(4 * 12 * 1_048_576);

function read({ bytes, take }: Source): ReadOutcome {
  const key = `${sha256(bytes)} ${JSON.stringify(take)}`;
  const known = lately.get(key);
  if (known) return known;
  const outcome = readDocument(bytes, { take });
  lately.set(key, outcome, bytes.length * 12);
  return outcome;
}

function carried(before: Reading, bytes: Uint8Array): string[] {
  if (before.taken.length === 0) return [];
  const offered = read({ bytes, take: [] });
  return offered.ok ? carriedChoices(before, offered.reading) : [];
}

function merged({ base, next, state, names }: Merge): { ok: true; plan: MergePlan; next: Reading } | Refused {
  const before = read(base);
  if (!before.ok) throw new Error(`A document that was imported can no longer be read: ${before.sentence}`);
  const after = read({ bytes: next.bytes, take: next.take ?? carried(before.reading, next.bytes) });
  return after.ok ? { ok: true, plan: mergeReading(before.reading, after.reading, state, names), next: after.reading } : after;
}
