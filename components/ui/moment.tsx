import { momentWords, relativeWords } from "@/lib/texts/time-words";

/** A moment: how long ago first, and exactly when on pointing at it or reading aloud; `exact` prints both. */
export function Moment({ at, now, zone, exact = false, className }: { at: string; now: string; zone: string; exact?: boolean; className?: string }) {
  const absolute = momentWords(at, zone);
  return (
    <time dateTime={at} title={absolute} className={className}>
      {exact ? `${absolute} · ${relativeWords(at, now)}` : relativeWords(at, now)}
    </time>
  );
}
