import { launchForHandler } from "@/lib/server/auth";
import { exportLaunch, isFormat } from "@/lib/server/exports/export";
import { readLaunchAtTime } from "@/lib/server/queries/at";

/** A launch's status as a file: `md`, `csv`, `json` or `pack`; with `?at=` as it stood at a moment. */
export async function GET(request: Request, { params }: { params: Promise<{ launch: string; format: string }> }): Promise<Response> {
  const { launch, format } = await params;
  const found = await launchForHandler(launch);
  if (found instanceof Response) return found;
  if (!isFormat(format)) return Response.json({ error: "There is no such format. Use md, csv, json or pack." }, { status: 404 });
  const at = new URL(request.url).searchParams.get("at");
  const shown = at === null ? found : await readLaunchAtTime(found, at);
  if (!shown) return Response.json({ error: "There is nothing to show of this launch at that moment." }, { status: 404 });
  const file = await exportLaunch(shown, format);
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      "content-type": file.type,
      "content-disposition": `attachment; filename="${file.name}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
