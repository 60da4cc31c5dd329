import type { Comparator, LaunchState, Threshold } from "./state";
import { changeOf } from "./changes";
import { type OfItem, findItem } from "./find-item";
import type { Person } from "./permissions";
import { type Outcome, allow, refuse } from "./refusal";
import { isRefusal, readText } from "./text-input";

export const comparators = ["<", "<=", ">", ">=", "="] as const satisfies readonly Comparator[];

export interface NewTarget {
  /** What is measured; `null` = as it is, else the item's own words. */
  metric: string | null;
  comparator: Comparator;
  /** In `unit`; `null` takes the target away and leaves the metric. */
  limit: number | null;
  unit: string;
}

/**
 * Sets the target of an item: business metrics come without one. A manager. The unit stays once something was measured in it, or the
 * values would mean something else.
 */
export function judgeSetTarget(state: LaunchState, actor: Person, input: OfItem & NewTarget): Outcome {
  const found = findItem(state, actor, "edit-items", input);
  if (isRefusal(found)) return found;
  const { item } = found;
  if (input.limit !== null && !Number.isFinite(input.limit)) return refuse("bad-number", { field: "limit" });
  const metric = (input.metric ?? "").trim() === "" ? { text: item.threshold?.metric ?? item.text } : readText(input.metric, "metric", 200);
  if (isRefusal(metric)) return metric;
  const unit = input.unit.trim() === "" ? { text: "" } : readText(input.unit, "unit", 40);
  if (isRefusal(unit)) return unit;
  const measured = Object.values(state.evidence).some((one) => one.itemId === item.id && one.kind === "measurement" && one.withdrawnAt === null && one.unit !== unit.text);
  if (measured) return refuse("unit-in-use", { field: "unit" });
  const threshold: Threshold = { metric: metric.text, comparator: input.comparator, limit: input.limit, unit: unit.text };
  return allow("item.target", changeOf("item", item, { threshold }));
}
