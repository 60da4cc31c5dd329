import type { Reason } from "./judgement";
import type { Decision, Launch, LaunchState, Verdict } from "./state";
import { isLaunched } from "./moments";

/** Decision rules §7. `open`: a waiver takes a reason away, or a condition is not met yet. */
export function verdictOf(reasons: readonly Reason[], open: boolean): Verdict {
  if (reasons.length > 0) return "no-go";
  return open ? "conditional-go" : "go";
}

/** The newest decision; `null` before there is one. */
export function lastDecision(state: LaunchState): Decision | null {
  let last: Decision | null = null;
  for (const decision of Object.values(state.decision)) if (last === null || decision.at > last.at) last = decision;
  return last;
}

/**
 * Whether a decision is that of the present preparation (decision rules §9). Who goes back to preparing, or records a rollback, asks
 * anew; so does who brings back from the archive what never went live, and what is put off by hand no longer goes ahead as decided.
 */
export function standsStill({ at }: Pick<Decision, "at">, { phase, phaseAt, launchedAt }: Pick<Launch, "phase" | "phaseAt" | "launchedAt">): boolean {
  if (phase === "preparing" || phase === "rolled-back") return false;
  if (phase === "postponed") return at >= phaseAt;
  return phase !== "archived" || launchedAt !== null;
}

/** §9: at launched the verdict is kept as it was: the decision's. `null` while it is not launched, or nobody decided. */
export function keptVerdict(state: LaunchState): Verdict | null {
  const { launch } = state;
  if (!isLaunched(launch) || launch.launchedAt === null) return null;
  let kept: Decision | null = null;
  for (const decision of Object.values(state.decision)) {
    if (decision.at <= launch.launchedAt && (kept === null || decision.at > kept.at)) kept = decision;
  }
  return kept?.verdict ?? null;
}
