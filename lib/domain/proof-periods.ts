import type { Evidence, Instant } from "./state";
import { newestPerSource } from "./threshold";

/** What an item had as proof from a moment on: not withdrawn, of each source the newest alone. */
export interface ProofPeriod { from: Instant; rows: readonly Evidence[] }

/** Before everything: the first period has no beginning. */
export const always: Instant = "";

interface Step { at: Instant; row: Evidence | null; there: boolean }

const isSeries = ({ kind }: Evidence): boolean => kind === "measurement" || kind === "check";

/**
 * An item's proof over time, oldest period first, from what its rows carry: when each was added and withdrawn. `cuts`: more moments
 * at which a period ends, such as the end of a value's validity. Linear in the rows but for those that are withdrawn.
 */
export function proofPeriods(evidence: readonly Evidence[], cuts: readonly Instant[]): ProofPeriod[] {
  const steps: Step[] = cuts.map((at) => ({ at, row: null, there: false }));
  for (const row of evidence) {
    if (row.withdrawnAt !== null && row.withdrawnAt <= row.addedAt) continue;
    steps.push({ at: row.addedAt, row, there: true });
    if (row.withdrawnAt !== null) steps.push({ at: row.withdrawnAt, row, there: false });
  }
  steps.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const plain = new Set<Evidence>();
  const series = new Set<Evidence>();
  let newest: readonly Evidence[] = [];
  const periods: ProofPeriod[] = [{ from: always, rows: [] }];
  for (const [index, { at, row, there }] of steps.entries()) {
    if (row !== null && !isSeries(row)) there ? plain.add(row) : plain.delete(row);
    else if (row !== null && there) newest = newestPerSource([...newest, (series.add(row), row)]);
    else if (row !== null && series.delete(row) && newest.includes(row)) newest = newestPerSource([...series]);
    // Of what happens at one moment only the whole is ever seen.
    if (steps[index + 1]?.at !== at) periods.push({ from: at, rows: [...plain, ...newest] });
  }
  return periods;
}

/**
 * Since when something has held without a break until now. `startIn` says from when on it held until a period's end; `null` = it did not.
 * A moment at or after that end comes too late for the period. `always` if it held in all of them.
 */
export function heldSince(periods: readonly ProofPeriod[], now: Instant, startIn: (period: ProofPeriod, end: Instant) => Instant | null): Instant {
  let held: Instant | null = null; // also the end of the period before
  for (let index = periods.length - 1; index >= 0; index -= 1) {
    const period = periods[index];
    const start = period === undefined ? null : startIn(period, held ?? now);
    if (period === undefined || start === null || (held !== null && start >= held)) break;
    if (start > period.from) return start;
    held = period.from;
  }
  return held ?? always;
}
