import type { Judgement } from "@/lib/domain/judgement";
import type { LaunchState } from "@/lib/domain/state";

/** Why the decision in force was made, in the words of whoever made it; `null` without one or without words. */
export function decisionReason({ decision }: LaunchState, { decision: inForce }: Judgement): string | null {
  return Object.values(decision).find(({ at, by }) => at === inForce?.at && by === inForce.by)?.reason ?? null;
}
