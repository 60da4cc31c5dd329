import type { JudgedItem, Judgement } from "@/lib/domain/judgement";
import type { Comparator, Item, LaunchState } from "@/lib/domain/state";
import { texts } from "@/lib/texts/texts";

export interface MetricRow {
  item: Item;
  name: string;
  /** "target < 200 ms", or that there is none yet. */
  target: string;
  measured: JudgedItem["measured"];
}

const comparators = { "<": "lt", "<=": "le", ">": "gt", ">=": "ge", "=": "eq" } as const satisfies Record<Comparator, string>;

/** Everything with a target, and the success metrics that have none yet; what is watched after the launch comes first. */
export function metricRows(state: LaunchState, { metrics, items }: Judgement): MetricRow[] {
  const t = texts("overview");
  const withTarget = new Map(metrics.map((metric) => [metric.itemId, metric]));
  return Object.values(state.item)
    .filter((item) => item.retiredAt === null && items[item.id]?.applicability !== "not-applicable" && (withTarget.has(item.id) || item.window === "ongoing"))
    .sort((a, b) => Number(b.window === "ongoing") - Number(a.window === "ongoing") || a.position - b.position)
    .map((item) => {
      const metric = withTarget.get(item.id);
      const limit = metric?.threshold.limit ?? null;
      return {
        item,
        name: metric?.threshold.metric ?? item.text,
        target: metric && limit !== null ? t("metrics.target", { comparator: t(`metrics.comparator.${comparators[metric.threshold.comparator]}`), limit: String(limit), unit: metric.threshold.unit }) : t("metrics.noTarget"),
        measured: metric?.measured ?? null,
      };
    });
}
