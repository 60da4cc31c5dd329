import { launchForHandler } from "@/lib/server/auth";
import { exportLaunch, isFormat } from "@/lib/server/exports/export";

/** A launch's status as a file: `md`, `csv`, `json` or `pack`. */
export async function GET(_request: Request, { params }: { params: Promise<{ launch: string; format: string }> }): Promise<Response> {
  const { launch, format } = await params;
  const found = await launchForHandler(launch);
  if (found instanceof Response) return found;
  if (!isFormat(format)) return Response.json({ error: "There is no such format. Use md, csv, json or pack." }, { status: 404 });
  const file = await exportLaunch(found, format);
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      "content-type": file.type,
      "content-disposition": `attachment; filename="${file.name}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
