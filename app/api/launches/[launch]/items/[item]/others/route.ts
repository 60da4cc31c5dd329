import { launchForHandler } from "@/lib/server/auth";
import { readOthers } from "@/lib/server/queries/others";

/** Which items one could be linked with, `?said=` words of them, a key or an address. */
export async function GET(request: Request, { params }: { params: Promise<{ launch: string; item: string }> }): Promise<Response> {
  const { launch, item } = await params;
  const found = await launchForHandler(launch);
  if (found instanceof Response) return found;
  const others = readOthers(found, item, (new URL(request.url).searchParams.get("said") ?? "").slice(0, 500));
  if (!others) return Response.json({ error: "There is no such item in this launch." }, { status: 404 });
  return Response.json(others, { headers: { "cache-control": "private, no-store" } });
}
