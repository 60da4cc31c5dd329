import type { Launch } from "./state";
import { isLaunched } from "./moments";
import type { Act } from "./permissions";

/** What an archived launch still takes: looking, who may look, being brought back, and erasing (decision rules §9, §11). */
const whenArchived: ReadonlySet<Act> = new Set(["view", "view-export", "manage-members", "share", "set-phase", "erase"]);
/** What has ended once the launch has happened: nobody signs for it, polls or decides over it any more (§9). */
const beforeLaunch: ReadonlySet<Act> = new Set(["sign", "withdraw-sign-off", "open-poll", "decide"]);

/**
 * Whether a launch still takes an act from anybody at all, in the phase it is in. Commands refuse the others with `launch-over`, and
 * no page shows a control for them; who may do what is left is `may`'s to say.
 */
export function takes(launch: Launch, act: Act): boolean {
  if (launch.phase === "archived") return whenArchived.has(act);
  return !(isLaunched(launch) && beforeLaunch.has(act));
}
