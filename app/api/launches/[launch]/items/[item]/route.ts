import { launchForHandler } from "@/lib/server/auth";
import { readItem } from "@/lib/server/queries/item";

/** One item with its proof and its history, for the panel beside the list. */
export async function GET(_request: Request, { params }: { params: Promise<{ launch: string; item: string }> }): Promise<Response> {
  const { launch, item } = await params;
  const found = await launchForHandler(launch);
  if (found instanceof Response) return found;
  const detail = await readItem(found, item);
  if (!detail) return Response.json({ error: "There is no such item in this launch." }, { status: 404 });
  return Response.json(detail, { headers: { "cache-control": "private, no-store" } });
}
