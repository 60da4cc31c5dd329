import { launchForHandler } from "@/lib/server/auth";
import { downloadHeaders, readFileContent } from "@/lib/server/queries/file";

/** An attached file, for members of its launch only, as an opaque download. */
export async function GET(_request: Request, { params }: { params: Promise<{ launch: string; hash: string }> }): Promise<Response> {
  const { launch, hash } = await params;
  const found = await launchForHandler(launch);
  if (found instanceof Response) return found;
  const file = await readFileContent(found.state.launch.id, hash);
  if (!file) return Response.json({ error: "There is no such file in this launch, or it was erased." }, { status: 404 });
  return new Response(new Uint8Array(file.bytes), { headers: downloadHeaders(file.name) });
}
