import type { LaunchState } from "./state";
import { isMaterial } from "./material";
import { proofRequired } from "./standing";
import { survey } from "./survey";

/** How many counting items need proof before a change and none after it: what a manager says a reason for (decision rules §3, mend 65). */
export function freedOfProof(before: LaunchState, after: LaunchState): number {
  // The moment does not matter: nothing that is asked here depends on it.
  const s = survey(before, before.launch.createdAt);
  return s.items.filter((item) => isMaterial(item, s) && proofRequired(item, before) && !proofRequired(after.item[item.id] ?? item, after)).length;
}
