import { changeWords } from "@/components/sign-off/change-words";
import type { MovedSince } from "@/components/sign-off/use-moved";
import { launchForHandler } from "@/lib/server/auth";
import { readMoved } from "@/lib/server/queries/moved";

/** What moved in what a seat signs, `?from=` the revision a form was opened at, in words; without it, what stands now. */
export async function GET(request: Request, { params }: { params: Promise<{ launch: string; seat: string }> }): Promise<Response> {
  const { launch, seat } = await params;
  const found = await launchForHandler(launch);
  if (found instanceof Response) return found;
  const from = Number(new URL(request.url).searchParams.get("from") ?? found.state.revision);
  const moved = Number.isSafeInteger(from) ? await readMoved(found.state, seat, from) : null;
  if (!moved) return Response.json({ error: "There is no such seat or revision in this launch." }, { status: 404 });
  const { digest, revision, changes } = moved;
  const told: MovedSince = { digest, revision, lines: changes.map((change) => changeWords(change, found.state)) };
  return Response.json(told, { headers: { "cache-control": "private, no-store" } });
}
