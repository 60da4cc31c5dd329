import { launchForHandler } from "@/lib/server/auth";
import { statusOf } from "@/lib/server/queries/status";

/** The contract's `status` JSON. The ETag changes with the revision and whenever something flips by itself. */
export async function GET(request: Request, { params }: { params: Promise<{ launch: string }> }): Promise<Response> {
  const found = await launchForHandler((await params).launch);
  if (found instanceof Response) return found;
  const { judgement } = found;
  const etag = `"${judgement.rule}-${judgement.revision}-${judgement.validUntil ?? "steady"}"`;
  const headers = { etag, "cache-control": "private, no-cache" };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  return Response.json(statusOf(found), { headers });
}
