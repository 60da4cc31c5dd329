import type { Instant, Launch, LaunchState } from "./state";
import { changeOf } from "./changes";
import { isOver } from "./find-item";
import { isValidity } from "./judge-evidence";
import { rules } from "./judge";
import { whyLooser } from "./judge-required";
import { type Person, may } from "./permissions";
import { openPoll } from "./poll";
import { type Outcome, type Refusal, allow, refuse } from "./refusal";
import { isRefusal, readText } from "./text-input";
import { liveSeats } from "./who";
import { dayOf, instantOf, isDay, isWallTime, isZone } from "./zone";

/** What a manager may set. A field that is left out stays. */
export type Settings = Partial<Pick<Launch, "name" | "zone" | "goLive" | "nextReview" | "pollRule" | "quorum" | "proof" | "proofReason" | "validDays"
  | "waiverLimit" | "waiverDaysAfter" | "rule">>;

function judgeDates(next: Launch, set: Settings, now: Instant): Refusal | null {
  if (!isZone(next.zone)) return refuse("bad-zone", { field: "zone" });
  if (set.goLive !== undefined && set.goLive !== null) {
    if (!isWallTime(set.goLive)) return refuse("bad-time", { field: "goLive" });
    if (instantOf(set.goLive, next.zone) <= now) return refuse("in-the-past", { field: "goLive" });
  }
  if (set.nextReview !== undefined && set.nextReview !== null) {
    if (!isDay(set.nextReview)) return refuse("bad-day", { field: "nextReview" });
    if (set.nextReview < dayOf(now, next.zone)) return refuse("in-the-past", { field: "nextReview" });
  }
  return null;
}

/** `seats`: how many there are. A quorum declared before some of them were retired does not stand in the way of other settings. */
function judgeNumbers(next: Launch, set: Settings, seats: number): Refusal | null {
  const count = (value: number, least: number, most: number) => Number.isInteger(value) && value >= least && value <= most;
  if (!isValidity(next.validDays)) return refuse("bad-number", { field: "validDays" });
  if (next.waiverLimit !== null && !count(next.waiverLimit, 0, 10_000)) return refuse("bad-number", { field: "waiverLimit" });
  if (!count(next.waiverDaysAfter, 0, 3_650)) return refuse("bad-number", { field: "waiverDaysAfter" });
  if (rules[next.rule] === undefined) return refuse("bad-number", { field: "rule" });
  const declared = set.pollRule !== undefined || set.quorum !== undefined;
  const fits = next.pollRule === "quorum" ? next.quorum !== null && count(next.quorum, 1, seats) : next.quorum === null;
  if (declared && !fits) return refuse("bad-quorum", { field: "quorum", limit: seats });
  return null;
}

/**
 * Changes a launch's settings: a manager, all of them or none. Go-live is a wall time that is still to come, or none. The poll's
 * rule is declared before a poll opens and stays while one is open (decision rules §9). That proof is not required any more takes a
 * reason where counting items needed it by the launch's word (§3).
 */
export function judgeSettings(state: LaunchState, actor: Person, input: { version: number; set: Settings }, now: Instant): Outcome {
  if (!may(actor, "view")) return refuse("unknown-launch");
  if (!may(actor, "manage-settings")) return refuse("not-permitted");
  const { launch } = state;
  if (isOver(state)) return refuse("launch-over");
  if (launch.version !== input.version) return refuse("stale-version", { seen: input.version, present: launch.version });
  const set: Settings = Object.fromEntries(Object.entries(input.set).filter(([field, value]) => value !== launch[field as keyof Settings])); // fields of Settings
  if (set.name !== undefined) {
    const name = readText(set.name, "name", 200);
    if (isRefusal(name)) return name;
    set.name = name.text;
  }
  // A rule without a quorum has none: leaving the field out is not an error.
  if (set.pollRule !== undefined && set.pollRule !== "quorum" && set.quorum === undefined && launch.quorum !== null) set.quorum = null;
  const next: Launch = { ...launch, ...set };
  const why = set.proof === undefined ? null : whyLooser(state, { ...state, launch: next }, null, set.proofReason);
  if (why !== null && isRefusal(why)) return why;
  // It says why the policy is what it is: without another one there is nothing to say.
  if (why === null) delete set.proofReason;
  else set.proofReason = why.text;
  const refusal = judgeDates(next, set, now) ?? judgeNumbers(next, set, liveSeats(state).length);
  if (refusal !== null) return refusal;
  if ((set.pollRule !== undefined || set.quorum !== undefined) && openPoll(state) !== null) return refuse("poll-open");
  const moved = next.goLive !== launch.goLive || (next.goLive !== null && next.zone !== launch.zone);
  return allow("settings.changed", changeOf("launch", launch, moved ? { ...set, goLiveAt: now } : set));
}
