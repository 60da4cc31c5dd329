import { momentWords } from "@/lib/texts/time-words";
import type { Detail } from "./detail";
import { eventLines } from "./event-lines";
import type { Surroundings } from "./surroundings";

/** What happened to an item, newest first. */
export function ItemHistory({ id, detail, around, heading: Heading }: { id: string; detail: Detail; around: Surroundings; heading: "h2" | "h3" }) {
  const words = around.words.item;
  const told = detail.history.map((event) => ({ event, lines: eventLines(event, detail, around.words) })).filter(({ lines }) => lines.length > 0);
  return (
    <section aria-labelledby={`history-of-${id}`}>
      <Heading id={`history-of-${id}`} className="pb-1.5 text-small font-medium text-ink-3">{words.history}</Heading>
      {told.length === 0 ? <p className="border-t border-line py-2 text-note text-ink-2">{words.noHistory}</p> : null}
      <ol>
        {told.map(({ event, lines }) => (
          <li key={event.seq} className="border-t border-line py-2 text-note">
            {lines.map((line, at) => <p key={at} className="[overflow-wrap:anywhere]">{line}</p>)}
            <p className="text-small text-ink-3">
              {event.actorId ? (detail.people[event.actorId]?.name ?? words.someone) : words.document} · <time dateTime={event.at}>{momentWords(event.at, around.zone)}</time>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
