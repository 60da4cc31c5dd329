import { tMinus } from "@/lib/domain/zone";
import { texts } from "@/lib/texts/texts";

/** "T − 18 d", on the day itself hours and minutes; and the same to be read aloud. */
export function countdownWords(goLive: string, now: string, zone: string): { text: string; spoken: string } {
  const t = texts("overview");
  const { days, hours, minutes, passed } = tMinus(goLive, now, zone);
  const n = Math.abs(days);
  const near = hours < 24;
  const spoken = passed ? t("countdown.spokenPast", { n }) : t("countdown.spoken", { n });
  const text = passed
    ? near ? t("countdown.hoursPast", { h: hours, m: minutes }) : t("countdown.daysPast", { n })
    : near ? t("countdown.hours", { h: hours, m: minutes }) : t("countdown.days", { n });
  return { text, spoken: near ? `${spoken}: ${text.replace("−", "minus").replace("+", "plus")}` : spoken };
}
