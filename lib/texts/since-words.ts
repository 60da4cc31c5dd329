import { texts } from "./texts";
import { dayWords } from "./time-words";

/** How long something has held at `now`: in whole days, and within the first one by the calendar day on which it began in the zone. */
export function sinceWords(since: string, now: string, zone: string): string {
  const t = texts("overview");
  const days = Math.floor((Date.parse(now) - Date.parse(since)) / 86_400_000);
  if (days > 0) return t("reasons.days", { n: days });
  // On launch night what began before midnight did not begin today.
  return t(since < now && dayWords(since, zone) !== dayWords(now, zone) ? "reasons.yesterday" : "reasons.today");
}
