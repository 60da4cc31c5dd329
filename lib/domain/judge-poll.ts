import type { Instant, LaunchState, Poll } from "./state";
import { changeOf, created } from "./changes";
import { isLaunched } from "./moments";
import { type Person, may } from "./permissions";
import { openPoll } from "./poll";
import { type Outcome, type Refusal, allow, refuse } from "./refusal";

/** Whether a launch may still be decided on: before it happened. */
export function judgeStillAsked(state: LaunchState, actor: Person, act: "open-poll" | "decide"): Refusal | null {
  if (!may(actor, "view")) return refuse("unknown-launch");
  if (!may(actor, act)) return refuse("not-permitted");
  const { phase } = state.launch;
  return isLaunched(state.launch) || phase === "closed" || phase === "archived" ? refuse("launch-over") : null;
}

/** Opens the go/no-go poll under the rule that the launch declared before (decision rules §9). One at a time; a manager. */
export function judgeOpenPoll(state: LaunchState, actor: Person, now: Instant, newId: () => string): Outcome {
  const refusal = judgeStillAsked(state, actor, "open-poll");
  if (refusal !== null) return refusal;
  if (openPoll(state) !== null) return refuse("poll-open");
  const { pollRule: rule, quorum } = state.launch;
  const poll: Poll = { id: newId(), rule, quorum, openedAt: now, openedBy: actor.id, closedAt: null, version: 1 };
  return allow("poll.opened", created("poll", poll));
}

/** Closes the open poll without a decision; a manager. */
export function judgeClosePoll(state: LaunchState, actor: Person, input: { pollId: string; version: number }, now: Instant): Outcome {
  const refusal = judgeStillAsked(state, actor, "open-poll");
  if (refusal !== null) return refusal;
  const poll = openPoll(state);
  if (poll === null || poll.id !== input.pollId) return refuse("poll-closed");
  if (poll.version !== input.version) return refuse("stale-version", { seen: input.version, present: poll.version });
  return allow("poll.closed", changeOf("poll", poll, { closedAt: now }));
}
