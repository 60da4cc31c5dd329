import type { Instant, Waiver } from "./state";
import { reachedSince } from "./go-lives";
import { latest } from "./latest";
import type { Survey } from "./survey";
import { gaveBackAt, readWaiver } from "./waivers";

/** A waiver's time in force; `to: null` = it still is. `sufficedTo`: until when it lasted until after go-live, `null` if it never did. */
interface Span { from: Instant; to: Instant | null; sufficedTo: Instant | null }

function spanOf(waiver: Waiver, s: Survey): Span | null {
  const to = gaveBackAt(waiver, s.present);
  const from = waiver.decidedAt ?? waiver.requestedAt;
  if (to === null && readWaiver(waiver, s.present) !== "active") return null;
  const until = reachedSince(waiver.endsAt, s.state.launch, to ?? s.now) ?? to;
  return { from, to, sufficedTo: until !== null && until > from ? until : null };
}

/**
 * §4: since when waivers that are too short have let an item through without a break, several at once or one after the other: since none
 * of them suffices any more. `null` while none is in force.
 */
export function tooShortSince(waivers: readonly Waiver[], s: Survey): Instant | null {
  const spans = waivers.flatMap((waiver) => spanOf(waiver, s) ?? []);
  let start = spans.filter(({ to }) => to === null).map(({ from }) => from).sort()[0] ?? null;
  if (start === null) return null;
  // Backwards through those that were in force when the next one came.
  for (const { from, to } of spans.filter((span) => span.to !== null).sort((a, b) => ((a.to ?? "") < (b.to ?? "") ? 1 : -1))) {
    if (to !== null && to >= start && from < start) start = from;
  }
  return latest(start, ...spans.map(({ sufficedTo }) => sufficedTo));
}
