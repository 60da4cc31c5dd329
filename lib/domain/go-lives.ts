import type { GoLiveFrom, Instant, Launch } from "./state";
import { openingOf } from "./moments";
import { instantOf, later, wallOf, weekInMilliseconds } from "./zone";

type Dated = Pick<Launch, "goLive" | "goLiveAt" | "goLives" | "zone">;

const momentOf = ({ goLive, zone }: Pick<Dated, "goLive" | "zone">): Instant | null => (goLive === null ? null : instantOf(goLive, zone));

/** What go-live was set to, from when on. A launch from before this was kept tells only of its present date. */
export function goLivesOf(launch: Dated): readonly GoLiveFrom[] {
  // An event from before says nothing of it at all, so a past state rebuilt from it has not even `null`.
  if (launch.goLives) return launch.goLives;
  return launch.goLiveAt === null ? [] : [{ at: launch.goLiveAt, goLive: momentOf(launch) }];
}

/** Every change of the date carries those before it, so no more than these are kept. */
const mostKept = 100;

/** The same once go-live is set anew at `now`. */
export function withGoLive(launch: Dated, next: Pick<Dated, "goLive" | "zone">, now: Instant): readonly GoLiveFrom[] {
  return [...goLivesOf(launch), { at: now, goLive: momentOf(next) }].slice(-mostKept);
}

/** Since when, without a break until `end`, the date in force was one that is far enough or the clock had passed `bound`; `null` if neither. */
function heldUntil(bound: Instant, dates: readonly GoLiveFrom[], isFar: (goLive: Instant) => boolean, end: Instant): Instant | null {
  let since = bound <= end ? bound : null;
  for (let index = dates.length - 1; index >= 0; index -= 1) {
    const date = dates[index];
    if (date === undefined || (since === null ? date.at > end : date.at >= since)) continue;
    if (date.goLive === null || !isFar(date.goLive)) break;
    since = date.at;
  }
  return since;
}

/**
 * Since when, without a break until `end`, the launch was expected at `bound` or later; `null` if it was not. What holds until `bound`
 * has been too short from then on, however often the date was moved meanwhile (decision rules §3, §4).
 */
export const reachedSince = (bound: Instant, launch: Dated, end: Instant): Instant | null =>
  heldUntil(bound, goLivesOf(launch), (goLive) => goLive >= bound, end);

/** The dates as they stand to the final week: when it was to open, from when on. */
export const openingsOf = (launch: Dated): readonly GoLiveFrom[] =>
  goLivesOf(launch).map(({ at, goLive }) => ({ at, goLive: goLive === null ? null : openingOf(wallOf(goLive, launch.zone), launch.zone) }));

/** Since when, until `end`, the final week opened after `tick`: by the date in the launch's zone, by the clock a week after it (§5). */
export const opensAfter = (tick: Instant, openings: readonly GoLiveFrom[], end: Instant): Instant | null =>
  heldUntil(later(tick, weekInMilliseconds), openings, (opening) => opening > tick, end);
