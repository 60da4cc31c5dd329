import type { Instant } from "@/lib/domain/state";
import { version } from "@/package.json";
import { atOnce, readStoredEvents } from "../queries/verify";
import { readPeople } from "../queries/launch-state";
import { launchOf, packFiles, packManifest, packZip, type PackSource } from "./pack-files";

/**
 * A launch's evidence pack as it stood at `at`: events, state, signatures, digests of all proof, the document, a page to read. It can
 * be checked by anybody, with no database (`verify --pack`). `null` when there was no such launch then.
 */
export async function exportPack(launchId: string, at: Instant): Promise<Uint8Array | null> {
  const source = await readPackSource(launchId, at);
  return source.events.length > 0 ? await packOf(source) : null;
}

/** The zip of a source. */
export async function packOf(source: PackSource): Promise<Uint8Array> {
  const files = await packFiles(source);
  return packZip(files, packManifest(source, files, launchOf(source).state));
}

function readPackSource(launchId: string, at: Instant): Promise<PackSource> {
  return atOnce(async (db) => {
    const events = (await readStoredEvents(db, launchId)).filter((event) => event.at <= at);
    const people = await readPeople(db, new Set(idsIn(events)));
    const document = await db.document.findFirst({ where: { launchId, importedAt: { lte: at } }, orderBy: { importedAt: "desc" }, select: { bytes: true, take: true, erasedAt: true } });
    const kept = document?.erasedAt === null ? document : null;
    const names = Object.fromEntries(Object.entries(people).sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, { name }]) => [id, name]));
    return { events, names, document: kept ? kept.bytes : null, take: kept?.take ?? [], at, maker: version };
  });
}

/** Every id that events mention: whoever acted, and whoever a row names. */
function idsIn(events: PackSource["events"]): string[] {
  const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
  const fields = new Set(["ownerId", "workBy", "holderId", "delegateId", "byId", "forId", "addedBy", "requestedBy", "decidedBy", "metBy", "answeredBy", "by", "authorId", "openedBy"]);
  return events.flatMap(({ actorId, changes }) => [
    ...(actorId ? [actorId] : []),
    ...changes.flatMap(({ entity, id, after }) => [
      ...(entity === "member" ? [id] : []),
      ...Object.entries(after ?? {}).flatMap(([field, value]) => (fields.has(field) && typeof value === "string" ? (value.match(uuid) ?? []) : [])),
    ]),
  ]);
}
