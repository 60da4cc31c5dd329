import type { z } from "zod";
import { judgeAddEvidence } from "@/lib/domain/judge-evidence";
import { refuse, type Refusal } from "@/lib/domain/refusal";
import { change, type Done } from "../change";
import { newId, sha256 } from "../digest";
import type * as input from "../input/decision";
import { momentOf } from "../moment-of";
import type { Actor } from "../sessions";

/** The largest file that can be attached, in bytes: 10 MiB. */
export const largestFile = 10 * 1_048_576;

/**
 * Attaches a file as proof: its bytes go into the database in the transaction of the event, which holds their SHA-256. The same
 * bytes twice in a launch are kept once.
 */
export async function attachFile(actor: Actor, { launch, item, name, trueOn, validDays }: z.infer<typeof input.attachFile>, bytes: Uint8Array): Promise<Done | Refusal> {
  if (bytes.length > largestFile) return refuse("file-too-large", { field: "file", limit: largestFile });
  if (bytes.length === 0) return refuse("file-empty", { field: "file" });
  const hash = sha256(bytes);
  return change(actor, launch, async ({ tx, state, person, now }) => {
    const trueAt = trueOn === null ? now : momentOf(trueOn, state.launch.zone, "start");
    if (trueAt === null) return refuse("bad-day", { field: "trueOn" });
    const title = fileName(name);
    const judged = judgeAddEvidence(state, person, {
      itemId: item, kind: "file", title, url: null, fileHash: hash, value: null, unit: null, outcome: null, source: null, trueAt, validDays,
    }, now, newId);
    if (!judged.allowed) return judged;
    await tx.fileContent.createMany({ data: [{ launchId: state.launch.id, sha256: hash, name: title, bytes: new Uint8Array(bytes) }], skipDuplicates: true });
    return judged;
  });
}

/**
 * Only the last part of what a browser calls a path, without what no file system takes and without what turns the direction of
 * reading around, behind which "exe.jpg" ends in .exe.
 */
function fileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  return Array.from(last.replace(/\p{Cc}|\p{Bidi_Control}/gu, "").trim()).slice(0, 200).join("");
}
