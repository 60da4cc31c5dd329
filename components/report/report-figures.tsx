import { texts } from "@/lib/texts/texts";
import { BandsBar } from "../marks/bands-bar";
import type { LaunchSeen } from "../overview/launch-view";
import { metricRows } from "../overview/metric-rows";
import { outcomeMark } from "../overview/metrics";
import { momentWords } from "../ui/format-time";
import { MarkedWord } from "../ui/mark";
import { shareWords } from "../ui/share-number";
import { Part } from "./part";
import { ReportTable } from "./report-table";

/** Every section with both of its numbers. */
export function ReportSections({ seen: { judgement } }: { seen: LaunchSeen }) {
  const t = texts("report");
  const o = texts("overview");
  return (
    <Part id="report-sections" title={t("sections")}>
      <ReportTable
        caption={o("sections.caption")} empty={o("sections.none")}
        columns={[{ key: "section", head: o("sections.section") }, { key: "bar", head: o("sections.progress"), hidden: true }, { key: "verified", head: o("numbers.verified"), num: true }, { key: "claimed", head: o("numbers.claimed"), num: true }, { key: "way", head: o("sections.inTheWay"), num: true }]}
        rows={judgement.sections.map(({ id, key, title, bands, verified, claimed, inTheWay }) => ({
          key: id,
          cells: [`${key} ${title}`, <BandsBar key="bar" thin className="w-32 print:w-24" counts={bands} label={null} />, shareWords(verified, o("numbers.of")), shareWords(claimed, o("numbers.of")), String(inTheWay)],
        }))}
      />
    </Part>
  );
}

/** Every target with what was last measured against it. */
export function ReportMetrics({ seen: { state, judgement } }: { seen: LaunchSeen }) {
  const t = texts("report");
  const o = texts("overview");
  return (
    <Part id="report-metrics" title={t("metrics")}>
      <ReportTable
        caption={t("metrics")} empty={t("noMetrics")}
        columns={[{ key: "item", head: t("item") }, { key: "target", head: t("target") }, { key: "state", head: t("state") }, { key: "measured", head: t("measured"), num: true }]}
        rows={metricRows(state, judgement).map(({ item, name, target, measured }) => ({
          key: item.id,
          cells: [
            name, target,
            <MarkedWord key="state" {...outcomeMark[measured?.outcome ?? "never"]}>{measured ? o(`metrics.${measured.outcome}`) : o("metrics.never")}</MarkedWord>,
            measured ? `${o("metrics.value", { value: String(measured.value), unit: measured.unit })}, ${momentWords(measured.at, state.launch.zone)}` : "—",
          ],
        }))}
      />
    </Part>
  );
}
