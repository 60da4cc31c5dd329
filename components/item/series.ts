import type { Evidence } from "@/lib/domain/state";
import { newestPerSource, outcomeOf } from "@/lib/domain/threshold";
import type { Detail } from "./detail";
import { proofStanding, type Around } from "./proof-standing";

/** How one measured value stands: what it says, or why it says nothing. */
export type ValueStands = "pass" | "fail" | "old" | "superseded" | "no-limit" | "withdrawn";

export interface SeriesPoint { proof: Evidence; value: number; stands: ValueStands }

/** Measured values against the target, newest first: of each source only the newest counts (decision rules §3). */
export function seriesOf(detail: Pick<Detail, "item" | "evidence">, around: Around): SeriesPoint[] {
  const measured = detail.evidence.filter(({ kind }) => kind === "measurement");
  const newest = new Set(newestPerSource(measured.filter(({ withdrawnAt }) => withdrawnAt === null)));
  const standsOf = (proof: Evidence): ValueStands => {
    if (proof.withdrawnAt !== null) return "withdrawn";
    if (!newest.has(proof)) return "superseded";
    if (proofStanding(proof, detail.item, around).standing === "stale") return "old";
    return outcomeOf(detail.item.threshold, proof) ?? "no-limit";
  };
  return measured.flatMap((proof) => (proof.value === null ? [] : [{ proof, value: proof.value, stands: standsOf(proof) }]))
    .sort((a, b) => (a.proof.trueAt < b.proof.trueAt ? 1 : a.proof.trueAt > b.proof.trueAt ? -1 : a.proof.addedAt < b.proof.addedAt ? 1 : -1));
}
