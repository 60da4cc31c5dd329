import type { GoLiveFrom, Instant, Launch } from "./state";
import { instantOf } from "./zone";

type Dated = Pick<Launch, "goLive" | "goLiveAt" | "goLives" | "zone">;

const momentOf = ({ goLive, zone }: Pick<Dated, "goLive" | "zone">): Instant | null => (goLive === null ? null : instantOf(goLive, zone));

/** From when on go-live was set no earlier than to which moment. A launch from before this was kept tells only of its present date. */
export function goLivesOf(launch: Dated): readonly GoLiveFrom[] {
  // An event from before says nothing of it at all, so a past state rebuilt from it has not even `null`.
  if (launch.goLives) return launch.goLives;
  const goLive = momentOf(launch);
  return goLive === null || launch.goLiveAt === null ? [] : [{ at: launch.goLiveAt, goLive }];
}

/**
 * The same once go-live is set anew at `now`. An earlier date takes the place of those after it, from when on they were set, because
 * from then on it was no earlier; no date at all is the clock. So the list stays as short as the date was put off in steps.
 */
export function withGoLive(launch: Dated, next: Pick<Dated, "goLive" | "zone">, now: Instant): readonly GoLiveFrom[] {
  const goLive = momentOf(next) ?? now;
  const before = goLivesOf(launch);
  const kept = before.filter((one) => one.goLive < goLive);
  return [...kept, { at: before[kept.length]?.at ?? now, goLive }];
}

/**
 * Since when the launch has been expected at `bound` or later, without a break, or the clock has passed it; `null` if neither. What
 * holds until `bound` has been too short from then on, however often the date was moved meanwhile (decision rules §3, §4, §5).
 */
export function reachedSince(bound: Instant, launch: Dated, now: Instant): Instant | null {
  const set = goLivesOf(launch).find(({ goLive }) => goLive >= bound)?.at ?? null;
  if (bound > now) return set;
  return set === null || bound < set ? bound : set;
}
