import type { Instant, Launch, LaunchState, WallTime } from "./state";
import { addWallDays, instantOf, later, weekInMilliseconds } from "./zone";

/** The moments a launch is judged by (decision rules §3, §5, §9). */
export interface Moments {
  now: Instant;
  zone: string;
  /** Go-live as a moment; `null` while there is no date. */
  goLive: Instant | null;
  launched: boolean;
  /** What time has made of things counts up to here: now, or the actual launch once there was one. */
  present: Instant;
  /** T, at which evidence and waivers must still hold: go-live, or now when it has passed or is unset. */
  target: Instant;
  /** T − 7 d, when the final week opens. */
  opening: Instant;
  /** Tells of a moment at which something changes by itself. Moments that are not in the future are ignored. */
  flipsAt(at: Instant | null): void;
  /** The first of those moments. */
  nextFlip(): Instant | null;
}

/** Whether the launch has happened and stands: its verdict is then kept as it was (§9). */
export function isLaunched(launch: Pick<Launch, "phase" | "launchedAt">): boolean {
  if (launch.launchedAt === null) return false;
  return launch.phase === "launched" || launch.phase === "closed" || launch.phase === "archived";
}

/** When the final week before a go-live opens: at the same time of day, seven days before (§5). */
export const openingOf = (goLive: WallTime, zone: string): Instant => instantOf(addWallDays(goLive, -7), zone);

/** The moments of `state` at `now`. */
export function momentsOf(state: LaunchState, now: Instant): Moments {
  const { launch } = state;
  const goLive = launch.goLive === null ? null : instantOf(launch.goLive, launch.zone);
  const launchedAt = isLaunched(launch) ? launch.launchedAt : null;
  const ahead = launchedAt === null && goLive !== null && goLive > now;
  const target = launchedAt ?? (ahead ? goLive : now);
  const opening = ahead && launch.goLive !== null
    ? openingOf(launch.goLive, launch.zone)
    : later(target, -weekInMilliseconds);
  let next: Instant | null = null;
  return {
    now, zone: launch.zone, goLive, launched: launchedAt !== null, present: launchedAt ?? now, target, opening,
    flipsAt(at) {
      if (at !== null && at > now && (next === null || at < next)) next = at;
    },
    nextFlip: () => next,
  };
}
