import type { Seat } from "@/lib/domain/state";
import { dayWords } from "@/lib/texts/time-words";
import { wordsOf } from "@/lib/texts/words";
import { fill } from "../fill";
import type { LaunchSeen } from "../overview/launch-view";

/** Who signs for the holder and on which days, as those days lie to come, run or are over. */
export function delegationWords({ delegateFrom: from, delegateTo: to }: Pick<Seat, "delegateFrom" | "delegateTo">, name: string, { state, now }: Pick<LaunchSeen, "state" | "now">): string {
  const words = wordsOf("decision").delegate;
  if (from === null || to === null) return fill(words.standsOpen, { name });
  const [first, last] = [dayWords(from, state.launch.zone), dayWords(to, state.launch.zone)];
  const days = first === last ? first : fill(words.days, { from: first, to: last });
  return fill(to <= now ? words.over : from > now ? words.toCome : words.stands, { name, days });
}
