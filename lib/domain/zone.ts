import type { Day, Instant, WallTime } from "./state";

/**
 * Wall time and moments in an IANA zone. Days and wall times are what people mean; instants are what is compared.
 * Offsets come from the platform's own zone tables through Intl and are remembered, because asking costs microseconds.
 */
const minute = 60_000;
const day = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();
const dayStarts = new Map<string, Map<Day, Instant>>();
/** A zone's remembered days are thrown away above this number, so that no input can make them grow for ever. */
const rememberedDays = 20_000;

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone, calendar: "iso8601", numberingSystem: "latn", hourCycle: "h23",
      year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit",
    });
    formats.set(zone, format);
  }
  return format;
}

/** Milliseconds that wall clocks in `zone` are ahead of UTC at `at` (milliseconds since 1970). */
function offsetAt(at: number, zone: string): number {
  if (zone === "UTC") return 0;
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(at)) part[type] = Number(value);
  const wall = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day ?? 1, part.hour ?? 0, part.minute ?? 0, part.second ?? 0);
  return wall - Math.floor(at / 1000) * 1000;
}

/** Whether the platform knows `zone` as an IANA zone name. */
export function isZone(zone: string): boolean {
  try {
    formatOf(zone);
    return /^[A-Za-z]/.test(zone);
  } catch {
    return false;
  }
}

/** Whether `text` is `YYYY-MM-DD` and exists in the calendar (years 1000 to 9999). */
export function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/** Whether `text` is `YYYY-MM-DDTHH:mm` on a day that exists. A time inside a daylight-saving gap is a wall time too. */
export function isWallTime(text: string): boolean {
  return /^.{10}T([01]\d|2[0-3]):[0-5]\d$/.test(text) && isDay(text.slice(0, 10));
}

/** Whether `text` is an instant exactly as `toISOString` writes it. */
export function isInstant(text: string): boolean {
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString() === text;
}

/**
 * The moment of a wall time in `zone`. A time that happens twice (clocks set back) is the first of the two; a time that
 * never happens (clocks set forward) is moved on by the length of the gap: 02:30 in a gap from 02:00 to 03:00 is 03:30.
 */
export function instantOf(wall: WallTime, zone: string): Instant {
  const asUtc = Date.parse(`${wall}:00.000Z`);
  const before = offsetAt(asUtc - day, zone);
  const after = offsetAt(asUtc + day, zone);
  const first = asUtc - Math.max(before, after);
  const second = asUtc - Math.min(before, after);
  for (const candidate of [first, second]) {
    if (candidate + offsetAt(candidate, zone) === asUtc) return new Date(candidate).toISOString();
  }
  return new Date(asUtc - before).toISOString();
}

/** What a wall clock in `zone` shows at `at`, to the minute. */
export function wallOf(at: Instant, zone: string): WallTime {
  const moment = Date.parse(at);
  return new Date(moment + offsetAt(moment, zone)).toISOString().slice(0, 16);
}

/** The day `days` later (or earlier, if negative) in the calendar. */
export function addDays(from: Day, days: number): Day {
  return new Date(Date.parse(`${from}T00:00:00.000Z`) + days * day).toISOString().slice(0, 10);
}

/** The first moment of a day in `zone` (not always midnight: some zones set their clocks forward at 00:00). */
export function startOfDay(of: Day, zone: string): Instant {
  if (zone === "UTC") return `${of}T00:00:00.000Z`;
  let starts = dayStarts.get(zone);
  if (starts === undefined || starts.size > rememberedDays) dayStarts.set(zone, (starts = new Map()));
  let start = starts.get(of);
  if (start === undefined) starts.set(of, (start = instantOf(`${of}T00:00`, zone)));
  return start;
}

/** The first moment after a day in `zone`: what holds "through" the day holds before this. */
export function endOfDay(of: Day, zone: string): Instant {
  return startOfDay(addDays(of, 1), zone);
}

/** The calendar day that a moment falls on in `zone`. */
export function dayOf(at: Instant, zone: string): Day {
  let found = at.slice(0, 10);
  while (at < startOfDay(found, zone)) found = addDays(found, -1);
  for (let next = addDays(found, 1); at >= startOfDay(next, zone); next = addDays(next, 1)) found = next;
  return found;
}

/** The same wall time `days` later (or earlier): daylight saving keeps the local time (decision rules §5). */
export function addWallDays(wall: WallTime, days: number): WallTime {
  return `${addDays(wall.slice(0, 10), days)}${wall.slice(10)}`;
}

export const weekInMilliseconds = 7 * day;

/** The moment so many milliseconds after `at` (before it, if negative). */
export function later(at: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(at) + milliseconds).toISOString();
}

export interface TMinus {
  /** Calendar days in the launch's zone from today to go-live; negative once it has passed. */
  days: number;
  /** Whole hours until go-live, or since it when `passed`. */
  hours: number;
  /** Whole minutes beyond `hours`, 0 to 59. */
  minutes: number;
  passed: boolean;
}

/** The countdown to `goLive` as people count it: days by the calendar, hours and minutes by the clock. */
export function tMinus(goLive: Instant, now: Instant, zone: string): TMinus {
  const left = Date.parse(goLive) - Date.parse(now);
  const whole = Math.floor(Math.abs(left) / minute);
  const days = (Date.parse(dayOf(goLive, zone)) - Date.parse(dayOf(now, zone))) / day;
  return { days, hours: Math.floor(whole / 60), minutes: whole % 60, passed: left <= 0 };
}
