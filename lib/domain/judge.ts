import type { Judgement } from "./judgement";
import type { Instant, LaunchState } from "./state";
import { judgeRule1 } from "./judge-rule-1";

export type Judge = (state: LaunchState, now: Instant, digestOf: (canonical: string) => string) => Judgement;

/** Every version of the decision rules that was ever in force. None is changed or removed: an old sign-off must stay explainable. */
export const rules: Readonly<Record<number, Judge>> = { 1: judgeRule1 };

/** The version that new launches get. */
export const currentRule = 1;

/**
 * The verdict, the reasons and every number of a launch at a moment, by the rules the launch is judged by. Pure: the same state and
 * moment give the same judgement on every machine. `digestOf` is SHA-256 in hex of a canonical text.
 * Throws a `RangeError` for a rule version that this program does not know, which is a newer program's state.
 */
export function judge(state: LaunchState, now: Instant, digestOf: (canonical: string) => string): Judgement {
  const rule = rules[state.launch.rule];
  if (rule === undefined) throw new RangeError(`Decision rules version ${state.launch.rule} are not known here.`);
  return rule(state, now, digestOf);
}
