/** How far apart rows are put that have to make room, so that the next one put in among them moves nobody. */
const spare = 8;

/** Where a row goes among `rows`: before the living one named, else (`null`) behind all; `null` where that one is not among them. */
export function indexBefore(rows: readonly { id: string; retiredAt: string | null }[], before: string | null): number | null {
  if (before === null) return rows.length;
  const at = rows.findIndex((row) => row.id === before && row.retiredAt === null);
  return at < 0 ? null : at;
}

/**
 * Positions for `count` rows put in before the row at `at` of `rows`, which are in their order. Rows behind move on only where there
 * is no room, and no further than needed: a position that changes is a row that somebody else's older copy no longer fits.
 */
export function placeAmong(rows: readonly { id: string; position: number }[], at: number, count: number): { given: number[]; shifted: Map<string, number> } {
  const before = rows[at - 1]?.position;
  const behind = rows[at]?.position;
  const room = before === undefined || behind === undefined ? count : behind - before - 1;
  const first = before === undefined ? (behind === undefined ? 0 : behind - count) : before + 1 + Math.max(0, Math.floor((room - count) / 2));
  const given = Array.from({ length: count }, (_, index) => first + index);
  const shifted = new Map<string, number>();
  let last = first + count - 1;
  for (const row of rows.slice(at)) {
    if (row.position > last) break;
    last += spare;
    shifted.set(row.id, last);
  }
  return { given, shifted };
}
