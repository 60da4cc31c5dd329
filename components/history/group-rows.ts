import { entities, type Entity } from "@/lib/domain/state";
import type { RowDifference } from "@/lib/domain/difference";

export interface RowGroup { entity: Entity; kind: RowDifference["kind"]; rows: RowDifference[] }

const kinds = ["changed", "added", "removed"] as const;

/** Differences by what they are about and what happened to it, in the order of the kinds of rows; each is in exactly one group. */
export function groupRows(rows: readonly RowDifference[]): RowGroup[] {
  return entities.flatMap((entity) => kinds.flatMap((kind): RowGroup[] => {
    const found = rows.filter((row) => row.entity === entity && row.kind === kind);
    return found.length > 0 ? [{ entity, kind, rows: found }] : [];
  }));
}
