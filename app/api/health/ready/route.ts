import { readiness } from "@/lib/server/queries/readiness";

export const dynamic = "force-dynamic";

/** Database reachable and migrated: 200; otherwise 503, with what is missing in words. */
export async function GET(): Promise<Response> {
  const found = await readiness();
  return Response.json(found, { status: found.ok ? 200 : 503, headers: { "cache-control": "no-store" } });
}
