import { applyChanges } from "@/lib/domain/changes";
import type { Person } from "@/lib/domain/permissions";
import { refuse, type Outcome, type Refusal } from "@/lib/domain/refusal";
import type { Instant, LaunchState } from "@/lib/domain/state";
import { change, type Done } from "../change";
import { reads } from "../db";
import { readLaunchDocument } from "../queries/document";
import { readNewest } from "../queries/launch";
import { databaseNow } from "../queries/launches";
import { runTask } from "../reader/reader";
import type { Actor } from "../sessions";

type Judge = (on: { state: LaunchState; person: Person; now: Instant }) => Outcome;

/** How often an edit is looked at anew because the launch has moved on meanwhile, before it is made without. */
const tries = 3;

/**
 * An edit that the launch's document must be able to hold: what it would read back as something else is refused, unless it could not
 * hold the structure before either. That is found out in the reader's thread before the lock, which nobody shall hold for a document;
 * under it the launch must be as it was looked at. `probe` fills what is still empty, since a heading without items is in no document.
 */
export async function edit(actor: Actor, launch: string, judge: Judge, probe: (state: LaunchState) => LaunchState = (state) => state): Promise<Done | Refusal> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const looked = await lookAt(actor, launch, judge, probe);
    if (typeof looked !== "number") return looked ?? change(actor, launch, judge);
    const done = await change(actor, launch, (locked) => (locked.state.revision === looked ? judge(locked) : movedOn));
    if (done !== movedOn) return done;
  }
  // Somebody changes this launch all the time. At worst the export puts what is new behind all other items.
  return change(actor, launch, judge);
}

const movedOn: Refusal = refuse("state-moved");

/** The revision at which the edit is allowed and held; a refusal; or `null` where there is nothing to hold. */
async function lookAt(actor: Actor, slug: string, judge: Judge, probe: (state: LaunchState) => LaunchState): Promise<number | Refusal | null> {
  const row = await reads().launch.findUnique({ where: { slug }, select: { id: true, revision: true } });
  const [known, document] = row ? await Promise.all([readNewest(row.id, row.revision), readLaunchDocument(row.id)]) : [null, null];
  if (!known || !document) return null;
  const { state } = known;
  const outcome = judge({ state, person: { id: actor.id, admin: actor.admin, role: state.member[actor.id]?.role ?? null }, now: (await databaseNow()) });
  if (!outcome.allowed || outcome.changes.length === 0) return null;
  const after = probe(applyChanges(state, outcome.changes, state.revision + 1));
  const ran = await runTask("kept", "holds", { reading: document.reading, before: state, after });
  if (!("done" in ran)) return ran;
  return ran.value ? state.revision : refuse("document-cannot");
}
