import { actorForChange } from "@/lib/server/auth";
import { answerTo, refusedBy } from "@/lib/server/answer";
import { attachFile } from "@/lib/server/commands/files";
import * as input from "@/lib/server/input/decision";
import { refusedResponse } from "@/lib/server/refused-response";
import { readUpload } from "@/lib/server/upload";

/**
 * Attaches the request's body, a file's own bytes, as proof (server actions stop at 1 MB). In the address: `name`, and where given
 * `trueOn` and `validDays`. The answer is the actions' `Answer`.
 */
export async function POST(request: Request, { params }: { params: Promise<{ launch: string; item: string }> }): Promise<Response> {
  const refused = async (...about: Parameters<typeof refusedBy>): Promise<Response> => refusedResponse(await refusedBy(...about));
  const who = await actorForChange();
  if (!who.allowed) return refused(who);
  const query = new URL(request.url).searchParams;
  const days = query.get("validDays");
  const parsed = input.attachFile.safeParse({ ...(await params), name: query.get("name"), trueOn: query.get("trueOn"), validDays: days ? Number(days) : null });
  if (!parsed.success) return refused({ allowed: false, why: "bad-input", field: String(parsed.error.issues[0]?.path[0] ?? "") });
  const upload = await readUpload(request);
  if (!upload.allowed) return refused(upload);
  const outcome = await attachFile(who.actor, parsed.data, upload.bytes);
  return outcome.allowed ? Response.json(await answerTo(outcome), { headers: { "cache-control": "private, no-store" } }) : refused(outcome, parsed.data.item);
}
