import { texts } from "@/lib/texts/texts";
import { calendarDayWords } from "@/lib/texts/time-words";
import { LazyTrend } from "./lazy";

export interface TrendDay { day: string; scope: number; claimed: number; verified: number }

const noon = (day: string): number => Date.parse(`${day}T12:00:00.000Z`);
const signed = (n: number): string => (n > 0 ? `+${n}` : n < 0 ? `−${-n}` : "±0");

/** The trend: said in a sentence, drawn, and given as a table. `goLive` is a day in the launch's zone. */
export function Trend({ days, goLive }: { days: readonly TrendDay[]; goLive: string | null }) {
  const t = texts("overview");
  const last = days.at(-1);
  const week = days.at(-8) ?? days[0];
  const words = { scope: t("charts.scope"), claimed: t("charts.claimed"), verified: t("charts.verified"), goLive: t("charts.goLive") };
  return (
    <figure aria-labelledby="trend">
      <figcaption className="mb-2 text-note text-ink-2">
        <h2 id="trend" className="inline text-ink">{t("charts.trend")}.</h2>{" "}
        {!last || days.length < 2 ? t("charts.trendYoung") : t("charts.trendSentence", { claimed: last.claimed, scope: last.scope, verified: last.verified, days: days.length })}{" "}
        {last && week && days.length > 1 ? t("charts.trendWeek", { claimed: signed(last.claimed - week.claimed), verified: signed(last.verified - week.verified), scope: signed(last.scope - week.scope) }) : null}
      </figcaption>
      {days.length > 1 ? <LazyTrend points={days.map((day) => ({ ...day, at: noon(day.day) }))} goLive={goLive ? noon(goLive) : null} words={words} loading={t("charts.loading")} /> : null}
      {days.length > 0 ? (
        <details className="mt-2 text-note text-ink-2">
          <summary>{t("charts.table")}</summary>
          <table className="table mt-1.5 max-w-md">
            <caption className="sr-only">{t("charts.trendCaption")}</caption>
            <thead><tr><th scope="col">{t("charts.day")}</th>{(["scope", "claimed", "verified"] as const).map((name) => <th key={name} scope="col" className="num">{t(`charts.${name}`)}</th>)}</tr></thead>
            <tbody>
              {[...days].reverse().slice(0, 60).map(({ day, scope, claimed, verified }) => (
                <tr key={day}><th scope="row">{calendarDayWords(day)}</th><td className="num">{scope}</td><td className="num">{claimed}</td><td className="num">{verified}</td></tr>
              ))}
            </tbody>
          </table>
        </details>
      ) : null}
    </figure>
  );
}
