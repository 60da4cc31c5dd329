import type { z } from "zod";
import { textPlace } from "@/lib/domain/beside";
import { holdsText, judgeErase, judgeEraseFile, judgeMayErase, namesOfFile, textAt, type TextPlace } from "@/lib/domain/erase";
import { refuse, type Refusal } from "@/lib/domain/refusal";
import type { LaunchState } from "@/lib/domain/state";
import { change, type Done } from "../change";
import type { Reader, Tx } from "../db";
import type * as input from "../input/decision";
import { copiesHolding } from "../queries/copies";
import type { Actor } from "../sessions";
import { confirmPassword } from "./confirm-password";

/** Where the password comes from, for the limits. */
type From = Parameters<typeof confirmPassword>[2];

/** Erases a text after the password was given again: nothing brings it back (rules §11, trust 4). */
export async function eraseText(actor: Actor, { password, ...wanted }: z.infer<typeof input.eraseText>, from: From): Promise<Done | Refusal> {
  return (await confirmPassword(actor, password, from)) ?? eraseShownText(actor, wanted);
}

/**
 * Erases a text: at this place, wherever else in the launch's history the very same text stands, and in the rows (rules §11). An
 * instance's admin only. With `bytes`, also the older copies of the document and the attached files that hold it. What names it (an
 * item's key) and the document as it stands now stay: bring in a text without it first.
 */
export async function eraseShownText(actor: Actor, { launch, place, bytes }: Omit<z.infer<typeof input.eraseText>, "password">): Promise<Done | Refusal> {
  // Files first: one may be called by the very text, which is then gone with it.
  const files: string[] = [];
  const looked = bytes ? await change(actor, launch, async ({ tx, state, person }) => {
    const refusal = judgeMayErase(person);
    const found = refusal ? null : await findText(tx, state, place);
    if (found?.text) files.push(...(await copiesHolding(tx, state, found.text)).files.map(({ hash }) => hash));
    return refusal ?? { allowed: true, kind: "text.erased", changes: [] };
  }) : null;
  if (looked && !looked.allowed) return looked;
  let last: Done | null = null;
  for (const hash of files) {
    const gone = await eraseShownFile(actor, { launch, hash });
    if (!gone.allowed) return gone;
    last = gone;
  }
  const erased = await eraseWords(actor, { launch, place, bytes });
  return last && !erased.allowed && (erased.why === "already-erased" || erased.why === "unknown-text") ? last : erased;
}

function eraseWords(actor: Actor, { launch, place, bytes }: Omit<z.infer<typeof input.eraseText>, "password">): Promise<Done | Refusal> {
  return change(actor, launch, async ({ tx, state, person }) => {
    const refusal = judgeMayErase(person);
    if (refusal) return refusal;
    const launchId = state.launch.id;
    const found = await findText(tx, state, place);
    if (!found) return refuse("unknown-text");
    const judged = judgeErase(state, person, found.text);
    if (!judged.allowed || found.text === null) return judged;
    const older = bytes ? (await copiesHolding(tx, state, found.text)).documents.filter(({ current }) => !current) : [];
    for (const { id } of older) {
      await tx.$executeRaw`UPDATE documents SET bytes = ''::bytea, erased_at = clock_timestamp() WHERE launch_id = ${launchId}::uuid AND id = ${id}::uuid`;
    }
    return { ...judged, beside: { erased: await eraseEverywhere(tx, launchId, found.text), documents: older.map(({ sha256 }) => sha256) } };
  });
}

/** Erases an attached file: its bytes from the database, its name as a text; its SHA-256 stays in the history (rules §11). Admins only. */
export function eraseShownFile(actor: Actor, { launch, hash }: { launch: string; hash: string }): Promise<Done | Refusal> {
  return change(actor, launch, async ({ tx, state, person }) => {
    const judged = judgeEraseFile(state, person, hash);
    if (!judged.allowed) return judged;
    await tx.fileContent.deleteMany({ where: { launchId: state.launch.id, sha256: hash } });
    const erased: string[] = [];
    for (const name of namesOfFile(state, hash)) erased.push(...(await eraseEverywhere(tx, state.launch.id, name)));
    return { ...judged, beside: { erased, files: [hash] } };
  });
}

/** The text at a place, `text` null when it was erased; `null` when no text is there. A whole signed state is not one text. */
export async function findText(db: Reader, state: LaunchState, place: TextPlace): Promise<{ text: string | null } | null> {
  if ("entity" in place) {
    const text = textAt(state, place);
    return text === null ? null : { text };
  }
  if (isSnapshot(place.path)) return null;
  return db.eventText.findUnique({ where: { launchId_seq_path: { launchId: state.launch.id, ...place } }, select: { text: true } });
}

/** Fields whose text is the canonical JSON of many. */
function isSnapshot(path: string): boolean {
  return /\.(material|record)$/.test(path);
}

/** Erases a text beside every event of a launch, within signed states and records of decisions as well. Returns the places, for the event that says so. */
export async function eraseEverywhere(tx: Tx, launchId: string, text: string): Promise<string[]> {
  // JSON writes some characters otherwise: searching for the written form finds candidates, parsing decides.
  const written = JSON.stringify(text).slice(1, -1);
  const candidates = await tx.$queryRaw<{ seq: number; path: string; text: string }[]>`
    SELECT seq, path, text FROM event_texts
     WHERE launch_id = ${launchId}::uuid AND (text = ${text} OR (path ~ '\\.(material|record)$' AND strpos(text, ${written}) > 0))`;
  const places: string[] = [];
  for (const one of candidates) {
    if (one.text !== text && !holdsText(JSON.parse(one.text), text)) continue;
    await tx.$executeRaw`UPDATE event_texts SET text = NULL, erased_at = clock_timestamp() WHERE launch_id = ${launchId}::uuid AND seq = ${one.seq} AND path = ${one.path}`;
    places.push(textPlace(one.seq, one.path));
  }
  return places;
}
