import { mergeReading } from "@/lib/document/merge";
import { applyMerge, openQuestions } from "@/lib/document/merge-apply";
import type { Answers, MergePlan, Names } from "@/lib/document/merge-plan";
import { readDocument } from "@/lib/document/read";
import type { Reading } from "@/lib/document/reading";
import { isOver } from "@/lib/domain/find-item";
import { may, type Person } from "@/lib/domain/permissions";
import { refuse, type Refusal } from "@/lib/domain/refusal";
import type { Change, LaunchState } from "@/lib/domain/state";
import { change, type Done } from "../change";
import { reads } from "../db";
import { newId, sha256 } from "../digest";
import { keepDocument } from "../documents";
import { readLaunchDocument, type KnownDocument } from "../queries/document";
import { readNewest } from "../queries/launch";
import type { People } from "../queries/launch-state";
import type { Actor } from "../sessions";

export interface NewDocument { launch: string; fileName: string; bytes: Uint8Array }
export interface Planned { allowed: true; plan: MergePlan; /** The state it was made for: confirm with it. */ revision: number }

/** What importing a document into a launch would do; nothing is applied. */
export async function planImportAgain(actor: Actor, input: NewDocument): Promise<Planned | Refusal> {
  const row = await reads().launch.findUnique({ where: { slug: input.launch }, select: { id: true, revision: true } });
  const known = row && (await readNewest(row.id, row.revision));
  if (!known) return refuse("unknown-launch");
  const { state, people } = known;
  const refused = refusedTo({ id: actor.id, admin: actor.admin, role: state.member[actor.id]?.role ?? null }, state);
  if (refused) return refused;
  const documents = await bothDocuments(state.launch.id, input.bytes);
  if ("allowed" in documents) return documents;
  return { allowed: true, plan: mergeReading(documents.base.reading, documents.next, state, namesOf(people)), revision: state.revision };
}

/**
 * Imports a document into a launch as one event, which one undo takes back, the document included. Nothing is applied
 * while a question is open, nor when the launch has moved on from the `revision` that the answers were given for.
 */
export async function importAgain(actor: Actor, input: NewDocument & { answers: Answers; revision: number | null }): Promise<Done | Refusal> {
  const row = await reads().launch.findUnique({ where: { slug: input.launch }, select: { id: true } });
  if (!row) return refuse("unknown-launch");
  // Read before the lock, which nobody shall hold for a parse; under it only compared.
  const documents = await bothDocuments(row.id, input.bytes);
  return change(actor, input.launch, async ({ tx, known, state, person, now }) => {
    const refused = refusedTo(person, state);
    if (refused) return refused;
    if ("allowed" in documents) return documents;
    const newest = await tx.document.findFirst({ where: { launchId: row.id }, orderBy: { importedAt: "desc" }, select: { id: true } });
    if (newest?.id !== documents.base.id || (input.revision !== null && input.revision !== state.revision)) return moved;
    const plan = mergeReading(documents.base.reading, documents.next, state, namesOf(known.people));
    const open = openQuestions(plan, input.answers);
    if (open.length > 0) return unanswered(open.map((question) => question.ask));
    const changes = applyMerge(plan, input.answers, state, now, newId);
    if (changes.length === 0 && documents.base.sha256 === sha256(input.bytes)) return { allowed: true, kind: "launch.imported-again", changes };
    await keepDocument(tx, row.id, { name: input.fileName, bytes: input.bytes, take: documents.next.taken }, actor, now);
    return { allowed: true, kind: "launch.imported-again", changes: changes.length > 0 ? changes : [touched(state)] };
  });
}

const moved: Refusal = refuse("state-moved", { sentence: "The launch changed while you were looking at the import, so nothing was applied. Look at what it would do now and confirm again." });

function refusedTo(person: Person, state: LaunchState): Refusal | null {
  if (!may(person, "view")) return refuse("unknown-launch");
  if (!may(person, "import")) return refuse("not-permitted");
  return isOver(state) ? refuse("launch-over") : null;
}

async function bothDocuments(launchId: string, bytes: Uint8Array): Promise<{ base: KnownDocument; next: Reading } | Refusal> {
  const base = await readLaunchDocument(launchId);
  // What was chosen the first time is chosen again, where the new text still offers it at its line.
  const read = readDocument(bytes, { take: base?.reading.taken ?? [] });
  if (!read.ok) return refuse("bad-document", { sentence: read.sentence });
  if (read.reading.counts.items === 0) return refuse("no-items");
  if (!base) return refuse("bad-document", { sentence: "This launch was not made from a document, so there is nothing to compare with. Create another launch from this one." });
  return { base, next: read.reading };
}

function namesOf(people: People): Names {
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
