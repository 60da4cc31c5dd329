import type { z } from "zod";
import { judgeUndo } from "@/lib/domain/judge-undo";
import { refuse, type Refusal } from "@/lib/domain/refusal";
import { change, type Done } from "../change";
import type * as input from "../input/launch";
import { judgeFresh } from "../fresh";
import { putBackDocument } from "../documents";
import { Prisma } from "../generated/prisma/client";
import { readEvent, readLater } from "../queries/history";
import type { Actor } from "../sessions";

/** Takes back one's own change while nobody has built on it, as a new event (rules §11). */
export function undo(actor: Actor, { launch, revision }: z.infer<typeof input.undo>): Promise<Done | Refusal> {
  return change(actor, launch, async ({ tx, state, person, now }) => {
    const event = await readEvent(tx, state.launch.id, revision);
    if (!event) return refuse("unknown-event");
    const later = await readLater(tx, state.launch.id, event.seq, event.changes.map(({ id }) => id));
    const judged = judgeUndo(state, person, event, later ?? [], now);
    // Letting somebody in again takes the password, as taking them out did (trust 4).
    const unsure = judged.allowed && judged.changes.some(({ entity }) => entity === "member") ? judgeFresh(actor, now) : null;
    if (unsure) return unsure;
    // A launch's lines are those of its document: with an import, its document is taken back as well.
    const document = judged.allowed ? await putBackDocument(tx, state.launch.id, event.at, actor, now) : null;
    if (document === false) return refuse("built-upon");
    return judged.allowed && document !== null ? { ...judged, beside: { document } } : judged;
  }).catch((error: unknown) => {
    // Taking a row away that another row has come to refer to: somebody has built on it, which only the database sees.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2003") return refuse("built-upon");
    throw error;
  });
}
