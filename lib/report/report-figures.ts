import { outcomeMark } from "@/lib/looks/state-marks";
import { texts } from "@/lib/texts/texts";
import { momentWords } from "@/lib/texts/time-words";
import { metricRows } from "./metric-rows";
import type { Reported, TablePart } from "./report";
import { shareWords } from "./share-words";

/** Every section with both of its numbers. */
export function sectionsPart({ judgement }: Reported): TablePart {
  const t = texts("report");
  const o = texts("overview");
  return {
    kind: "table", id: "sections", title: t("sections"), caption: o("sections.caption"), empty: o("sections.none"),
    columns: [
      { key: "section", head: o("sections.section") }, { key: "bar", head: o("sections.progress"), hidden: true }, { key: "verified", head: o("numbers.verified"), num: true },
      { key: "claimed", head: o("numbers.claimed"), num: true }, { key: "way", head: o("sections.inTheWay"), num: true },
    ],
    rows: judgement.sections.map(({ id, key, title, bands, verified, claimed, inTheWay }) => ({
      key: id,
      cells: [{ text: `${key} ${title}` }, { text: "", bands }, { text: shareWords(verified, o("numbers.of")) }, { text: shareWords(claimed, o("numbers.of")) }, { text: String(inTheWay) }],
    })),
  };
}

/** Every target with what was last measured against it. */
export function metricsPart({ state, judgement }: Reported): TablePart {
  const t = texts("report");
  const o = texts("overview");
  return {
    kind: "table", id: "metrics", title: t("metrics"), caption: t("metrics"), empty: t("noMetrics"),
    columns: [{ key: "item", head: t("item") }, { key: "target", head: t("target") }, { key: "state", head: t("state") }, { key: "measured", head: t("measured"), num: true }],
    rows: metricRows(state, judgement).map(({ item, name, target, measured }) => ({
      key: item.id,
      cells: [
        // A metric is read out of an item's words, and may begin in the middle of them: "concurrent users".
        { text: name.charAt(0).toUpperCase() + name.slice(1) }, { text: target }, { text: measured ? o(`metrics.${measured.outcome}`) : o("metrics.never"), look: outcomeMark[measured?.outcome ?? "never"] },
        { text: measured ? `${o("metrics.value", { value: String(measured.value), unit: measured.unit })}, ${momentWords(measured.at, state.launch.zone)}` : "—" },
      ],
    })),
  };
}
