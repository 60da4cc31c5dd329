import type { Change, Day, Instant, LaunchState } from "./state";
import { applyChanges, emptyState } from "./changes";
import { judgeItems } from "./items";
import { countItems } from "./numbers";
import { survey } from "./survey";
import { addDays, dayOf, endOfDay } from "./zone";

/** One day of the trend, as it stood at the day's end (today: now). */
export interface TrendDay {
  day: Day;
  /** m: how many items count. The scope line. */
  scope: number;
  claimed: number;
  verified: number;
}

/** Longest trend, in days: two years and a bit. Older days are left out, not thinned. */
export const longestTrend = 800;

/** A day's numbers and the moment at which they change by themselves. */
function dayAt(state: LaunchState, day: Day, at: Instant): { day: TrendDay; until: Instant | null } {
  const s = survey(state, at);
  const { numbers } = countItems(judgeItems(s), s.sections, s.children);
  return { day: { day, scope: numbers.claimed.of, claimed: numbers.claimed.done, verified: numbers.verified.done }, until: s.nextFlip() };
}

/** The last moment of a day. */
const lastOf = (day: Day, zone: string) => new Date(Date.parse(endOfDay(day, zone)) - 1).toISOString();

/**
 * Scope, claimed and verified day by day, by replaying events (with their texts, oldest first) up to `now`. Judged once per day that
 * had events; a day without any is judged again only while something may change by itself (a proof or a waiver that ends).
 * Days are read in the zone that the launch has at the end.
 */
export function trendOf(events: readonly { seq: number; at: Instant; changes: readonly Change[] }[], now: Instant): TrendDay[] {
  const past = events.filter((event) => event.at <= now);
  const first = past[0];
  if (first === undefined) return [];
  const zone = zoneOf(past);
  const today = dayOf(now, zone);
  const oldest = addDays(today, 1 - longestTrend);
  let state = emptyState;
  let known: { day: TrendDay; until: Instant | null } | null = null;
  let next = 0;
  const days: TrendDay[] = [];
  for (let day = dayOf(first.at, zone); day <= today; day = addDays(day, 1)) {
    const end = day === today ? now : lastOf(day, zone);
    let moved = false;
    for (let event = past[next]; event !== undefined && event.at <= end; event = past[++next]) {
      state = applyChanges(state, event.changes, event.seq);
      moved = true;
    }
    if (day < oldest) continue;
    if (known === null || moved || (known.until !== null && known.until <= end)) known = dayAt(state, day, end);
    days.push({ ...known.day, day });
  }
  return days;
}

function zoneOf(events: readonly { changes: readonly Change[] }[]): string {
  let zone = emptyState.launch.zone;
  for (const { changes } of events) {
    for (const { entity, after } of changes) if (entity === "launch" && typeof after?.zone === "string") zone = after.zone;
  }
  return zone;
}
