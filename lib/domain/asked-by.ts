import type { Change, Waiver } from "./state";
import { dayOf, endOfDay, later } from "./zone";

/**
 * A document's waivers as they come into a launch: asked for by who brought it, so that nobody approves what they wrote into a file
 * themselves (decision rules §4), through the last day that it names in the launch's zone. `bringer` null = the server itself.
 */
export function askedBy(changes: readonly Change[], bringer: string | null, zone: string): Change[] {
  return changes.map((change) => {
    if (change.entity !== "waiver" || change.before !== null || change.after === null) return change;
    const { endsAt } = change.after as unknown as Waiver; // made by `created("waiver", …)`, whole
    return { ...change, after: { ...change.after, requestedBy: bringer, endsAt: later(endOfDay(dayOf(endsAt, "UTC"), zone), -1) } };
  });
}
