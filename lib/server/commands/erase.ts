import type { z } from "zod";
import { holdsText, judgeErase, judgeEraseFile, judgeMayErase, namesOfFile } from "@/lib/domain/erase";
import { refuse, type Refusal } from "@/lib/domain/refusal";
import { change, type Done } from "../change";
import type { Tx } from "../db";
import type * as input from "../input/decision";
import type { Actor } from "../sessions";

/**
 * Erases a text of the history: at this place, wherever else in the launch's history the very same text stands, and in the rows
 * (rules §11). An instance's admin only. What names it (an item's key) and the imported document's own bytes stay.
 */
export function eraseText(actor: Actor, { launch, seq, path }: z.infer<typeof input.eraseText>): Promise<Done | Refusal> {
  return change(actor, launch, async ({ tx, state, person }) => {
    const refusal = judgeMayErase(person);
    if (refusal) return refusal;
    const launchId = state.launch.id;
    const found = await tx.eventText.findUnique({ where: { launchId_seq_path: { launchId, seq, path } }, select: { text: true } });
    // A whole signed state is not one text: erase the words in it, where they were written.
    if (!found || isSnapshot(path)) return refuse("unknown-text");
    const judged = judgeErase(state, person, found.text);
    if (judged.allowed && found.text !== null) await eraseEverywhere(tx, launchId, found.text);
    return judged;
  });
}

/** Erases an attached file: its bytes from the database, its name as a text; its SHA-256 stays in the history (rules §11). Admins only. */
export function eraseFile(actor: Actor, { launch, hash }: z.infer<typeof input.eraseFile>): Promise<Done | Refusal> {
  return change(actor, launch, async ({ tx, state, person }) => {
    const judged = judgeEraseFile(state, person, hash);
    if (!judged.allowed) return judged;
    await tx.fileContent.deleteMany({ where: { launchId: state.launch.id, sha256: hash } });
    for (const name of namesOfFile(state, hash)) await eraseEverywhere(tx, state.launch.id, name);
    return judged;
  });
}

/** Fields whose text is the canonical JSON of many. */
function isSnapshot(path: string): boolean {
  return /\.(material|record)$/.test(path);
}

async function eraseEverywhere(tx: Tx, launchId: string, text: string): Promise<void> {
  // JSON writes some characters otherwise: searching for the written form finds candidates, parsing decides.
  const written = JSON.stringify(text).slice(1, -1);
  const candidates = await tx.$queryRaw<{ seq: number; path: string; text: string }[]>`
    SELECT seq, path, text FROM event_texts
     WHERE launch_id = ${launchId}::uuid AND (text = ${text} OR (path ~ '\\.(material|record)$' AND strpos(text, ${written}) > 0))`;
  for (const one of candidates) {
    if (one.text !== text && !holdsText(JSON.parse(one.text), text)) continue;
    await tx.$executeRaw`UPDATE event_texts SET text = NULL, erased_at = clock_timestamp() WHERE launch_id = ${launchId}::uuid AND seq = ${one.seq} AND path = ${one.path}`;
  }
}
