import Link from "next/link";
import { texts } from "@/lib/texts/texts";
import { itemAddress } from "@/lib/domain/address";
import { outcomeMark } from "@/lib/looks/state-marks";
import { relativeWords } from "@/lib/texts/time-words";
import { Mark, toneText } from "../ui/mark";
import type { LaunchSeen } from "./launch-view";
import { metricRows } from "@/lib/report/metric-rows";
import { Heading } from "./section-heading";

/** Success metrics and other thresholds against their targets; what was never measured says so. */
export function Metrics({ seen: { state, judgement, now } }: { seen: LaunchSeen }) {
  const t = texts("overview");
  const rows = metricRows(state, judgement);
  return (
    <section aria-labelledby="metrics" className="mt-11">
      <Heading id="metrics" title={t("metrics.title")} />
      {rows.length === 0 ? <p className="border-t border-line py-2.5 text-ink-2">{t("metrics.none")}</p> : (
        <ul className="grid grid-cols-2 border-t border-line lg:grid-cols-4">
          {rows.map(({ item, name, target, measured }) => {
            const look = outcomeMark[measured?.outcome ?? "never"];
            return (
              <li key={item.id} className="border-b border-line py-3 pr-5">
                <p className="text-small text-ink-2"><Link prefetch={false} className="inline-block first-letter:uppercase hover:underline" href={itemAddress(state.launch.slug, item.key)}>{name}</Link></p>
                <p className={`text-figure font-medium tracking-tight ${toneText[look.tone]}`}>{measured ? t("metrics.value", { value: measured.value, unit: measured.unit }) : "—"}</p>
                <p className="text-small text-ink-3">{target}</p>
                <p className={`text-small ${toneText[look.tone]}`}>
                  <Mark {...look} size={12} className="mr-1" />
                  {measured ? t("metrics.measured", { outcome: t(`metrics.${measured.outcome}`), when: relativeWords(measured.at, now) }) : t("metrics.never")}
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
