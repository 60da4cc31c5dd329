import type { JudgedItem } from "./judgement";
import type { Instant, Item } from "./state";
import type { Survey } from "./survey";
import { later, weekInMilliseconds } from "./zone";

/** When an item last was true: its newest proof's date or its tick's, whichever is later (decision rules §5). */
export function trueSince(item: Item, newestProof: Instant | null): Instant | null {
  if (item.workAt === null || newestProof === null) return item.workAt ?? newestProof;
  return newestProof > item.workAt ? newestProof : item.workAt;
}

/** Decision rules §5: a final-week item done before T − 7 d is too early; one that is open before then is not yet due. */
export function judgeTiming(item: Item, done: boolean, newestProof: Instant | null, s: Survey): JudgedItem["timing"] {
  if (item.window !== "final-week") return null;
  s.flipsAt(s.opening);
  s.flipsAt(s.goLive);
  if (!done) return s.opening > s.now ? "not-yet-due" : null;
  const since = trueSince(item, newestProof);
  if (since === null) return null;
  // Once the date is past or unset, the window moves along with the clock.
  if (s.target === s.now && since >= s.opening) s.flipsAt(later(since, weekInMilliseconds + 1));
  return since < s.opening ? "too-early" : null;
}
