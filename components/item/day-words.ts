import type { Day } from "@/lib/domain/state";
import { calendarDayWords, shortDayWords } from "@/lib/texts/time-words";

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** "27 Nov", with its year when it is another one than today's. */
export function dayIn(day: Day, today: Day): string {
  return day.slice(0, 4) === today.slice(0, 4) ? shortDayWords(`${day}T12:00:00.000Z`, "UTC") : calendarDayWords(day);
}
