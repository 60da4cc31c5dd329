import type { Instant, Launch, Window } from "./state";
import { isLaunched } from "./moments";
import { addWallDays, dayOf, endOfDay, instantOf, later, startOfDay, weekInMilliseconds } from "./zone";

/** From (inclusive) until (exclusive); `to` null = from then on. */
export interface WindowSpan { from: Instant; to: Instant | null }

const dayInMilliseconds = 86_400_000;

/**
 * When a window is, as moments (decision rules §5): reckoned from the actual launch once there was one, before that from go-live as a
 * wall time, so that the final week opens at the same local hour across a change of the clocks. `null` for what may be true at any
 * time before launch, and while there is no date.
 */
export function windowSpan(window: Window, launch: Pick<Launch, "goLive" | "zone" | "phase" | "launchedAt">): WindowSpan | null {
  const { goLive, zone } = launch;
  const launchedAt = isLaunched(launch) ? launch.launchedAt : null;
  const at = launchedAt ?? (goLive === null ? null : instantOf(goLive, zone));
  if (at === null) return null;
  switch (window) {
    case "before": return null;
    case "final-week": return { from: launchedAt === null && goLive !== null ? instantOf(addWallDays(goLive, -7), zone) : later(at, -weekInMilliseconds), to: at };
    case "launch-day": return { from: startOfDay(dayOf(at, zone), zone), to: endOfDay(dayOf(at, zone), zone) };
    case "first-24h": return { from: at, to: later(at, dayInMilliseconds) };
    case "ongoing": return { from: at, to: null };
  }
}
