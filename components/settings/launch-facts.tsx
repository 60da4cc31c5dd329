import type { Launch } from "@/lib/domain/state";
import { wordsOf } from "@/lib/texts/words";
import { calendarDayWords } from "@/lib/texts/time-words";

/** The launch's own settings for those who only read them. */
export function LaunchFacts({ launch }: { launch: Launch }) {
  const words = wordsOf("settings").launch;
  const lines = [
    [words.name, launch.name], [words.zone, launch.zone],
    [words.goLive, launch.goLive ? `${calendarDayWords(launch.goLive.slice(0, 10))}, ${launch.goLive.slice(11)}` : words.none],
    [words.nextReview, launch.nextReview ? calendarDayWords(launch.nextReview) : words.none],
  ] as const;
  return (
    <dl className="grid max-w-xl grid-cols-[8rem_minmax(0,1fr)] gap-y-2">
      {lines.map(([term, value]) => <div key={term} className="contents"><dt className="text-note text-ink-3">{term}</dt><dd>{value}</dd></div>)}
    </dl>
  );
}
