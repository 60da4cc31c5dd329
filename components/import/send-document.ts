import type { Preview } from "@/lib/document/preview";
import type { Refused } from "../use-submit";

/** The server takes no larger checklist; saying so here spares the way. */
export const largestDocument = 1_048_576;

/** A checklist as it was given: its bytes in memory, so that what is created is what was shown; `null` is the built-in one. */
export interface Source { name: string; body: Blob | null }

export interface NewLaunch { slug: string; name: string; zone: string }
export type PreviewAnswer = { allowed: true; preview: Preview } | Refused;
export type CreateAnswer = { allowed: true; address: string } | Refused;

export async function askPreview(source: Source, take: readonly string[]): Promise<PreviewAnswer> {
  // The route answers with exactly this, allowed or not.
  return (await send(source, take, { preview: "true" })) as PreviewAnswer;
}

export async function askCreate(source: Source, take: readonly string[], launch: NewLaunch): Promise<CreateAnswer> {
  // The route answers with exactly this, allowed or not.
  return (await send(source, take, { ...launch })) as CreateAnswer;
}

async function send({ name, body }: Source, take: readonly string[], about: Record<string, string>): Promise<unknown> {
  const query = new URLSearchParams({ file: name, ...about, ...(body ? {} : { template: "true" }) });
  for (const id of take) query.append("take", id);
  const answer = await fetch(`/api/launches/import?${query.toString()}`, {
    method: "POST", ...(body ? { body } : {}), headers: { "content-type": "application/octet-stream" },
  });
  return answer.json();
}
