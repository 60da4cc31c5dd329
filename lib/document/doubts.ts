import { linesInTasks, saidOf, type Offer, type Offering } from "./choices";
import { isUnclearDate } from "./dates";
import { plain } from "./plain";
import type { Finding, ReadMeta, ReadSeat } from "./reading";
import { hasPlace, isSignOffHeading } from "./seats";

type From = Pick<Offering, "text" | "lines" | "located" | "mended" | "above">;

/** What could be two things and is therefore neither: dates that may be two days, places to sign that name nobody's role. */
export function doubtsOf(from: From, offers: readonly Offer[], seats: readonly ReadSeat[], meta: ReadMeta): Finding[] {
  return [...unclearDates(from, meta), ...unreadSeats(from, offers, seats)];
}

function unclearDates(from: From, meta: ReadMeta): Finding[] {
  const found = from.located.tasks.flatMap((task) => saidOf(from, task).unclear.map((words) => ({ line: task.line, words })));
  const footer = meta.places.flatMap(({ line, value }) => {
    const words = plain(from.mended(from.text.slice(value.from, value.to)));
    return isUnclearDate(words) ? [{ line, words }] : [];
  });
  return [...found, ...footer].map(({ line, words }) => ({
    kind: "date-unclear", line, items: [], message: `"${words}" could be two days; it is not read as either. Write it as 2026-12-31.`,
  }));
}

/** Under a sign-off heading, lines to be filled in that are neither a seat nor offered as one. */
function unreadSeats({ text, lines, located, above }: From, offers: readonly Offer[], seats: readonly ReadSeat[]): Finding[] {
  const known = new Set([...seats, ...offers.flatMap((offer) => offer.seats)].flatMap((seat) => linesOf(seat.line, seat, lines)));
  const closed = located.blocks.filter((block) => block.kind === "code").map((block) => block.span);
  // A place inside a task's item is about that item: who checked it, and when.
  const inTasks = linesInTasks(located, lines);
  const places = lines.flatMap(({ from, to }, index): { line: number; row: string }[] => {
    const line = index + 1;
    const row = text.slice(from, to);
    if (known.has(line) || inTasks.has(line) || !hasPlace(row) || closed.some((span) => from >= span.from && from < span.to)) return [];
    return isSignOffHeading(above(line).map((heading) => heading.words)) ? [{ line, row }] : [];
  });
  return places.filter(({ line }, at) => line - (places[at - 1]?.line ?? -Infinity) > 2).map(({ line, row }) => {
    const words = plain(row.replace(/^[ \t>]*(?:[-*+][ \t]+)?/, "").replace(/_{4,}/g, "…")).slice(0, 80);
    return { kind: "seat-not-read", line, items: [], message: `"${words}" is a place to fill in, but it is not clear whose: no seat is made of it.` };
  });
}

function linesOf(first: number, { place }: Pick<ReadSeat, "place">, lines: From["lines"]): number[] {
  const found = [first];
  for (let line = first + 1; (lines[line - 1]?.from ?? Infinity) <= place.lineEnd; line += 1) found.push(line);
  return found;
}
