import type { Evidence, Threshold } from "./state";

/** Decision rules §3: whether a value meets a target; a strict limit is failed by equality. `null` without a target. */
export function meets(threshold: Threshold, value: number): boolean | null {
  const { comparator, limit } = threshold;
  if (limit === null) return null;
  switch (comparator) {
    case "<": return value < limit;
    case "<=": return value <= limit;
    case ">": return value > limit;
    case ">=": return value >= limit;
    case "=": return value === limit;
  }
}

/** What a measurement or check says of an item with this threshold: its own outcome, unless the value decides. */
export function outcomeOf(threshold: Threshold | null, evidence: Evidence): "pass" | "fail" | null {
  if (evidence.kind === "measurement" && threshold !== null && evidence.value !== null) {
    if (evidence.unit !== null && evidence.unit !== threshold.unit) return evidence.outcome;
    const met = meets(threshold, evidence.value);
    if (met !== null) return met ? "pass" : "fail";
  }
  return evidence.outcome;
}

/** Newest of each source, which supersedes the source's older ones (§3). Sources of measurements and of checks are apart. */
export function newestPerSource(evidence: readonly Evidence[]): Evidence[] {
  const newest = new Map<string, Evidence>();
  for (const one of evidence) {
    if (one.kind !== "measurement" && one.kind !== "check") continue;
    const key = `${one.kind} ${one.source ?? ""}`;
    const known = newest.get(key);
    if (known === undefined || isNewer(one, known)) newest.set(key, one);
  }
  return [...newest.values()];
}

/** By the moment at which it was true, then when it was added, then its id, so that two servers agree. */
export function isNewer(a: Evidence, b: Evidence): boolean {
  if (a.trueAt !== b.trueAt) return a.trueAt > b.trueAt;
  if (a.addedAt !== b.addedAt) return a.addedAt > b.addedAt;
  return a.id > b.id;
}

/**
 * What the series say of an item whatever the time: `mixed` when sources disagree, `null` when there is none. This is the part
 * that a signature is bound to (§8): a value on the same side of the limit changes nothing.
 */
export function timelessOutcome(threshold: Threshold | null, evidence: readonly Evidence[]): "pass" | "fail" | "mixed" | null {
  let found: "pass" | "fail" | "mixed" | null = null;
  for (const one of newestPerSource(evidence)) {
    const outcome = outcomeOf(threshold, one);
    if (outcome !== null) found = found === null || found === outcome ? outcome : "mixed";
  }
  return found;
}
