import type { Instant, LaunchState } from "./state";
import { changeOf } from "./changes";
import { isOver } from "./find-item";
import { type Person, may } from "./permissions";
import { type Outcome, allow, refuse } from "./refusal";

/** Says that a condition is met, or takes that back: its owner, whoever speaks for the seat that set it, or a manager (§9). */
export function judgeMeetCondition(state: LaunchState, actor: Person, input: { conditionId: string; met: boolean; version: number }, now: Instant): Outcome {
  if (!may(actor, "view")) return refuse("unknown-launch");
  const condition = Object.hasOwn(state.condition, input.conditionId) ? state.condition[input.conditionId] : undefined;
  const seatId = condition === undefined ? undefined : state.signOff[condition.signOffId]?.seatId;
  const seat = seatId === undefined ? undefined : state.seat[seatId];
  if (condition === undefined || seat === undefined) return refuse("unknown-condition");
  if (condition.ownerId !== actor.id && !may(actor, "meet-condition", { seats: [seat], now })) return refuse("not-permitted");
  if (isOver(state)) return refuse("launch-over");
  if (condition.version !== input.version) return refuse("stale-version", { seen: input.version, present: condition.version });
  if ((condition.metAt !== null) === input.met) return allow("condition.met");
  return allow("condition.met", changeOf("condition", condition, input.met ? { metAt: now, metBy: actor.id } : { metAt: null, metBy: null }));
}
