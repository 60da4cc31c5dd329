import { badgeSvg } from "@/lib/server/exports/badge";
import { readBadge } from "@/lib/server/queries/badge";
import { texts } from "@/lib/texts/texts";

/** 128 bits as they stand in an address, and the ending that pages of other people ask for. */
const named = /^([A-Za-z0-9_-]{22})\.svg$/;

/**
 * A launch's badge, for whoever has its address. Kept nowhere without asking again; a key that never was, has ended or was taken
 * back gets the same answer.
 */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const key = named.exec((await params).file)?.[1];
  const judgement = key ? await readBadge(key) : null;
  if (!judgement) return new Response(`${texts("badge")("notFound")}\n`, { status: 404, headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" } });
  const { rule, verdict, numbers: { verified } } = judgement;
  // Of what it shows and nothing else: it stays the same while the launch changes otherwise.
  const etag = `"${rule}-${verdict}-${verified.done}-${verified.of}"`;
  const headers = { etag, "cache-control": "no-cache", "x-content-type-options": "nosniff", "cross-origin-resource-policy": "cross-origin" };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  return new Response(badgeSvg(judgement), { headers: { ...headers, "content-type": "image/svg+xml; charset=utf-8" } });
}
