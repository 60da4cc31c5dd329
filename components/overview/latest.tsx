import Link from "next/link";
import { texts } from "@/lib/texts/texts";
import { storyOf } from "../history/story";
import { launchAddress } from "@/lib/domain/address";
import type { HistoryEntry } from "@/lib/domain/history-entry";
import { Moment } from "../ui/moment";
import type { LaunchSeen } from "./launch-view";
import { Heading } from "./section-heading";

/** The last few changes, each a sentence. */
export function Latest({ entries, seen: { state, people, now } }: { entries: readonly HistoryEntry[]; seen: LaunchSeen }) {
  const t = texts("overview");
  return (
    <section aria-labelledby="latest">
      <Heading id="latest" title={t("latest.title")}><Link prefetch={false} className="hover:underline" href={launchAddress(state.launch.slug, "history")}>{t("latest.all")} →</Link></Heading>
      {entries.length === 0 ? <p className="border-t border-line py-2.5 text-ink-2">{t("latest.none")}</p> : (
        <ol>
          {entries.map((entry) => (
            <li key={entry.seq} className="border-t border-line py-2.5 wrap-anywhere">
              {storyOf(entry, { state, people }).headline}
              <Moment at={entry.at} now={now} zone={state.launch.zone} className="block text-small text-ink-3" />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
