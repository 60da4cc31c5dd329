import { itemsOf, type ReadMeta, type Reading } from "@/lib/document/reading";
import type { Instant } from "@/lib/domain/state";
import { reads } from "../db";
import { Memory } from "../memory";
import { once } from "../once";
import { readSource } from "../reader/reader";
import type { Source } from "../reader/tasks";
import { sentenceOf } from "../sentences";

export interface KnownDocument {
  id: string;
  name: string;
  sha256: string;
  importedAt: string;
  reading: Reading;
}

/**
 * The document of a launch as read: the newest, or the one that stood at the moment `at` (a state of that moment has its
 * lines); `null` for a launch that never had one, and where it was erased since.
 */
export async function readLaunchDocument(launchId: string, at: Instant | null = null): Promise<KnownDocument | null> {
  const newest = await reads().document.findFirst({
    where: at === null ? { launchId } : { launchId, importedAt: { lte: at } }, orderBy: { importedAt: "desc" }, select: { id: true, name: true, sha256: true, importedAt: true, erasedAt: true },
  });
  // One that was erased may still be in memory: the row says what is so.
  if (!newest || newest.erasedAt) return null;
  // Documents never change, so one that was read stays read.
  const memory = once("document.memory", () => new Memory<KnownDocument>(32 * 1_048_576));
  const kept = memory.get(newest.id);
  if (kept) return { ...kept, name: newest.name }; // its name may have been erased since
  const { bytes, take } = await reads().document.findUniqueOrThrow({ where: { launchId_id: { launchId, id: newest.id } }, select: { bytes: true, take: true } });
  const read = await readSource("kept", { bytes, take });
  if (!read.allowed) throw new Error(`The document of launch ${launchId} was imported and can no longer be read: ${sentenceOf(read)}`);
  const known = { id: newest.id, name: newest.name, sha256: newest.sha256, importedAt: newest.importedAt.toISOString(), reading: read.reading };
  memory.set(newest.id, known, bytes.length * 12);
  return known;
}

/** The newest document as it came; `null` for a launch that never had one. */
export async function readNewestSource(launchId: string): Promise<{ id: string; sha256: string; source: Source } | null> {
  const newest = await reads().document.findFirst({ where: { launchId }, orderBy: { importedAt: "desc" }, select: { id: true, sha256: true, bytes: true, take: true } });
  return newest && { id: newest.id, sha256: newest.sha256, source: { bytes: newest.bytes, take: newest.take } };
}

export interface DocumentMeta {
  name: string;
  importedAt: string;
  sha256: string;
  findings: { kind: string; line: number; message: string }[];
  meta: Omit<ReadMeta, "places">;
  /** How many items, and how many of them are ticked; sign-off lines are no items. */
  items: number;
  checked: number;
}

/** What the pages show of the document: its claims and what was found in it. */
export async function readDocumentMeta(launchId: string): Promise<DocumentMeta | null> {
  const known = await readLaunchDocument(launchId);
  if (!known) return null;
  const { reading } = known;
  const { places: _, ...meta } = reading.meta;
  return {
    name: known.name, importedAt: known.importedAt, sha256: known.sha256, meta, items: reading.counts.items,
    checked: itemsOf(reading).filter((item) => item.checked).length,
    findings: reading.findings.map(({ kind, line, message }) => ({ kind, line, message })),
  };
}
