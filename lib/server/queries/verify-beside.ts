import { besideOf } from "@/lib/domain/beside";
import type { StoredEvent } from "@/lib/domain/check-history";
import type { LaunchState } from "@/lib/domain/state";
import type { Reader } from "../db";

/** What is wrong with a launch's documents or attached files by what its history says of them; `null` = nothing. Bytes are hashed in the database, which holds them. */
export async function faultBeside(db: Reader, launchId: string, events: readonly StoredEvent[], state: LaunchState): Promise<string | null> {
  const said = besideOf(events);
  const documents = await db.$queryRaw<{ id: string; sha256: string; own: boolean; erased: boolean }[]>`
    SELECT id, sha256, encode(sha256(bytes), 'hex') = sha256 AS own, erased_at IS NOT NULL AS erased FROM documents WHERE launch_id = ${launchId}::uuid ORDER BY imported_at, id`;
  const changed = documents.find(({ own, erased }) => !own && !erased);
  if (changed) return `the document ${changed.id} is not the one that was imported`;
  const gone = documents.find(({ erased, sha256 }) => erased && !said.vague && !said.erasedDocuments.has(sha256));
  if (gone) return `the document ${gone.id} is gone, and no event erased it`;
  // Events that did not say yet stand before those that do: the last documents are the ones that are named.
  const named = said.documents.filter((hash) => hash !== null);
  const all = !said.documents.includes(null);
  const kept = documents.map(({ sha256 }) => sha256);
  if ((all && named.length !== kept.length) || named.some((hash, at) => kept[kept.length - named.length + at] !== hash)) return "the documents kept are not those that its events brought";

  const files = await db.$queryRaw<{ sha256: string; own: boolean }[]>`
    SELECT sha256, encode(sha256(bytes), 'hex') = sha256 AS own FROM file_contents WHERE launch_id = ${launchId}::uuid`;
  const other = files.find(({ own }) => !own);
  if (other) return `the attached file ${other.sha256} has other bytes than those that were attached`;
  const present = new Set(files.map(({ sha256 }) => sha256));
  const attached = Object.values(state.evidence).flatMap(({ fileHash }) => (fileHash === null ? [] : [fileHash]));
  const lost = attached.find((hash) => !present.has(hash) && !said.vague && !said.erasedFiles.has(hash));
  return lost === undefined ? null : `the attached file ${lost} is gone, and no event erased it`;
}
