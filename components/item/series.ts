import type { Evidence } from "@/lib/domain/state";
import { isNewer, newestPerSource, outcomeOf } from "@/lib/domain/threshold";
import type { Detail } from "./detail";
import { proofStanding, type Around } from "./proof-standing";

/** How one measured value stands: what it says, or why it says nothing. */
export type ValueStands = "pass" | "fail" | "old" | "superseded" | "no-limit" | "withdrawn";

export interface SeriesPoint { proof: Evidence; value: number; stands: ValueStands }

type Shown = Pick<Detail, "item" | "evidence">;

/** How each measurement and check stands: of each source only the newest counts (decision rules §3). */
export function standsOf({ item, evidence }: Shown, around: Around): (proof: Evidence) => ValueStands {
  const newest = new Set(newestPerSource(evidence.filter(({ withdrawnAt }) => withdrawnAt === null)));
  return (proof) => {
    if (proof.withdrawnAt !== null) return "withdrawn";
    if (!newest.has(proof)) return "superseded";
    if (proofStanding(proof, item, around).standing === "stale") return "old";
    return outcomeOf(item.threshold, proof) ?? "no-limit";
  };
}

/** Measured values against the target, newest first. */
export function seriesOf(detail: Shown, around: Around): SeriesPoint[] {
  const measured = detail.evidence.filter(({ kind }) => kind === "measurement");
  const stands = standsOf(detail, around);
  return measured.flatMap((proof) => (proof.value === null ? [] : [{ proof, value: proof.value, stands: stands(proof) }]))
    .sort((a, b) => (isNewer(a.proof, b.proof) ? -1 : 1));
}
