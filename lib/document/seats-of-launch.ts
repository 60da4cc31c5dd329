import { byPosition } from "@/lib/domain/document-order";
import type { LaunchState, Seat } from "@/lib/domain/state";
import { sameness, stemsOf } from "./likeness";
import type { Reading, ReadSeat } from "./reading";
import { sharedWords } from "./shared-words";
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
 * else by the key, which names it as it was imported, else by the likeness of what it is called.
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
  // Renamed in the text: the same role under another team's name, the only one left of it on both sides.
  const left = () => ({ open: next.seats.filter(({ key }) => !found.has(key)), free: rows.filter((row) => !taken.has(row.id) && row.retiredAt === null) });
  for (const read of left().open) {
    const { open, free } = left();
    const [own, ...others] = free.filter((row) => sameness(row.role) === sameness(read.role));
    if (others.length === 0 && open.filter((one) => sameness(one.role) === sameness(read.role)).length === 1) take(read.key, own);
  }
  // And words only added to a role, or taken away, in the same team.
  for (const read of left().open) {
    const near = left().free.filter((row) => sameness(row.team) === sameness(read.team) && sharedWords(stemsOf(row.role), stemsOf(read.role)).within);
    if (near.length === 1) take(read.key, near[0]);
  }
  return found;
}

/** A sign-off line in whose place another stood before: whether it is the same seat, renamed, only a person can say. */
export interface MaybeSeat { read: ReadSeat; row: Seat; question: string }

/** What `matchSeats` leaves: in a team of as many seats as before, the one that stands where one is gone. */
export function maybeSeats(next: Pick<Reading, "seats">, state: Pick<LaunchState, "seat">): MaybeSeat[] {
  const found = matchSeats(next, state);
  const ids = new Set([...found.values()].map(({ id }) => id));
  const here = Object.values(state.seat).filter((row) => row.retiredAt === null).sort(byPosition);
  return next.seats.filter(({ key }) => !found.has(key)).flatMap((read) => {
    const teamOf = new Set(next.seats.filter(({ team }) => sameness(team) === sameness(read.team)).flatMap(({ key }) => found.get(key)?.team ?? []));
    const mates = next.seats.filter(({ team }) => sameness(team) === sameness(read.team));
    const rows = here.filter((row) => sameness(row.team) === sameness(read.team) || teamOf.has(row.team));
    const row = rows.length === mates.length ? rows[mates.indexOf(read)] : undefined;
    return row && !ids.has(row.id) ? [{ read, row, question: `seat-same:${row.key}` }] : [];
  });
}

/** A launch's living seats as its document would have to have them. */
export function seatsOfLaunch(reading: Pick<Reading, "seats">, state: Pick<LaunchState, "seat">): (OutlineSeat & { id: string })[] {
  const keys = new Map([...seatAnchors(reading, state)].map(([key, row]) => [row.id, key]));
  return Object.values(state.seat).filter((seat) => seat.retiredAt === null).sort(byPosition)
    .map(({ id, team, role }) => ({ id, from: keys.get(id) ?? null, team, role }));
}
