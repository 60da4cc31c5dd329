import type { ChangedSince, JudgedSeat, Judgement } from "./judgement";
import type { Condition, LaunchState, Seat, SignOff } from "./state";
import { changedSince } from "./changed-since";
import { canonical } from "./canonical";
import { type Material, materialOf } from "./material";
import type { Survey } from "./survey";

export type JudgedCondition = Judgement["conditions"][number];
export interface Position { seat: Seat; signOff: SignOff | null; judged: JudgedSeat; conditions: JudgedCondition[] }

/** Whom a sign-off speaks for: the holder, whoever held the pen. */
const signedFor = (signOff: SignOff) => signOff.forId ?? signOff.byId;

/** Decision rules §8: the newest sign-off of the present holder since they took the seat, unless that one is withdrawn. */
export function signOffInForce(seat: Seat, signOffs: readonly SignOff[] | undefined): SignOff | null {
  let newest: SignOff | null = null;
  for (const one of signOffs ?? []) {
    if (seat.holderId === null || signedFor(one) !== seat.holderId || one.at < (seat.holderAt ?? "")) continue;
    if (newest === null || one.at > newest.at || (one.at === newest.at && one.id > newest.id)) newest = one;
  }
  return newest?.withdrawnAt === null ? newest : null;
}

/** §9: met once somebody says so, missed at the deadline until then. */
export function conditionState(condition: Condition, at: string): "open" | "met" | "missed" {
  if (condition.metAt !== null) return "met";
  return condition.deadline <= at ? "missed" : "open";
}

/** The digest of what each seat would sign, once per distinct set of sections. */
function digests(s: Survey, digestOf: (canonical: string) => string): (seat: Seat) => { material: Material; digest: string } {
  const known = new Map<string, { material: Material; digest: string }>();
  return (seat) => {
    const key = seat.sections === null ? "*" : [...seat.sections].sort().join(" ");
    let found = known.get(key);
    if (found === undefined) {
      const material = materialOf(s, seat.sections);
      known.set(key, (found = { material, digest: digestOf(canonical(material)) }));
    }
    return found;
  };
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group === undefined) groups.set(key(row), [row]);
    else group.push(row);
  }
  return groups;
}

/** Every seat with its position in force, whether that is stale, and its conditions (decision rules §8, §9). */
export function judgePositions(s: Survey, seats: readonly Seat[], digestOf: (canonical: string) => string): Position[] {
  const state: LaunchState = s.state;
  const signOffs = groupBy(Object.values(state.signOff), (signOff) => signOff.seatId);
  const conditions = groupBy(Object.values(state.condition), (condition) => condition.signOffId);
  const digestFor = digests(s, digestOf);
  return seats.map((seat) => {
    const signOff = signOffInForce(seat, signOffs.get(seat.id));
    const { material, digest } = digestFor(seat);
    const stale = signOff !== null && signOff.digest !== digest;
    const changed: ChangedSince[] = signOff !== null && stale ? changedSince(signOff.material, material) : [];
    s.flipsAt(seat.delegateFrom);
    s.flipsAt(seat.delegateTo);
    const own = signOff?.position === "go-with-conditions" ? (conditions.get(signOff.id) ?? []) : [];
    const judgedConditions = own.sort((a, b) => (a.id < b.id ? -1 : 1)).map((condition): JudgedCondition => {
      if (condition.metAt === null) s.flipsAt(condition.deadline);
      return {
        id: condition.id, seatId: seat.id, text: condition.text, ownerId: condition.ownerId, deadline: condition.deadline,
        state: conditionState(condition, s.now),
      };
    });
    return {
      seat, signOff, conditions: judgedConditions,
      judged: {
        id: seat.id, key: seat.key, team: seat.team, role: seat.role, holderId: seat.holderId,
        position: signOff?.position ?? null, signOffId: signOff?.id ?? null, signedAt: signOff?.at ?? null,
        signedBy: signOff?.byId ?? null, nameThen: signOff?.nameThen ?? null, reason: signOff?.reason ?? null,
        stale, changedSince: changed, digest, openConditions: judgedConditions.filter(({ state: at }) => at !== "met").length,
      },
    };
  });
}
