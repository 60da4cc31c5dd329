import { judge } from "@/lib/domain/judge";
import type { Judgement } from "@/lib/domain/judgement";
import type { LaunchState, Role } from "@/lib/domain/state";
import { reads } from "../db";
import { sha256 } from "../digest";
import { Memory } from "../memory";
import { once } from "../once";
import type { Visit } from "../sessions";
import { readLaunchState, type KnownLaunch, type People } from "./launch-state";

/** A launch as one person may see it, judged at one moment. */
export interface LaunchView {
  state: LaunchState;
  judgement: Judgement;
  people: People;
  /** What this person is here; an instance's admin is a manager of every launch. */
  role: Role;
  /** Database time at which it was judged. */
  now: string;
}

/** The launch a visit asks for; `null` when it is not theirs to see or is gone. */
export async function readLaunch(visit: Visit): Promise<LaunchView | null> {
  if (!visit.launch) return null;
  const known = await readNewest(visit.launch.id, visit.launch.revision);
  if (!known) return null;
  const role = visit.actor.admin ? "manager" : known.state.member[visit.actor.id]?.role;
  return role ? { ...known, role, judgement: judgeKnown(known, visit.now), now: visit.now } : null;
}

/** The launch as it stands now, for one who does not know its revision; `null` when it is gone. */
export async function readCurrent(launchId: string): Promise<KnownLaunch | null> {
  const row = await reads().launch.findUnique({ where: { id: launchId }, select: { revision: true } });
  return row ? readNewest(launchId, row.revision) : null;
}

/** The state at `revision`, or at the newest one when it has moved on meanwhile; `null` when the launch is gone. */
export async function readNewest(launchId: string, revision: number): Promise<KnownLaunch | null> {
  let wanted: number | undefined = revision;
  while (wanted !== undefined) {
    const known = await readLaunchState(reads(), launchId, wanted);
    if (known) return known;
    const row: { revision: number } | null = await reads().launch.findUnique({ where: { id: launchId }, select: { revision: true } });
    wanted = row?.revision;
  }
  return null;
}

/** Judges a state at a moment, once per revision for as long as nothing flips by itself (`validUntil`). */
export function judgeKnown(known: KnownLaunch, now: string): Judgement {
  const memory = once("judgement.memory", () => new Memory<Judgement>(64 * 1_048_576));
  const key = `${known.state.launch.id}/${known.state.revision}`;
  const kept = memory.get(key);
  if (kept && kept.at <= now && (kept.validUntil === null || now < kept.validUntil)) return { ...kept, at: now };
  const fresh = judge(known.state, now, sha256);
  memory.set(key, fresh, Object.keys(known.state.item).length * 900 + 4_000);
  return fresh;
}
