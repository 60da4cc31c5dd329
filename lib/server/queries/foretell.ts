import type { z } from "zod";
import { foretell, type Foretold } from "@/lib/domain/foretell";
import { judgeSectionProof } from "@/lib/domain/judge-required";
import { judgeSettings } from "@/lib/domain/judge-settings";
import type { Person } from "@/lib/domain/permissions";
import type { Outcome, Refusal } from "@/lib/domain/refusal";
import type { LaunchState } from "@/lib/domain/state";
import { sha256 } from "../digest";
import { retiring } from "../commands/structure";
import type * as input from "../input/decision";
import type * as structure from "../input/structure";
import { settingsOf } from "../input/rules";
import type { Visit } from "../sessions";
import { readLaunch } from "./launch";

/** Who asks, of what, when: all that a judging function needs. */
export interface Looking { state: LaunchState; person: Person; now: string }

/**
 * What a change would do to the launch of a visit, judged by the very function that would judge the change; or why it would be
 * refused. Reads only: another change may come before the real one, which is judged again under the lock.
 */
export async function foretellFor(visit: Visit, judging: (looking: Looking) => Outcome): Promise<Foretold | Refusal> {
  const view = await readLaunch(visit);
  if (!view) return { allowed: false, why: "unknown-launch" };
  const { state, now } = view;
  const person = { id: visit.actor.id, admin: visit.actor.admin, role: state.member[visit.actor.id]?.role ?? null };
  const judged = judging({ state, person, now });
  return judged.allowed ? foretell(state, judged.changes, now, sha256) : judged;
}

/** What a change would do is told before its reason is written. */
const toBeSaid = "-";

/** As `setRules` would be judged. */
export function judgeRules({ state, person, now }: Looking, { version, ...wanted }: z.infer<typeof input.setRules>): Outcome {
  return judgeSettings(state, person, { version, set: settingsOf({ ...wanted, reason: toBeSaid }) }, now);
}

/** As `retirePart` would be judged. */
export function judgeRetire({ state, person, now }: Looking, { part, id, version }: z.infer<typeof structure.retirePart>): Outcome {
  return retiring[part](state, person, { id, version }, now);
}

/** As `setSectionProof` would be judged. */
export function judgeSection({ state, person }: Looking, { section, proof, validDays, version }: z.infer<typeof input.setSectionProof>): Outcome {
  return judgeSectionProof(state, person, { sectionId: section, proof, validDays, reason: toBeSaid, version });
}
