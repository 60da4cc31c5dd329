import type { Share } from "./judgement";

/** Decision rules §1: rounds down, so 100 appears only when nothing is left. `null` when nothing applies. */
export function percent(done: number, of: number): number | null {
  return of === 0 ? null : Math.floor((100 * done) / of);
}

/** "n of m" with its percent. */
export function share(done: number, of: number): Share {
  return { done, of, percent: percent(done, of) };
}
