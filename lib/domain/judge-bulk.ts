import type { Change, Instant, LaunchState } from "./state";
import type { OfItem } from "./find-item";
import { type NewEvidence, judgeAddEvidence } from "./judge-evidence";
import { judgeSetRequired } from "./judge-required";
import type { Person } from "./permissions";
import { type Outcome, allow, refuse } from "./refusal";

/** The most rows that one paste or one selection may have. */
export const mostAtOnce = 500;

/** Makes several items advisory or required at once, for one reason (decision rules §2): all of them or none. */
export function judgeSetRequiredMany(state: LaunchState, actor: Person, input: { items: readonly OfItem[]; required: boolean; reason: string | null }, now: Instant): Outcome {
  const { items, required, reason } = input;
  if (items.length === 0 || items.length > mostAtOnce) return refuse("bad-input", { field: "items", limit: mostAtOnce });
  const changes: Change[] = [];
  for (const [index, one] of items.entries()) {
    if (items.findIndex(({ itemId }) => itemId === one.itemId) !== index) continue;
    const outcome = judgeSetRequired(state, actor, { ...one, required, reason }, now);
    if (!outcome.allowed) return { ...outcome, field: outcome.field ?? `items.${index}` };
    changes.push(...outcome.changes);
  }
  return allow("item.required", ...changes);
}

export interface NewMeasurement { value: number; unit: string | null; source: string | null; trueAt: Instant | null }

/**
 * Adds measured values to an item, several when pasted: all of them or none. Of values of one moment the last is the newest. A refusal's `field` names the row, from 0:
 * `values.3.unit`.
 */
export function judgeAddMeasurements(state: LaunchState, actor: Person, input: { itemId: string; title: string | null; validDays: number | null; values: readonly NewMeasurement[] }, now: Instant, newId: () => string): Outcome {
  const { itemId, title, validDays, values } = input;
  if (values.length === 0) return refuse("value-needed", { field: "values" });
  if (values.length > mostAtOnce) return refuse("bad-input", { field: "values", limit: mostAtOnce });
  const changes: Change[] = [];
  // Ids are what decides at last which of two values is newer: of values of one moment, the one further down has to be.
  const ids = values.map(() => newId()).sort();
  for (const [index, value] of values.entries()) {
    const wanted: NewEvidence = { itemId, kind: "measurement", title, url: null, fileHash: null, outcome: null, validDays, ...value };
    const outcome = judgeAddEvidence(state, actor, wanted, now, () => ids[index] ?? newId());
    if (!outcome.allowed) return { ...outcome, ...(outcome.field === undefined ? {} : { field: `values.${index}.${outcome.field}` }) };
    // That the item had proof is said once, by the first.
    changes.push(...outcome.changes.filter(({ entity }) => index === 0 || entity === "evidence"));
  }
  return allow("evidence.added", ...changes);
}
