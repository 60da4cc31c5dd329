import { largestNamed } from "@/lib/document/own-export";
import { launchAddress } from "@/lib/domain/address";
import type { Refusal } from "@/lib/domain/refusal";
import { isRefusal, readText } from "@/lib/domain/text-input";
import { actorForChange } from "@/lib/server/auth";
import { refusedBy } from "@/lib/server/answer";
import { createLaunch } from "@/lib/server/commands/create-launch";
import { give, giveDocument, howOf, keptOf } from "@/lib/server/imports/give";
import type { Brought } from "@/lib/server/imports/to-document";
import { judgeSize } from "@/lib/server/imports/too-large";
import * as input from "@/lib/server/input/import";
import { previewImport } from "@/lib/server/queries/import-preview";
import { refusedResponse } from "@/lib/server/refused-response";
import type { Actor } from "@/lib/server/sessions";
import { readTemplate } from "@/lib/server/template";
import { readUpload } from "@/lib/server/upload";
import { texts } from "@/lib/texts/texts";

const unkept = { "cache-control": "private, no-store" };

/**
 * Creates a launch from the request's body, a checklist's own bytes: Markdown, CSV, XLSX, our own JSON, or with `pasted=true`
 * a list. In the address: `file` (its name), `slug`, `name` (the document's title when empty), `zone`, `take` once for each
 * choice, `link` once for each repeat to be linked; of rows `mapping` (as JSON) and of a workbook `sheet`. With `preview=true`
 * nothing is created: the answer is what it would be, or for rows without a mapping their columns. With `template=true` the
 * body is not read and the built-in checklist is taken.
 */
export async function POST(request: Request): Promise<Response> {
  const who = await actorForChange();
  if (!who.allowed) return refused(who);
  // Asked before the body is read: whoever may not create sends nothing for nothing.
  if (!who.actor.admin) return refused({ allowed: false, why: "not-permitted", sentence: texts("import")("noPermission.text") });
  const query = new URL(request.url).searchParams;
  return query.get("preview") === "true" ? preview(request, who.actor, query) : create(request, who.actor, query);
}

async function preview(request: Request, actor: Actor, query: URLSearchParams): Promise<Response> {
  const parsed = input.importFile.safeParse(input.fileIn(query));
  if (!parsed.success) return malformed(parsed.error);
  const source = await sourceOf(request, query, parsed.data.file);
  if ("allowed" in source) return refused(source);
  const given = await give(source, howOf(parsed.data));
  if ("allowed" in given) return refused(given);
  if (given.kind === "table") return Response.json({ allowed: true, table: given.table }, { headers: unkept });
  const outcome = await previewImport(actor, { bytes: given.bytes, take: parsed.data.take });
  return outcome.allowed ? Response.json({ ...outcome, kept: keptOf(given) }, { headers: unkept }) : refused(outcome);
}

async function create(request: Request, actor: Actor, query: URLSearchParams): Promise<Response> {
  const parsed = input.newLaunch.safeParse({ ...input.fileIn(query), slug: query.get("slug"), name: query.get("name") ?? "", zone: query.get("zone") ?? "UTC" });
  if (!parsed.success) return malformed(parsed.error);
  const { slug, zone, take, link } = parsed.data;
  const name = parsed.data.name.trim() === "" ? { text: null } : readText(parsed.data.name, "name", 200);
  if (isRefusal(name)) return refused(name);
  const source = await sourceOf(request, query, parsed.data.file);
  if ("allowed" in source) return refused(source);
  const document = await giveDocument(source, howOf(parsed.data));
  if ("allowed" in document) return refused(document);
  const outcome = await createLaunch(actor, { fileName: document.name, bytes: document.bytes, slug, zone, take, link, name: name.text });
  if (!outcome.allowed) return refused(outcome.why.includes("slug") ? { ...outcome, field: "slug" } : outcome);
  const address = launchAddress(outcome.slug);
  return Response.json({ allowed: true, slug: outcome.slug, address, items: outcome.items }, { status: 201, headers: { ...unkept, location: address } });
}

async function sourceOf(request: Request, query: URLSearchParams, fileName: string): Promise<Brought | Refusal> {
  if (query.get("template") === "true") {
    const template = await readTemplate();
    return { name: template.fileName, bytes: template.bytes };
  }
  // An empty file has a sentence of its own, where an upload without a body has none.
  const upload = request.headers.get("content-length") === "0" ? { allowed: true as const, bytes: new Uint8Array() } : await readUpload(request, largestNamed(fileName));
  const judged = judgeSize(upload, fileName);
  if (!judged.allowed) return judged;
  return { name: fileName.split(/[\\/]/).at(-1)?.slice(-200) || "checklist.md", bytes: judged.bytes, pasted: query.get("pasted") === "true" };
}

function malformed(error: { issues: readonly { path: readonly PropertyKey[] }[] }): Promise<Response> {
  return refused({ allowed: false, why: "bad-input", field: String(error.issues[0]?.path[0] ?? "") });
}

async function refused(refusal: Refusal): Promise<Response> {
  return refusedResponse(await refusedBy(refusal));
}
