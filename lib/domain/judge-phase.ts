import type { Instant, Launch, LaunchState, Phase } from "./state";
import { changeOf } from "./changes";
import { type Person, may } from "./permissions";
import { openPoll } from "./poll";
import { type Outcome, allow, refuse } from "./refusal";
import { lastDecision } from "./verdict";
import { isInstant } from "./zone";

/** Which phases follow which by hand; a decision moves a launch to `decided` or `postponed` (decision rules §9). */
const next: Readonly<Record<Exclude<Phase, "archived">, readonly Phase[]>> = {
  preparing: ["postponed", "archived"],
  decided: ["launched", "preparing", "postponed", "archived"],
  postponed: ["preparing", "archived"],
  launched: ["closed", "rolled-back"],
  "rolled-back": ["preparing", "archived"],
  closed: ["archived"],
};

/**
 * Which phases a manager may move a launch to by hand. Archiving is no decision but a putting away, and may be a slip: the launch comes
 * back closed if it was launched, else to be prepared, where a decision that still holds is made again with one look.
 */
export function nextPhases({ phase, launchedAt }: Pick<Launch, "phase" | "launchedAt">): readonly Phase[] {
  if (phase === "archived") return launchedAt === null ? ["preparing"] : ["closed"];
  return next[phase];
}

function patchOf(launch: Launch, to: Phase, at: Instant, now: Instant): Partial<Launch> {
  if (to === "launched") return { phase: to, phaseAt: now, launchedAt: at };
  // A launch that was rolled back has not happened: it is judged anew.
  return launch.phase === "launched" && to === "rolled-back" ? { phase: to, phaseAt: now, launchedAt: null } : { phase: to, phaseAt: now };
}

/**
 * Moves a launch to its next phase: a manager, along `nextPhases`. Launching takes a decision to go, and the actual time (`at`, not
 * in the future, not before that decision; `null` = now). Launching and archiving end the poll.
 */
export function judgePhase(state: LaunchState, actor: Person, input: { to: Phase; at: Instant | null; version: number }, now: Instant): Outcome {
  if (!may(actor, "view")) return refuse("unknown-launch");
  if (!may(actor, "set-phase")) return refuse("not-permitted");
  const { launch } = state;
  if (launch.version !== input.version) return refuse("stale-version", { seen: input.version, present: launch.version });
  if (!nextPhases(launch).includes(input.to)) return refuse("wrong-phase");
  const at = input.at ?? now;
  if (input.to === "launched") {
    const decision = lastDecision(state);
    if (decision?.outcome !== "go") return refuse("decision-needed");
    if (!isInstant(at)) return refuse("bad-instant", { field: "at" });
    if (at > now) return refuse("in-the-future", { field: "at" });
    if (at < decision.at) return refuse("before-decision", { field: "at" });
  }
  // What has happened, or is put away, is not asked about any more; nobody could close the poll then.
  const poll = input.to === "archived" || input.to === "launched" ? openPoll(state) : null;
  return allow("launch.phase", changeOf("launch", launch, patchOf(launch, input.to, at, now)), poll === null ? null : changeOf("poll", poll, { closedAt: now }));
}
