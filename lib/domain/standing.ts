import type { JudgedItem, Standing } from "./judgement";
import type { Evidence, Instant, Item, LaunchState, Threshold } from "./state";
import { daysOfCadence } from "./cadence";
import type { Survey } from "./survey";
import { isNewer, newestPerSource, outcomeOf } from "./threshold";
import { addDays, dayOf, endOfDay } from "./zone";

/** An item's proof at the two moments that matter (decision rules §3). */
export interface Proof {
  now: Standing;
  atTarget: Standing;
  measured: JudgedItem["measured"];
  /** The newest moment at which a proof that does not fail was true. */
  newestTrueAt: Instant | null;
  /** When the last of what is valid stops being so; `null` = never, or nothing is valid. */
  until: Instant | null;
  /** When the newest proof was added. */
  addedAt: Instant | null;
}

export const noProof: Proof = { now: "none", atTarget: "none", measured: null, newestTrueAt: null, until: null, addedAt: null };

const hasLimit = ({ threshold }: Item): boolean => threshold !== null && threshold.limit !== null;

/** §3: the item's own word (against its history only with a reason), else its history, else the section's, else what its text demands, else the launch's. */
export function proofRequired(item: Item, state: LaunchState): boolean {
  // That none is needed, said without a reason before there was any, does not outlive the first proof.
  if (item.proof !== null && (item.proof === "required" || item.proofReason !== null || !item.hadProof)) return item.proof === "required";
  if (item.hadProof) return true;
  const section = state.section[item.sectionId]?.proof ?? null;
  if (section !== null) return section === "required";
  if (item.cadence !== null || hasLimit(item)) return true;
  return state.launch.proof === "required";
}

/** Days an item's proof lasts: its own, else its words', else the section's, else the launch's; `null` = does not expire. */
export function validDays(item: Item, state: LaunchState): number | null {
  return item.validDays ?? daysOfCadence(item.cadence) ?? state.section[item.sectionId]?.validDays ?? state.launch.validDays;
}

/** The first moment at which a proof is no longer valid: after its true-at day + N days, in the launch's zone. */
export function expiryOf(evidence: Evidence, days: number | null, zone: string): Instant | null {
  const lasts = evidence.validDays ?? days;
  return lasts === null ? null : endOfDay(addDays(dayOf(evidence.trueAt, zone), lasts), zone);
}

function measuredOf(threshold: Threshold | null, newest: Evidence | null, expiry: Instant | null, present: Instant): JudgedItem["measured"] {
  if (newest === null || newest.value === null) return null;
  const known = expiry === null || expiry > present;
  const outcome = known ? (outcomeOf(threshold, newest) ?? "unknown") : "unknown";
  return { value: newest.value, unit: newest.unit ?? threshold?.unit ?? "", at: newest.trueAt, outcome };
}

/** Judges what an item has as proof. `done`: its work is, so that a failing result contradicts it. */
export function judgeProof(item: Item, done: boolean, s: Survey): Proof {
  const evidence = s.proof.get(item.id);
  if (evidence === undefined) return noProof;
  const days = validDays(item, s.state);
  const result: Proof = { ...noProof };
  let passes = false, fails = false, some = false, validNow = false, validAtTarget = false, lastsForEver = false;
  let newest: Evidence | null = null;
  const series = new Set(newestPerSource(evidence));
  for (const one of evidence) {
    const inSeries = one.kind === "measurement" || one.kind === "check";
    if (inSeries && !series.has(one)) continue;
    const expiry = expiryOf(one, days, s.zone);
    s.flipsAt(expiry);
    const holdsNow = expiry === null || expiry > s.present;
    const outcome = inSeries ? outcomeOf(item.threshold, one) : "pass";
    if (inSeries && holdsNow) {
      passes ||= outcome === "pass";
      fails ||= outcome === "fail";
    }
    if (one.kind === "measurement" && (newest === null || isNewer(one, newest))) newest = one;
    if (result.addedAt === null || one.addedAt > result.addedAt) result.addedAt = one.addedAt;
    // What says nothing of the target proves nothing: a check without a result, a value in another unit than the limit's.
    if (outcome === "fail" || (outcome === null && (one.kind === "check" || hasLimit(item)))) continue;
    some = true;
    if (result.newestTrueAt === null || one.trueAt > result.newestTrueAt) result.newestTrueAt = one.trueAt;
    if (expiry === null) lastsForEver = true;
    else if (result.until === null || expiry > result.until) result.until = expiry;
    validNow ||= holdsNow;
    validAtTarget ||= expiry === null || expiry > s.target;
  }
  if (lastsForEver) result.until = null;
  const standing = (valid: boolean): Standing =>
    fails && (passes || done) ? "contradicted" : valid ? "valid" : some ? "stale" : "none";
  result.now = standing(validNow);
  result.atTarget = standing(validAtTarget);
  result.measured = measuredOf(item.threshold, newest, newest === null ? null : expiryOf(newest, days, s.zone), s.present);
  return result;
}
