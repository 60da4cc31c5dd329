import { askedBy } from "@/lib/domain/asked-by";
import { isDemonstration } from "@/lib/domain/demonstration";
import { genesis } from "@/lib/domain/event";
import { refuse, type Refusal } from "@/lib/domain/refusal";
import { applyChanges, created, emptyState } from "@/lib/domain/changes";
import type { Change, Launch } from "@/lib/domain/state";
import { isZone } from "@/lib/domain/zone";
import { appendEvent } from "../change";
import { reads, writes } from "../db";
import { newId } from "../digest";
import { keepDocument } from "../documents";
import { Prisma } from "../generated/prisma/client";
import { othersFirst } from "../in-parts";
import { databaseNow } from "../queries/launches";
import { peopleIn, readPeople, rememberLaunch } from "../queries/launch-state";
import { runTask } from "../reader/reader";
import type { FirstRows, New } from "../reader/tasks";
import type { Actor } from "../sessions";
import { writeChanges } from "../write-changes";

export interface NewLaunch {
  slug: string;
  /** The document's own title when not given. */
  name: string | null;
  zone: string;
  fileName: string;
  bytes: Uint8Array;
  /** Ids of the document's choices that are read as items. */
  take?: readonly string[];
  /** Ids of the document's repeats whose items share their proof from the beginning. */
  link?: readonly string[];
}

type Created = { allowed: true; launchId: string; slug: string; items: number };

/** `/launches/new` is the page on which launches are made. */
const pageForNew = "new";

/**
 * Creates a launch from a document, whole or not at all, as its first event. `actor` null = the server itself, seeding an
 * empty instance. Only an instance's admins create launches.
 */
export async function createLaunch(actor: Actor | null, input: NewLaunch): Promise<Created | Refusal> {
  if (actor && !actor.admin) return { allowed: false, why: "not-permitted" };
  if (isDemonstration(input)) return { allowed: false, why: "slug-taken" };
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(input.slug) || input.slug.length > 64) return { allowed: false, why: "bad-slug" };
  if (input.slug === pageForNew) return { allowed: false, why: "slug-taken", field: "slug" };
  if (!isZone(input.zone)) return { allowed: false, why: "bad-zone", field: "zone" };
  // Made before any lock, in the thread for documents: 5,000 items are half a second's work.
  const at = await databaseNow();
  const ran = await runTask("brought", "firstRows", { source: { bytes: input.bytes, take: input.take ?? [] }, link: input.link ?? [], at, owner: ownerOf(actor) });
  if (!("done" in ran)) return ran;
  const first = ran.value;
  if (!first.ok) return refuse("bad-document", { sentence: first.sentence });
  if (first.items === 0) return { allowed: false, why: "no-items" };
  const launch = newLaunchRow(input, first, at);
  const rows = await changesIn(actor, first.changes, input.zone);
  const changes = [created("launch", launch), ...rows];
  const outcome = await writes().$transaction(async (tx): Promise<Created | Refusal> => {
    // One lock for all creations: two of one name at once make one launch and one clear refusal.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(4317002)`;
    if (await tx.launch.findUnique({ where: { slug: input.slug }, select: { id: true } })) return { allowed: false, why: "slug-taken" };
    const head = genesis;
    await tx.launch.create({ data: { ...launch, goLives: Prisma.DbNull, revision: 0, head }, select: { id: true } });
    await writeChanges(tx, launch.id, rows);
    const document = await keepDocument(tx, launch.id, { name: input.fileName, bytes: input.bytes, take: first.taken }, actor, at);
    await appendEvent(tx, { launchId: launch.id, revision: 0, head }, {
      at, kind: "launch.imported", actorId: actor?.id ?? null, via: actor?.via ?? "seed", beside: { document }, changes,
    });
    return { allowed: true, launchId: launch.id, slug: launch.slug, items: first.items };
  });
  if (outcome.allowed) await rememberFirst(changes);
  return outcome;
}

/** What has just been written need not be read for the page that opens next. */
async function rememberFirst(changes: readonly Change[]): Promise<void> {
  const state = applyChanges(emptyState, changes, 1);
  rememberLaunch({ state, people: await readPeople(reads(), peopleIn(state)) });
}

/** A new launch has one member: who makes it. */
function ownerOf(actor: Actor | null): New["owner"] {
  return actor && { id: actor.id, called: [actor.name, actor.email].map((one) => one.trim().toLowerCase()) };
}

/** The rows' changes, behind that of who makes the launch. */
async function changesIn(actor: Actor | null, parts: readonly string[], zone: string): Promise<Change[]> {
  const changes: Change[] = actor ? [created("member", { id: actor.id, role: "manager", version: 1 })] : [];
  for (const part of parts) {
    // Written by `firstRows` as JSON of changes.
    changes.push(...askedBy(JSON.parse(part) as Change[], actor?.id ?? null, zone));
    await othersFirst();
  }
  return changes;
}

/** Dates that the document gives are adopted: they are plans, not approvals. A day without a time means nine in the morning. */
function newLaunchRow(input: NewLaunch, { title, meta }: FirstRows, at: string): Launch {
  const goLive = meta.targetGoLive ? `${meta.targetGoLive}T09:00` : null;
  return {
    id: newId(), slug: input.slug, name: input.name ?? title, zone: input.zone, goLive, goLiveAt: goLive ? at : null, goLives: null, nextReview: meta.nextReview,
    phase: "preparing", phaseAt: at, rule: 1, pollRule: "all", quorum: null, proof: "optional", proofReason: null, proofAt: null, validDays: null, waiverLimit: null,
    waiverDaysAfter: 30, launchedAt: null, createdAt: at, version: 1,
  };
}
