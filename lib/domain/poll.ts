import type { JudgedSeat, ReasonKind } from "./judgement";
import type { LaunchState, Poll, PollRule } from "./state";
import type { Position } from "./positions";
import { liveSeats } from "./who";

/** Decision rules §6: what keeps a seat from counting as go; `null` when it does. Of a stale no-go, the no-go. */
export function seatStands({ seat, judged }: Pick<Position, "seat" | "judged">): ReasonKind | null {
  if (seat.holderId === null) return "seat-empty";
  if (judged.position === "no-go") return "seat-no-go";
  if (judged.stale) return "seat-stale";
  if (judged.position === null) return "seat-unsigned";
  return judged.position === "abstain" ? "seat-abstained" : null;
}

/** Whether a seat says go of what stands there now: the one answer of every tally (decision rules §9). An open condition is the verdict's to tell. */
export function saysGo({ position, stale }: Pick<JudgedSeat, "position" | "stale">): boolean {
  return !stale && (position === "go" || position === "go-with-conditions");
}

/** The poll that is open, the newest if several are. */
export function openPoll(state: LaunchState): Poll | null {
  let open: Poll | null = null;
  for (const poll of Object.values(state.poll)) {
    if (poll.closedAt !== null) continue;
    // Of two of one moment the same one everywhere, whatever the order of rows.
    if (open === null || poll.openedAt > open.openedAt || (poll.openedAt === open.openedAt && poll.id > open.id)) open = poll;
  }
  return open;
}

/**
 * The rule seats are counted by: that of the open poll, declared before it opened, else the launch's. A quorum that more seats were
 * declared for than are left asks for every one that is.
 */
export function ruleInForce(state: LaunchState): { rule: PollRule; quorum: number | null } {
  const { rule, quorum } = openPoll(state) ?? { rule: state.launch.pollRule, quorum: state.launch.quorum };
  return { rule, quorum: rule === "quorum" ? Math.min(quorum ?? Infinity, liveSeats(state).length) : null };
}

export interface Missing { position: Position; kind: ReasonKind; /** Any one of these would do instead. */ among: Position[] }

/** Of seats that could each fill the same gap, the one with the shortest way to go stands for them. */
const way: Partial<Record<ReasonKind, number>> = { "seat-stale": 0, "seat-unsigned": 1, "seat-abstained": 2, "seat-empty": 3 };
const byWay = (a: Missing, b: Missing) => (way[a.kind] ?? 4) - (way[b.kind] ?? 4);

/**
 * Decision rules §9: the seats that the rule misses, as few as would do. Any no-go is among them under every rule. A seat that says
 * go afterwards also fills its team's or the quorum's gap, so no gap is named twice.
 */
export function missingSeats(positions: readonly Position[], { rule, quorum }: { rule: PollRule; quorum: number | null }): Missing[] {
  const absent: Missing[] = [];
  for (const position of positions) {
    const kind = seatStands(position);
    if (kind !== null) absent.push({ position, kind, among: [position] });
  }
  const noGo = absent.filter(({ kind }) => kind === "seat-no-go");
  if (rule === "all") return absent;
  if (rule === "any-of-each-team") return [...noGo, ...missingTeams(positions, absent)];
  // A seat that must answer has answered by abstaining; that is no go, but no silence either.
  const named = absent.filter(({ position, kind }) => position.seat.mustAnswer && kind !== "seat-no-go" && kind !== "seat-abstained");
  const needed = quorum ?? positions.length;
  const gap = needed - (positions.length - absent.length) - noGo.length - named.length;
  const others = absent.filter((one) => !noGo.includes(one) && !named.includes(one)).sort(byWay);
  const filling = others.slice(0, Math.max(0, gap)).map((one) => ({ ...one, among: others.map(({ position }) => position) }));
  return [...noGo, ...named, ...filling];
}

function missingTeams(positions: readonly Position[], absent: readonly Missing[]): Missing[] {
  const missing: Missing[] = [];
  for (const team of new Set(positions.map(({ seat }) => seat.team))) {
    const seats = positions.filter(({ seat }) => seat.team === team);
    const ofTeam = absent.filter(({ position }) => position.seat.team === team);
    if (ofTeam.length < seats.length || ofTeam.some(({ kind }) => kind === "seat-no-go")) continue;
    const nearest = [...ofTeam].sort(byWay)[0];
    if (nearest !== undefined) missing.push({ ...nearest, among: seats.flatMap((seat) => ofTeam.filter(({ position }) => position === seat).map(({ position }) => position)) });
  }
  return missing;
}
