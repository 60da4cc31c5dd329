import { launchForHandler } from "@/lib/server/auth";
import { exportLaunch, formats, isFormat } from "@/lib/server/exports/export";
import { log } from "@/lib/server/log";
import { readLaunchAtTime } from "@/lib/server/queries/at";

/** A launch's status as a file, in one of `formats`; with `?at=` as it stood at a moment. */
export async function GET(request: Request, { params }: { params: Promise<{ launch: string; format: string }> }): Promise<Response> {
  const { launch, format } = await params;
  const found = await launchForHandler(launch);
  if (found instanceof Response) return found;
  if (!isFormat(format)) return Response.json({ error: `There is no such format. Use ${formats.join(", ")}.` }, { status: 404 });
  const at = new URL(request.url).searchParams.get("at");
  const shown = at === null ? found : await readLaunchAtTime(found, at);
  if (!shown) return Response.json({ error: "There is nothing to show of this launch at that moment." }, { status: 404 });
  const file = await exportLaunch(shown, format).catch((error: unknown) => {
    log("error", "an export failed", { format, launch, error: error instanceof Error ? error.message : String(error) });
    return null;
  });
  if (!file) return Response.json({ error: "This file could not be made just now. Try again; the report page can be printed meanwhile." }, { status: 503 });
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      "content-type": file.type,
      "content-disposition": `attachment; filename="${file.name}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
