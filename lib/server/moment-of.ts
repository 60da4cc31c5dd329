import type { Instant } from "@/lib/domain/state";
import { endOfDay, instantOf, isDay, isInstant, isWallTime, later, startOfDay } from "@/lib/domain/zone";

/**
 * A moment as people give it: a day (its first or last millisecond), a wall time, both read in the launch's zone, or an instant.
 * `null` for what is none of them.
 */
export function momentOf(text: string, zone: string, side: "start" | "end"): Instant | null {
  if (isDay(text)) return side === "start" ? startOfDay(text, zone) : later(endOfDay(text, zone), -1);
  if (isWallTime(text)) return instantOf(text, zone);
  const parsed = /^\d{4}-\d{2}-\d{2}T.+(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
  const instant = Number.isNaN(parsed) ? "" : new Date(parsed).toISOString();
  return isInstant(instant) ? instant : null;
}
