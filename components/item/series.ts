import type { Evidence } from "@/lib/domain/state";
import { isNewer, newestPerSource, outcomeOf } from "@/lib/domain/threshold";
import { fill } from "../fill";
import type { MarkLook } from "../ui/mark";
import type { Detail } from "./detail";
import { proofStanding, type Around } from "./proof-standing";
import type { ItemWords } from "./words";

/** How one measured value stands: what it says, or why it says nothing. */
export type ValueStands = "pass" | "fail" | "old" | "superseded" | "no-limit" | "withdrawn";

/** `outcome`: whether it meets the target as it is now, whether it still counts or not; `null` = it says nothing of it. */
export interface SeriesPoint { proof: Evidence; value: number; stands: ValueStands; outcome: "pass" | "fail" | null }

type Shown = Pick<Detail, "item" | "evidence">;
type Words = Pick<ItemWords["item"]["measure"], "stands" | "notCounted">;

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
  return measured.flatMap((proof) => (proof.value === null ? [] : [{ proof, value: proof.value, stands: stands(proof), outcome: outcomeOf(detail.item.threshold, proof) }]))
    .sort((a, b) => (isNewer(a.proof, b.proof) ? -1 : 1));
}

const looks: Record<ValueStands, MarkLook> = {
  pass: { shape: "check", tone: "go" }, fail: { shape: "cross", tone: "stop" }, old: { shape: "clock", tone: "warn" },
  superseded: { shape: "dot", tone: "mute" }, "no-limit": { shape: "dot", tone: "mute" }, withdrawn: { shape: "dash", tone: "mute" },
};

/** A value's mark and words. One that was superseded, or is too old, says calmly on which side of the target it is; one withdrawn says nothing. */
export function valueSays({ stands, outcome }: Pick<SeriesPoint, "stands" | "outcome">, words: Words): MarkLook & { said: string } {
  if (outcome === null || (stands !== "superseded" && stands !== "old")) return { ...looks[stands], said: words.stands[stands] };
  const look = stands === "superseded" ? { shape: looks[outcome].shape, tone: looks.superseded.tone } : looks.old;
  return { ...look, said: fill(words.notCounted, { outcome: words.stands[outcome], why: words.stands[stands] }) };
}
