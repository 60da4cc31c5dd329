import { isDemonstration } from "@/lib/domain/demonstration";
import { genesis } from "@/lib/domain/event";
import type { Refusal } from "@/lib/domain/refusal";
import { created } from "@/lib/domain/changes";
import type { Change, Entity, Launch } from "@/lib/domain/state";
import { isZone } from "@/lib/domain/zone";
import { launchRows, type DocumentRows } from "@/lib/document/launch-rows";
import { linkTaken } from "@/lib/document/links";
import type { Reading } from "@/lib/document/reading";
import { appendEvent } from "../change";
import { writes } from "../db";
import { newId } from "../digest";
import { keepDocument } from "../documents";
import { readSource } from "../reader/reader";
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

/** The order in which a launch's first rows can be written: what is referred to comes before what refers. */
const order = ["section", "group", "fact", "item", "waiver", "seat", "note"] as const satisfies readonly (keyof DocumentRows & Entity)[];

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
  const read = await readSource("brought", { bytes: input.bytes, take: input.take ?? [] });
  if (!read.allowed) return read;
  if (read.reading.counts.items === 0) return { allowed: false, why: "no-items" };
  return writes().$transaction(async (tx): Promise<Created | Refusal> => {
    // One lock for all creations: two of one name at once make one launch and one clear refusal.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(4317002)`;
    if (await tx.launch.findUnique({ where: { slug: input.slug }, select: { id: true } })) return { allowed: false, why: "slug-taken" };
    const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT date_trunc('milliseconds', clock_timestamp()) AS now`;
    const at = (clock?.now ?? new Date(Number.NaN)).toISOString();
    const rows = launchRows(read.reading, at, newId, ownerAmong(actor));
    linkTaken(read.reading, input.link ?? [], rows.item, newId);
    const launch = newLaunchRow(input, read.reading, at);
    const changes = firstChanges(launch, actor, rows);
    const head = genesis;
    await tx.launch.create({ data: { ...launch, revision: 0, head }, select: { id: true } });
    await writeChanges(tx, launch.id, changes.slice(1));
    await keepDocument(tx, launch.id, { name: input.fileName, bytes: input.bytes, take: read.reading.taken }, actor, at);
    await appendEvent(tx, { launchId: launch.id, revision: 0, head }, {
      at, kind: "launch.imported", actorId: actor?.id ?? null, via: actor?.via ?? "seed", changes,
    });
    return { allowed: true, launchId: launch.id, slug: launch.slug, items: rows.item.length };
  });
}

/** A new launch has one member: who makes it. An owner's words mean that person only by their very name or e-mail. */
function ownerAmong(actor: Actor | null): (words: string) => string | null {
  const known = actor === null ? [] : [actor.name, actor.email].map((one) => one.trim().toLowerCase());
  return (words) => (actor !== null && known.includes(words.trim().toLowerCase()) ? actor.id : null);
}

/** Dates that the document gives are adopted: they are plans, not approvals. A day without a time means nine in the morning. */
function newLaunchRow(input: NewLaunch, { title, meta }: Reading, at: string): Launch {
  const goLive = meta.targetGoLive ? `${meta.targetGoLive}T09:00` : null;
  return {
    id: newId(), slug: input.slug, name: input.name ?? title, zone: input.zone, goLive, goLiveAt: goLive ? at : null, nextReview: meta.nextReview,
    phase: "preparing", phaseAt: at, rule: 1, pollRule: "all", quorum: null, proof: "optional", validDays: null, waiverLimit: null,
    waiverDaysAfter: 30, launchedAt: null, createdAt: at, version: 1,
  };
}

function firstChanges(launch: Launch, actor: Actor | null, rows: DocumentRows): Change[] {
  const changes: Change[] = [created("launch", launch)];
  if (actor) changes.push(created("member", { id: actor.id, role: "manager", version: 1 }));
  for (const kind of order) for (const row of rows[kind]) changes.push(created(kind, row));
  return changes;
}
