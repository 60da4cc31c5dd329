import type { Copies } from "@/lib/domain/erase-reach";
import type { LaunchState } from "@/lib/domain/state";
import type { Reader } from "../db";

/**
 * Which imported documents and attached files of a launch hold a text, as UTF-8, and which files are attached under it as their name. What is compressed or written in another encoding
 * cannot be searched like this.
 */
export async function copiesHolding(db: Reader, { launch, evidence }: Pick<LaunchState, "launch" | "evidence">, text: string): Promise<Copies> {
  const launchId = launch.id;
  const named = Object.values(evidence).flatMap(({ title, fileHash }) => (title === text && fileHash !== null ? [fileHash] : []));
  const documents = await db.$queryRaw<{ id: string; name: string; sha256: string; imported_at: Date; current: boolean }[]>`
    SELECT id, name, sha256, imported_at, imported_at = (SELECT max(imported_at) FROM documents WHERE launch_id = ${launchId}::uuid) AS current
      FROM documents WHERE launch_id = ${launchId}::uuid AND position(convert_to(${text}, 'UTF8') IN bytes) > 0 ORDER BY imported_at`;
  const files = await db.$queryRaw<{ hash: string; name: string }[]>`
    SELECT sha256 AS hash, name FROM file_contents WHERE launch_id = ${launchId}::uuid AND (sha256 = ANY(${named}) OR position(convert_to(${text}, 'UTF8') IN bytes) > 0) ORDER BY name`;
  return { documents: documents.map(({ imported_at: at, ...rest }) => ({ ...rest, importedAt: at.toISOString() })), files };
}
