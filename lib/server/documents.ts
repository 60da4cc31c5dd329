import type { Instant } from "@/lib/domain/state";
import type { Tx } from "./db";
import { newId, sha256 } from "./digest";
import type { Actor } from "./sessions";

/** The file as it came, byte for byte, and which of its choices were taken: what every export starts from. The newest is the one that holds. Returns its SHA-256, for the event that brings it. */
export async function keepDocument(tx: Tx, launchId: string, file: { name: string; bytes: Uint8Array; take: readonly string[] }, actor: Actor | null, at: Instant): Promise<string> {
  const bytes = new Uint8Array(file.bytes);
  const hash = sha256(bytes);
  await tx.document.create({
    data: { launchId, id: newId(), name: file.name, bytes, take: [...file.take], sha256: hash, importedAt: at, importedBy: actor?.id ?? null },
    select: { id: true },
  });
  return hash;
}

/**
 * When the event of `at` brought a document along, the one before it holds again from `now` on. Nothing is removed. Returns its
 * SHA-256, `null` when the event brought none, and false when that one has been erased: then there is no way back.
 */
export async function putBackDocument(tx: Tx, launchId: string, at: Instant, actor: Actor, now: Instant): Promise<string | null | false> {
  const newestOf = (importedAt: { lt: Instant } | { lte: Instant }) =>
    tx.document.findFirst({ where: { launchId, importedAt }, orderBy: { importedAt: "desc" }, select: { id: true, name: true, bytes: true, take: true, erasedAt: true } });
  const [before, then] = [await newestOf({ lt: at }), await newestOf({ lte: at })];
  if (!before || !then || before.id === then.id) return null;
  if (before.erasedAt) return false;
  return keepDocument(tx, launchId, before, actor, now);
}
