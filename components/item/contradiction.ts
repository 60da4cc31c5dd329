import type { Evidence } from "@/lib/domain/state";
import type { Detail } from "./detail";
import type { Around } from "./proof-standing";
import { standsOf } from "./series";

/** Which results contradict each other, or the work. */
export interface Contradiction { passes: Evidence[]; fails: Evidence[] }

/** The results behind an item that is contradicted (decision rules §3); `null` when it is not. */
export function contradictionOf(detail: Pick<Detail, "item" | "evidence" | "judged">, around: Around): Contradiction | null {
  if (detail.judged.standingNow !== "contradicted") return null;
  const stands = standsOf(detail, around);
  const results = detail.evidence.filter(({ kind }) => kind === "measurement" || kind === "check");
  return { passes: results.filter((proof) => stands(proof) === "pass"), fails: results.filter((proof) => stands(proof) === "fail") };
}
