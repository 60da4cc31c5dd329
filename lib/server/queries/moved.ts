import { changedSince } from "@/lib/domain/changed-since";
import { replay } from "@/lib/domain/changes";
import type { ChangedSince } from "@/lib/domain/judgement";
import { materialOfSeat } from "@/lib/domain/material";
import type { LaunchState } from "@/lib/domain/state";
import { reads } from "../db";
import { sha256 } from "../digest";
import { readEvents } from "./history";
import { readLaunchState } from "./launch-state";

/** What moved in the state that a seat would sign, from a revision that was shown to the one that stands. */
export interface Moved {
  /** What the seat would sign now, and at which revision. */
  digest: string;
  revision: number;
  /** Exactly what differs in the material state; empty when it came back to what it was. */
  changes: ChangedSince[];
}

/**
 * Exactly what moved under a pen (decision rules §8). `state` is the launch as it stands, which the caller has found theirs to see.
 * @param from the revision that was shown
 * @returns null when there is no such seat (any more), or no such revision (yet)
 */
export async function readMoved(state: LaunchState, seatId: string, from: number): Promise<Moved | null> {
  const seat = Object.hasOwn(state.seat, seatId) ? state.seat[seatId] : undefined;
  if (!seat || seat.retiredAt !== null || from < 1 || from > state.revision) return null;
  const shown = await stateAt(state.launch.id, from);
  const now = materialOfSeat(state, seat);
  // A seat that has come since was not shown: compared with what it answers for now.
  const then = materialOfSeat(shown, shown.seat[seatId] ?? seat);
  return { digest: sha256(now.canonical), revision: state.revision, changes: changedSince(then.material, now.material) };
}

/** A few revisions back it is still in memory; else, and when a text was erased since, which memory may still hold, it is rebuilt from the history. */
async function stateAt(launchId: string, revision: number): Promise<LaunchState> {
  const erased = await reads().event.findFirst({ where: { launchId, seq: { gt: revision }, kind: "text.erased" }, select: { seq: true } });
  const known = erased ? null : await readLaunchState(reads(), launchId, revision);
  return known?.state ?? replay(await readEvents(reads(), launchId, revision));
}
