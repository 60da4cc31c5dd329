import Link from "next/link";
import { launchAddress } from "@/lib/domain/address";
import type { HistoryEntry } from "@/lib/domain/history-entry";
import type { LaunchState } from "@/lib/domain/state";
import type { People } from "@/lib/report/names";
import { relativeWords } from "@/lib/texts/time-words";
import { wordsOf } from "@/lib/texts/words";
import { count, fill } from "../fill";
import { storyOf } from "../history/story";
import { Moment } from "../ui/moment";
import { groupNews, splitNews, type NewsGroup } from "./group-news";
import { SeenButton, type MoveBookmark } from "./seen-button";

/** So many lines stand open, and so many details under each. */
const atFirst = 8;
const inDetail = 3;

interface Seen { state: LaunchState; people: People; now: string }

/**
 * What others have changed since the reader last looked, by section, each a sentence that leads to its item; `null` = never looked.
 * It goes away by the reader's own hand only, not by being shown.
 */
export function News({ news, seen, moveBookmark, hide = null }: {
  news: { seq: number; at: string; count: number; events: readonly HistoryEntry[] } | null; seen: Seen; moveBookmark: MoveBookmark; hide?: string | null;
}) {
  const words = wordsOf("news");
  const { launch, revision } = seen.state;
  const when = news ? relativeWords(news.at, seen.now) : "";
  const [first, rest] = splitNews(groupNews(news?.events ?? [], seen.state), atFirst);
  const folded = rest.reduce((sum, { events }) => sum + events.length, 0);
  const older = (news?.count ?? 0) - (news?.events.length ?? 0);
  return (
    <section id="news" aria-labelledby="news-title" className="scroll-mt-6 border-t border-line pt-5" data-screen-only>
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="news-title" className="text-note text-ink-2">{words.title}</h2>
        {hide ? <Link prefetch={false} scroll={false} className="text-note text-ink-3 hover:underline" href={hide}>{words.hide}</Link> : null}
      </div>
      <p className="mt-1">{news === null ? words.never : news.count === 0 ? fill(words.nothing, { when }) : count(words.since, news.count, { when })}</p>
      {first.map((group) => <Group key={group.section?.id ?? "launch"} group={group} seen={seen} />)}
      {folded + older > 0 ? (
        <details className="mt-2 text-note">
          <summary className="py-1 text-ink-2">{fill(words.more, { n: folded + older })}</summary>
          {rest.map((group) => <Group key={group.section?.id ?? "launch"} group={group} seen={seen} />)}
          {older > 0 ? <p className="mt-2"><Link prefetch={false} className="link" href={launchAddress(launch.slug, "history")}>{fill(words.older, { n: older })}</Link></p> : null}
        </details>
      ) : null}
      <SeenButton launch={launch.slug} revision={revision} seq={news?.seq ?? null} count={news?.count ?? 0} words={words} moveBookmark={moveBookmark} />
    </section>
  );
}

function Group({ group: { section, events }, seen }: { group: NewsGroup<HistoryEntry>; seen: Seen }) {
  return (
    <div className="mt-3">
      <h3 className="text-small font-medium text-ink-3">{section ? `${section.key} ${section.title}` : wordsOf("news").rest}</h3>
      <ul className="mt-1">
        {events.map((entry) => {
          const { headline, details } = storyOf(entry, seen);
          return (
            <li key={entry.seq} className="grid gap-x-6 border-t border-line py-1.5 text-note wrap-anywhere sm:grid-cols-[minmax(0,1fr)_auto]">
              <div>
                <p>{headline}</p>
                {details.slice(0, inDetail).map(({ key, of, words }) => <p key={key} className="text-small text-ink-3">{of ? `${of} · ` : ""}{words}</p>)}
              </div>
              <Moment at={entry.at} now={seen.now} zone={seen.state.launch.zone} className="text-small text-ink-3" />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** On the overview, in one line, only when there is something: how much is new, and the way to it. */
export function NewsLine({ n }: { n: number | null }) {
  const words = wordsOf("news");
  if (!n) return null;
  return (
    <p className="-mt-3 pb-5 text-note text-ink-2" data-screen-only>
      {count(words.line, n)} · <Link prefetch={false} scroll={false} className="link" href="?news=1#news">{words.show}</Link>
    </p>
  );
}
