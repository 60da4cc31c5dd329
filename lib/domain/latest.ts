import type { Instant } from "./state";

/** The latest of some moments; those that never were are left out. `floor` if none was. */
export function latest(floor: Instant, ...moments: readonly (Instant | null | undefined)[]): Instant {
  let found = floor;
  for (const moment of moments) if (moment !== null && moment !== undefined && moment > found) found = moment;
  return found;
}
