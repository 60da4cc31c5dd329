import { launchForHandler } from "@/lib/server/auth";
import { readLaunchAtTime } from "@/lib/server/queries/at";
import { statusOf } from "@/lib/server/queries/status";

/** The contract's `status` JSON. The ETag changes with the revision and whenever something flips by itself; with `?at=` as it stood at a moment. */
export async function GET(request: Request, { params }: { params: Promise<{ launch: string }> }): Promise<Response> {
  const found = await launchForHandler((await params).launch);
  if (found instanceof Response) return found;
  const at = new URL(request.url).searchParams.get("at");
  if (at !== null) {
    const past = await readLaunchAtTime(found, at);
    return past ? Response.json(statusOf(past), { headers: { "cache-control": "private, no-store" } })
      : Response.json({ error: "There is nothing to show of this launch at that moment." }, { status: 404 });
  }
  const { judgement } = found;
  const etag = `"${judgement.rule}-${judgement.revision}-${judgement.validUntil ?? "steady"}"`;
  const headers = { etag, "cache-control": "private, no-cache" };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  return Response.json(statusOf(found), { headers });
}
