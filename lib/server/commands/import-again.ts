import type { Choice } from "@/lib/document/reading";
import type { Answers } from "@/lib/document/merge-plan";
import { askedBy } from "@/lib/domain/asked-by";
import { isOver } from "@/lib/domain/find-item";
import { may, type Person } from "@/lib/domain/permissions";
import { refuse, type Refusal } from "@/lib/domain/refusal";
import type { Change, LaunchState } from "@/lib/domain/state";
import { change, type Done } from "../change";
import { reads } from "../db";
import { sha256 } from "../digest";
import { keepDocument } from "../documents";
import { give } from "../imports/give";
import type { Brought, GivenDocument, GivenTable, How } from "../imports/to-document";
import { readNewestSource } from "../queries/document";
import { readNewest } from "../queries/launch";
import { databaseNow } from "../queries/launches";
import type { KnownLaunch, People } from "../queries/launch-state";
import { runTask } from "../reader/reader";
import type { Merge, ShownPlan } from "../reader/tasks";
import type { Actor } from "../sessions";

export interface NewDocument {
  launch: string;
  fileName: string;
  bytes: Uint8Array;
  /** Ids of the new text's choices that are read as items; `null` = those of the text before. */
  take?: readonly string[] | null;
}
export interface Planned {
  allowed: true;
  plan: ShownPlan;
  /** The state it was made for: confirm with it. */
  revision: number;
  /** What the new text leaves to be chosen, and what of it was taken for this plan. */
  choices: Choice[];
  taken: string[];
}

/** A file for a launch as the document it would bring in, for one who may import into it; rows without a mapping come back. */
export async function giveInto(actor: Actor, launch: string, brought: Brought, how: How): Promise<GivenDocument | GivenTable | Refusal> {
  const known = await readFor(actor, launch);
  if (!("state" in known)) return known;
  return give(brought, how, (await readNewestSource(known.state.launch.id))?.source ?? null);
}

/** What importing a document into a launch would do; nothing is applied. */
export async function planImportAgain(actor: Actor, input: NewDocument): Promise<Planned | Refusal> {
  const known = await readFor(actor, input.launch);
  if (!("state" in known)) return known;
  const made = await mergeOf(known, input);
  if ("allowed" in made) return made;
  const ran = await runTask("brought", "planMerge", made.merge);
  if (!("done" in ran)) return ran;
  if (!ran.value.ok) return refuse("bad-document", { sentence: ran.value.sentence });
  const { plan, items, choices, taken } = ran.value;
  if (items === 0 && choices.length === 0) return refuse("no-items");
  return { allowed: true, plan, revision: known.state.revision, choices, taken };
}

/**
 * Imports a document into a launch as one event, which one undo takes back, the document included. Nothing is applied
 * while a question is open, nor when the launch has moved on from the `revision` that the answers were given for.
 */
export async function importAgain(actor: Actor, input: NewDocument & { answers: Answers; revision: number | null }): Promise<Done | Refusal> {
  const known = await readFor(actor, input.launch);
  if (!("state" in known)) return known;
  const { revision } = known.state;
  if (input.revision !== null && input.revision !== revision) return moved;
  const made = await mergeOf(known, input);
  if ("allowed" in made) return made;
  // Merged before the lock, which nobody shall hold for a document; under it the launch must be the one it was merged with.
  const ran = await runTask("brought", "applyMerge", { ...made.merge, answers: input.answers, now: await databaseNow() });
  if (!("done" in ran)) return ran;
  const merged = ran.value;
  if (!merged.ok) return refuse("bad-document", { sentence: merged.sentence });
  if (merged.items === 0) return refuse("no-items");
  return change(actor, input.launch, async ({ tx, state, person, now }) => {
    const refused = refusedTo(person, state);
    if (refused) return refused;
    const newest = await tx.document.findFirst({ where: { launchId: state.launch.id }, orderBy: { importedAt: "desc" }, select: { id: true } });
    if (newest?.id !== made.base.id || state.revision !== revision) return moved;
    if (merged.open.length > 0) return unanswered(merged.open.map((question) => question.ask));
    const changes = askedBy(merged.changes, person.id, state.launch.zone);
    if (changes.length === 0 && made.base.sha256 === sha256(input.bytes)) return { allowed: true, kind: "launch.imported-again", changes };
    const document = await keepDocument(tx, state.launch.id, { name: input.fileName, bytes: input.bytes, take: merged.taken }, actor, now);
    return { allowed: true, kind: "launch.imported-again", changes: changes.length > 0 ? changes : [touched(state)], beside: { document } };
  });
}

const moved: Refusal = refuse("state-moved", { sentence: "The launch changed while you were looking at the import, so nothing was applied. Look at what it would do now and confirm again." });

/** The launch as it stands, for one who may import into it. */
async function readFor(actor: Actor, slug: string): Promise<KnownLaunch | Refusal> {
  const row = await reads().launch.findUnique({ where: { slug }, select: { id: true, revision: true } });
  const known = row && (await readNewest(row.id, row.revision));
  if (!known) return refuse("unknown-launch");
  const { state } = known;
  return refusedTo({ id: actor.id, admin: actor.admin, role: state.member[actor.id]?.role ?? null }, state) ?? known;
}

function refusedTo(person: Person, state: LaunchState): Refusal | null {
  if (!may(person, "view")) return refuse("unknown-launch");
  if (!may(person, "import")) return refuse("not-permitted");
  return isOver(state) ? refuse("launch-over") : null;
}

type Base = NonNullable<Awaited<ReturnType<typeof readNewestSource>>>;

async function mergeOf({ state, people }: KnownLaunch, { bytes, take = null }: NewDocument): Promise<{ merge: Merge; base: Base } | Refusal> {
  const base = await readNewestSource(state.launch.id);
  if (!base) return refuse("bad-document", { sentence: "This launch was not made from a document, so there is nothing to compare with. Create another launch from this one." });
  return { base, merge: { base: base.source, next: { bytes, take }, state, names: namesOf(people) } };
}

function namesOf(people: People): Merge["names"] {
  return Object.fromEntries(Object.entries(people).map(([id, { name }]) => [id, name]));
}

function unanswered(asked: string[]): Refusal {
  const sentence = `${asked.length === 1 ? "One question is" : `${asked.length} questions are`} not answered, so nothing was applied: ${asked.slice(0, 3).join(" ")}${asked.length > 3 ? " …" : ""}`;
  return refuse("bad-document", { sentence, count: asked.length });
}

/** Another text around the same items is an event as well: the launch's version says so. */
function touched({ launch }: LaunchState): Change {
  return { entity: "launch", id: launch.id, before: { version: launch.version }, after: { version: launch.version + 1 } };
}
