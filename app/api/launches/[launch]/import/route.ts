import { largestNamed } from "@/lib/document/own-export";
import type { Refusal } from "@/lib/domain/refusal";
import { actorForChange } from "@/lib/server/auth";
import { answerTo, refusedBy } from "@/lib/server/answer";
import { giveInto, importAgain, planImportAgain } from "@/lib/server/commands/import-again";
import { asDocument, howOf, keptOf } from "@/lib/server/imports/give";
import { judgeSize } from "@/lib/server/imports/too-large";
import * as input from "@/lib/server/input/import";
import { refusedResponse } from "@/lib/server/refused-response";
import { readUpload } from "@/lib/server/upload";

const unkept = { "cache-control": "private, no-store" };
/** Room for the answers that stand before the document in the body. */
const roomForAnswers = 1_048_576;

/**
 * Imports the request's body, a checklist's own bytes in any form that a new launch takes, into a living launch. In the
 * address: `file` (its name), `mapping`, `sheet` and `pasted` as there, and with `chosen=true` a `take` for each choice (else
 * those of the text before). With `preview=true` nothing is applied: the answer is the plan and the revision it was made for,
 * or for rows without a mapping their columns. To apply it, `revision` is that one, and the body's first `answers` bytes are
 * the answers as JSON; the answer is the actions' `Answer`.
 */
export async function POST(request: Request, { params }: { params: Promise<{ launch: string }> }): Promise<Response> {
  const who = await actorForChange();
  if (!who.allowed) return refused(who);
  const query = new URL(request.url).searchParams;
  const parsed = input.importInto.safeParse({ ...(await params), ...input.fileIn(query), revision: query.get("revision") ?? undefined, answers: query.get("answers") ?? 0, chosen: query.get("chosen") ?? undefined });
  if (!parsed.success) return refused({ allowed: false, why: "bad-input", field: String(parsed.error.issues[0]?.path[0] ?? "") });
  const { launch, file, revision, answers: length } = parsed.data;
  const judged = judgeSize(await readUpload(request, largestNamed(file) + roomForAnswers), file, length);
  if (!judged.allowed) return refused(judged);
  const brought = { name: file.split(/[\\/]/).at(-1)?.slice(-200) || "checklist.md", bytes: judged.bytes, pasted: parsed.data.pasted === "true" };
  const given = await giveInto(who.actor, launch, brought, howOf(parsed.data));
  if ("allowed" in given) return refused(given);
  if (given.kind === "table" && query.get("preview") === "true") return Response.json({ allowed: true, table: given.table }, { headers: unkept });
  const known = asDocument(given);
  if ("allowed" in known) return refused(known);
  const document = { launch, fileName: known.name, bytes: known.bytes, take: parsed.data.chosen === "true" ? parsed.data.take : null };
  if (query.get("preview") === "true") {
    const planned = await planImportAgain(who.actor, document);
    if (!planned.allowed) return refused(planned);
    const { steps, questions, notices, empty } = planned.plan;
    const { revision, choices, taken } = planned;
    return Response.json({ allowed: true, plan: { steps, questions, notices, empty }, revision, choices, taken, kept: keptOf(known) }, { headers: unkept });
  }
  const answers = readAnswers(judged.before);
  if (!answers || revision === undefined) return refused({ allowed: false, why: "bad-input", field: "answers" });
  const outcome = await importAgain(who.actor, { ...document, answers, revision });
  return outcome.allowed ? Response.json(await answerTo(outcome), { headers: unkept }) : refused(outcome);
}

function readAnswers(bytes: Uint8Array): Record<string, string> | null {
  try {
    return input.answers.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
}

async function refused(refusal: Refusal): Promise<Response> {
  return refusedResponse(await refusedBy(refusal));
}
