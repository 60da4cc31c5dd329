/** Dates as people read them. Always in the launch's zone, whose name stands beside every clock time. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(key: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${key} ${zone}`;
  let found = formats.get(name);
  if (!found) formats.set(name, (found = new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options })));
  return found;
}

/** "Mon 14 Dec 2026, 09:00 CET" */
export function momentWords(at: string, zone: string): string {
  const parts = format("moment", zone, {
    weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZoneName: "short",
  }).formatToParts(new Date(at));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((found) => found.type === type)?.value ?? "";
  return `${part("weekday")} ${part("day")} ${part("month")} ${part("year")}, ${part("hour")}:${part("minute")} ${part("timeZoneName")}`;
}

/** "14 Dec 2026" of a moment in a zone. */
export function dayWords(at: string, zone: string): string {
  return format("day", zone, { day: "numeric", month: "short", year: "numeric" }).format(new Date(at));
}

/** "14 Dec 2026" of a calendar day `YYYY-MM-DD`, which has no zone. */
export function calendarDayWords(day: string): string {
  return dayWords(`${day}T12:00:00.000Z`, "UTC");
}

/** "14 Dec, 09:00" where year and zone are clear. */
export function shortMomentWords(at: string, zone: string): string {
  return format("short moment", zone, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" }).format(new Date(at));
}

/** "14 Dec" where the year is clear. */
export function shortDayWords(at: string, zone: string): string {
  return format("short", zone, { day: "numeric", month: "short" }).format(new Date(at));
}

// "always": a span of 30 hours is "1 day ago", and may well not be what the calendar calls yesterday.
const relative = new Intl.RelativeTimeFormat("en", { numeric: "always" });
const steps: [Intl.RelativeTimeFormatUnit, number][] = [["day", 86_400], ["hour", 3_600], ["minute", 60]];

/** "3 days ago", "in 2 hours", "just now": how far `at` is from `now`. */
export function relativeWords(at: string, now: string): string {
  const seconds = Math.round((Date.parse(at) - Date.parse(now)) / 1000);
  for (const [unit, length] of steps) {
    if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit);
  }
  return "just now";
}
