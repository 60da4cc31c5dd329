import type { z } from "zod";
import { textPlace } from "@/lib/domain/beside";
import { erasedWith, holdsText, judgeErase, judgeEraseFile, judgeMayErase, namesOfFile, textAt, type TextPlace } from "@/lib/domain/erase";
import { erasedText } from "@/lib/domain/free-text";
import { refuse, type Refusal } from "@/lib/domain/refusal";
import type { LaunchState } from "@/lib/domain/state";
import { change, type Done } from "../change";
import type { Reader, Tx } from "../db";
import type * as input from "../input/decision";
import { copiesHolding } from "../queries/copies";
import { keysOf } from "../queries/keys-of";
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
 * instance's admin only. With `bytes`, also the older copies of the document and the attached files that hold it: all of it in one event,
 * or none. Keys made of it go as well. The document as it stands now stays: bring in a text without it first.
 */
export function eraseShownText(actor: Actor, { launch, place, bytes }: Omit<z.infer<typeof input.eraseText>, "password">): Promise<Done | Refusal> {
  return change(actor, launch, async ({ tx, state, person }) => {
    const refusal = judgeMayErase(person);
    if (refusal) return refusal;
    const launchId = state.launch.id;
    const found = await findText(tx, state, place);
    if (!found) return refuse("unknown-text");
    const { text } = found;
    if (text === null) return judgeErase(state, person, null);
    const { documents, files } = bytes ? await copiesHolding(tx, state, text) : { documents: [], files: [] };
    const words = [...erasedWith(state, text), ...(await madeOf(tx, launchId, text)), ...files.flatMap(({ hash }) => namesOfFile(state, hash))];
    const also = [...words, ...(await keysOf(tx, state, words))];
    const judged = judgeErase(state, person, text, also);
    if (!judged.allowed) return judged;
    const older = documents.filter(({ current }) => !current);
    for (const { id } of older) {
      await tx.$executeRaw`UPDATE documents SET bytes = ''::bytea, erased_at = clock_timestamp() WHERE launch_id = ${launchId}::uuid AND id = ${id}::uuid`;
    }
    await tx.fileContent.deleteMany({ where: { launchId, sha256: { in: files.map(({ hash }) => hash) } } });
    const erased: string[] = [];
    for (const one of new Set(also)) erased.push(...(await eraseEverywhere(tx, launchId, one)));
    return { ...judged, beside: { erased, documents: older.map(({ sha256 }) => sha256), files: files.map(({ hash }) => hash) } };
  });
}

/** What targets were called by the words of items whose text this was at some time: words of that text. */
async function madeOf(tx: Tx, launchId: string, text: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ text: string }[]>`
    SELECT DISTINCT made.text FROM event_texts own JOIN event_texts made
        ON made.launch_id = own.launch_id AND made.seq = own.seq AND made.path = regexp_replace(own.path, '\\.text$', '.threshold.metric')
     WHERE own.launch_id = ${launchId}::uuid AND own.text = ${text} AND own.path ~ '\\.text$' AND made.text <> '' AND strpos(own.text, made.text) > 0`;
  return rows.map((row) => row.text);
}

/** Erases an attached file: its bytes from the database, its name as a text; its SHA-256 stays in the history (rules §11). Admins only. */
export function eraseShownFile(actor: Actor, { launch, hash }: { launch: string; hash: string }): Promise<Done | Refusal> {
  return change(actor, launch, async ({ tx, state, person }) => {
    const names = namesOfFile(state, hash);
    const keys = await keysOf(tx, state, names);
    const judged = judgeEraseFile(state, person, hash, keys);
    if (!judged.allowed) return judged;
    await tx.fileContent.deleteMany({ where: { launchId: state.launch.id, sha256: hash } });
    const erased: string[] = [];
    for (const one of [...names, ...keys]) erased.push(...(await eraseEverywhere(tx, state.launch.id, one)));
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

/** Erases a text beside every event of a launch, within signed states and records of decisions as well, and where a file is called by it. Returns the places, for the event that says so. */
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
  await tx.$executeRaw`UPDATE documents SET name = ${erasedText} WHERE launch_id = ${launchId}::uuid AND strpos(name, ${text}) > 0`;
  // A file kept as what it was attached as, still called so in its row: the rows are written after this.
  await tx.$executeRaw`
    UPDATE file_contents SET name = ${erasedText} WHERE launch_id = ${launchId}::uuid
       AND (name = ${text} OR sha256 IN (SELECT file_hash FROM evidence WHERE launch_id = ${launchId}::uuid AND title = ${text}))`;
  return places;
}
