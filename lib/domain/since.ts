import type { Instant } from "./state";
import type { Verdicted } from "./items";
import type { Survey } from "./survey";
import { lastEnd } from "./waivers";
import { later, weekInMilliseconds } from "./zone";

/** The latest of some moments; those that never were are left out. `floor` if none was. */
export function latest(floor: Instant, ...moments: readonly (Instant | null | undefined)[]): Instant {
  let found = floor;
  for (const moment of moments) if (moment !== null && moment !== undefined && moment > found) found = moment;
  return found;
}

/**
 * When an item's reason began to hold, from the moments its rows carry (decision rules §6). Never later than now, never before the
 * item began to count, and after a waiver ran out not before its end.
 */
export function sinceOf({ item, judged, proof }: Verdicted, s: Survey): Instant {
  const waivers = s.waivers.get(item.id);
  const counts = latest(item.createdAt, item.requiredAt, item.applicability === "applies" ? item.applicabilityAt : null,
    judged.waiver?.state === "active" ? null : lastEnd(waivers, s.present));
  const since = kindSince(counts);
  return since > s.now ? s.now : since;

  function kindSince(from: Instant): Instant {
    switch (judged.reason) {
      case "blocked": return latest(from, item.workAt);
      case "undecided": return latest(from, item.applicabilityAt);
      case "contradicted": return latest(from, proof.addedAt, item.work === "done" ? item.workAt : null);
      case "open":
        if (judged.timing !== "too-early") return latest(from, item.workAt);
        // Without a date the window moves with the clock, so the tick fell out of it a week after it was made.
        return s.target === s.now && item.workAt !== null
          ? latest(from, later(latest(item.workAt, proof.newestTrueAt), weekInMilliseconds)) : latest(from, item.workAt, s.state.launch.goLiveAt);
      case "proof-stale":
        return proof.until !== null && proof.until <= s.now
          ? latest(from, item.workAt, proof.until, s.withdrawnAt.get(item.id))
          : latest(from, item.workAt, proof.addedAt, s.withdrawnAt.get(item.id), s.state.launch.goLiveAt);
      case "proof-missing": return latest(from, item.workAt, s.withdrawnAt.get(item.id));
      case "waiver-too-short":
        return latest(from, judged.waiver === null ? null : s.state.waiver[judged.waiver.id]?.decidedAt, s.state.launch.goLiveAt);
      default: return from;
    }
  }
}
