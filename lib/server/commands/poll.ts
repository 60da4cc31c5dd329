import type { z } from "zod";
import { judgeMeetCondition } from "@/lib/domain/judge-condition";
import { judgeDecide } from "@/lib/domain/judge-decision";
import { judgePhase } from "@/lib/domain/judge-phase";
import { judgeClosePoll, judgeOpenPoll } from "@/lib/domain/judge-poll";
import { judgeSettings } from "@/lib/domain/judge-settings";
import { refuse, type Refusal } from "@/lib/domain/refusal";
import { change, type Done } from "../change";
import { newId, sha256 } from "../digest";
import type * as input from "../input/decision";
import { settingsOf } from "../input/rules";
import { momentOf } from "../moment-of";
import type { Actor } from "../sessions";

type Outcome = Promise<Done | Refusal>;

/** Opens the go/no-go poll under the rule declared before (rules §9). */
export function openPoll(actor: Actor, { launch }: z.infer<typeof input.openPoll>): Outcome {
  return change(actor, launch, ({ state, person, now }) => judgeOpenPoll(state, person, now, newId));
}

/** Closes the open poll without a decision. */
export function closePoll(actor: Actor, { launch, poll, version }: z.infer<typeof input.closePoll>): Outcome {
  return change(actor, launch, ({ state, person, now }) => judgeClosePoll(state, person, { pollId: poll, version }, now));
}

/** Declares the poll's rule; refused while a poll is open (rules §9). */
export function setPollRule(actor: Actor, { launch, rule, quorum, version }: z.infer<typeof input.setPollRule>): Outcome {
  return change(actor, launch, ({ state, person, now }) => judgeSettings(state, person, { version, set: { pollRule: rule, quorum } }, now));
}

/** Sets the launch's rules for proof and waivers; what is left out stays. */
export function setRules(actor: Actor, { launch, version, ...wanted }: z.infer<typeof input.setRules>): Outcome {
  return change(actor, launch, ({ state, person, now }) => judgeSettings(state, person, { version, set: settingsOf(wanted) }, now));
}

/** Says that a condition is met, or takes that back (rules §9). */
export function meetCondition(actor: Actor, { launch, condition, met, version }: z.infer<typeof input.meetCondition>): Outcome {
  return change(actor, launch, ({ state, person, now }) => judgeMeetCondition(state, person, { conditionId: condition, met, version }, now));
}

/** Records the decision with verdict, reasons, conditions and dissent as they are (rules §9). */
export function decide(actor: Actor, { launch, ...wanted }: z.infer<typeof input.decide>): Outcome {
  return change(actor, launch, ({ state, person, now }) => judgeDecide(state, person, wanted, now, newId, sha256));
}

/** Moves the launch to its next phase; launching takes the actual time (rules §9). */
export function setPhase(actor: Actor, { launch, to, at, version }: z.infer<typeof input.setPhase>): Outcome {
  return change(actor, launch, ({ state, person, now }) => {
    const moment = at === null ? null : momentOf(at, state.launch.zone, "start");
    if (at !== null && moment === null) return refuse("bad-instant", { field: "at" });
    return judgePhase(state, person, { to, at: moment, version }, now);
  });
}
