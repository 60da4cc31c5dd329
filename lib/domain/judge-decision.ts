import type { Condition, Decision, Instant, LaunchState, Outcome as Decided, Phase, Position, Verdict } from "./state";
import type { Judgement, Numbers, Reason } from "./judgement";
import { changeOf, created } from "./changes";
import { judge } from "./judge";
import { judgeStillAsked } from "./judge-poll";
import { type Material, materialOf } from "./material";
import type { Person } from "./permissions";
import { openPoll, saysGo } from "./poll";
import { type Outcome, allow, refuse } from "./refusal";
import { survey } from "./survey";
import { isRefusal, readReason } from "./text-input";
import { lastDecision } from "./verdict";

/** What a decision keeps of its moment (decision rules §9): enough to print its minutes, whatever happens later. */
export interface DecisionRecord {
  verdict: Verdict;
  numbers: Numbers;
  reasons: Reason[];
  conditions: { text: string; ownerId: string | null; deadline: Instant; rollbackTrigger: string | null }[];
  /** Seats that did not say go, or said it of another state. */
  dissent: { seatId: string; role: string; position: Position | null; stale: boolean; nameThen: string | null; reason: string | null }[];
  /** Roles of the seats that had to answer, where the poll's rule was a quorum; left out by decisions recorded before this was kept. */
  mustAnswer?: string[];
  /** What each seat that had answered had said, by the seat's id; left out by decisions recorded before this was kept. */
  said?: Record<string, Position>;
  /** The whole material state, by which changes since are counted. */
  material: Material;
}

const phaseAfter: Record<Decided, Phase> = { go: "decided", "no-go": "decided", postpone: "postponed" };

function recordOf(state: LaunchState, judged: Judgement): DecisionRecord {
  const open = judged.conditions.filter((condition) => condition.state !== "met").flatMap(({ id }): Condition[] => {
    const condition = state.condition[id];
    return condition === undefined ? [] : [condition];
  });
  return {
    verdict: judged.verdict, numbers: judged.numbers, reasons: judged.reasons,
    conditions: open.map(({ text, ownerId, deadline, rollbackTrigger }) => ({ text, ownerId, deadline, rollbackTrigger })),
    dissent: judged.seats.filter((seat) => !saysGo(seat))
      .map(({ id, role, position, stale, nameThen, reason }) => ({ seatId: id, role, position, stale, nameThen, reason })),
    ...(openPoll(state)?.rule === "quorum" ? { mustAnswer: judged.seats.filter(({ id }) => state.seat[id]?.mustAnswer === true).map(({ role }) => role) } : {}),
    said: Object.fromEntries(judged.seats.flatMap(({ id, position }) => (position === null ? [] : [[id, position]]))),
    material: materialOf(survey(state, judged.at), null),
  };
}

export interface Deciding {
  outcome: Decided;
  reason: string | null;
  verdictSeen: Verdict;
  /** The poll that was open where it is decided, and the decision that stood, by id; left out by scripts that look at none. */
  pollSeen?: string | null | undefined;
  decisionSeen?: string | null | undefined;
}

/**
 * Records the decision and closes the open poll: a manager, who saw this verdict. Going against a no-go needs a reason and is marked
 * as such; it changes neither verdict nor gate (decision rules §9).
 */
export function judgeDecide(state: LaunchState, actor: Person, input: Deciding, now: Instant, newId: () => string, digestOf: (canonical: string) => string): Outcome {
  const refusal = judgeStillAsked(state, actor, "decide");
  if (refusal !== null) return refusal;
  // Twice from two tabs, or on a page that stood still: somebody has decided, or closed the poll, in between.
  const poll = openPoll(state);
  if (input.decisionSeen !== undefined && input.decisionSeen !== (lastDecision(state)?.id ?? null)) return refuse("already-decided");
  if (input.pollSeen !== undefined && input.pollSeen !== (poll?.id ?? null)) return refuse(poll === null ? "poll-closed" : "poll-open");
  const judged = judge(state, now, digestOf);
  if (judged.verdict !== input.verdictSeen) return refuse("state-moved", { count: judged.reasons.length });
  const againstVerdict = input.outcome === "go" && judged.verdict === "no-go";
  const needed = againstVerdict || (input.reason ?? "").trim() !== "";
  const reason = needed ? readReason(input.reason) : { text: null };
  if (isRefusal(reason)) return reason;
  const decision: Decision = {
    id: newId(), pollId: poll?.id ?? null, outcome: input.outcome, reason: reason.text, by: actor.id, at: now, rule: judged.rule,
    verdict: judged.verdict, againstVerdict, record: recordOf(state, judged), version: 1,
  };
  const phase = phaseAfter[input.outcome];
  return allow("decision.recorded", created("decision", decision), poll === null ? null : changeOf("poll", poll, { closedAt: now }),
    phase === state.launch.phase ? null : changeOf("launch", state.launch, { phase, phaseAt: now }));
}
