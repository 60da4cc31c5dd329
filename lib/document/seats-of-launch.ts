import { byPosition } from "@/lib/domain/document-order";
import type { LaunchState, Seat } from "@/lib/domain/state";
import { sameness } from "./likeness";
import type { Reading } from "./reading";
import type { OutlineSeat } from "./view";

/**
 * Which row of a launch each sign-off line of its document is: by the line, which every import writes anew, else by the key. A
 * document's own keys follow its words; a row's key never changes.
 */
export function seatAnchors(reading: Pick<Reading, "seats">, state: Pick<LaunchState, "seat">): Map<string, Seat> {
  const rows = Object.values(state.seat);
  const byLine = new Map(rows.flatMap((row) => (row.line === null ? [] : [[row.line, row] as const])));
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return new Map(reading.seats.flatMap((read) => {
    const row = byLine.size > 0 ? byLine.get(read.line) : byKey.get(read.key);
    return row ? [[read.key, row] as const] : [];
  }));
}

/**
 * Which seat here each sign-off line of another document is: by team and role as they are called here (our own export of what was renamed),
 * else by the key, which names it as it was imported.
 */
export function matchSeats(next: Pick<Reading, "seats">, state: Pick<LaunchState, "seat">): Map<string, Seat> {
  const rows = Object.values(state.seat).sort((a, b) => Number(a.retiredAt !== null) - Number(b.retiredAt !== null) || byPosition(a, b));
  const taken = new Set<string>();
  const found = new Map<string, Seat>();
  const take = (key: string, row: Seat | undefined): void => {
    if (!row) return;
    taken.add(row.id);
    found.set(key, row);
  };
  for (const { key, team, role } of next.seats) take(key, rows.find((row) => !taken.has(row.id) && sameness(row.role) === sameness(role) && sameness(row.team) === sameness(team)));
  for (const { key } of next.seats) if (!found.has(key)) take(key, rows.find((row) => !taken.has(row.id) && row.key === key));
  return found;
}

/** A launch's living seats as its document would have to have them. */
export function seatsOfLaunch(reading: Pick<Reading, "seats">, state: Pick<LaunchState, "seat">): (OutlineSeat & { id: string })[] {
  const keys = new Map([...seatAnchors(reading, state)].map(([key, row]) => [row.id, key]));
  return Object.values(state.seat).filter((seat) => seat.retiredAt === null).sort(byPosition)
    .map(({ id, team, role }) => ({ id, from: keys.get(id) ?? null, team, role }));
}
