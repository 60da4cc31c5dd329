import type { LaunchState, Seat } from "./state";

/** Who can clear what (decision rules §6). Lists are shared between reasons, so that 5,000 of them stay small. */
export interface Who {
  managers: string[];
  /** For an item or condition: its owner, else the seats of its section, else the managers. */
  ofItem(ownerId: string | null, sectionId: string | null): string[];
}

/** Seats that are not retired, in order. */
export function liveSeats(state: LaunchState): Seat[] {
  return Object.values(state.seat).filter((seat) => seat.retiredAt === null)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

/** Seats that name the section come before seats that answer for everything, which would name everybody for everything. */
function holdersFor(sectionId: string, seats: readonly Seat[]): string[] {
  const named = seats.filter((seat) => seat.sections?.includes(sectionId) === true && seat.holderId !== null);
  const answering = named.length > 0 ? named : seats.filter((seat) => seat.sections === null);
  return [...new Set(answering.flatMap((seat) => (seat.holderId === null ? [] : [seat.holderId])))].sort();
}

/** Prepares the answers for one state. */
export function whoOf(state: LaunchState, seats: readonly Seat[]): Who {
  const managers = Object.values(state.member).filter((member) => member.role === "manager").map((member) => member.id).sort();
  const bySection = new Map<string, string[]>();
  const byOwner = new Map<string, string[]>();
  const section = (id: string): string[] => {
    let found = bySection.get(id);
    if (found === undefined) {
      const holders = holdersFor(id, seats);
      bySection.set(id, (found = holders.length > 0 ? holders : managers));
    }
    return found;
  };
  return {
    managers,
    ofItem(ownerId, sectionId) {
      if (ownerId === null) return sectionId === null ? managers : section(sectionId);
      let found = byOwner.get(ownerId);
      if (found === undefined) byOwner.set(ownerId, (found = [ownerId]));
      return found;
    },
  };
}
