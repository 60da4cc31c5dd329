import Link from "next/link";
import { launchAddress } from "@/lib/domain/address";
import { openPoll } from "@/lib/domain/poll";
import { pollAnswers, rolesOf } from "@/lib/report/poll-answers";
import { texts } from "@/lib/texts/texts";
import { momentWords } from "@/lib/texts/time-words";
import { wordsOf } from "@/lib/texts/words";
import { fill } from "../fill";
import type { LaunchSeen } from "./launch-view";

/** While a poll is open: since when, whose answer it waits for, and where one answers. Nothing otherwise. */
export function PollOpen({ seen: { state, judgement: { seats } } }: { seen: LaunchSeen }) {
  const t = texts("overview");
  const { poll: words } = wordsOf("decision");
  const poll = openPoll(state);
  if (!poll) return null;
  const { silent, stale } = pollAnswers(seats);
  return (
    <p className="mt-3 max-w-[62ch] border-l-2 border-move pl-3 text-ink-2">
      {t("poll.open", { when: momentWords(poll.openedAt, state.launch.zone) })}
      {silent.length > 0 ? ` ${fill(words.waiting, { names: rolesOf(silent) })}` : ""}
      {stale.length > 0 ? ` ${fill(words.stale, { names: rolesOf(stale) })}` : ""}
      {silent.length + stale.length === 0 ? ` ${t("poll.all", { n: seats.length })}` : ""}
      {" "}<Link prefetch={false} className="link" data-screen-only href={`${launchAddress(state.launch.slug, "sign-off")}#poll`}>{t("poll.link")}</Link>
    </p>
  );
}
