import type { Mapping } from "@/lib/document/columns";
import type { Preview } from "@/lib/document/preview";
import type { MadeFrom, TableShown } from "@/lib/document/table-shown";
import type { Refused } from "../use-submit";
import { post, type Sending } from "./post";

/** A checklist as it was given: its bytes in memory, so that what is created is what was shown; `null` is the built-in one. */
export interface Source { name: string; body: Blob | null; pasted?: boolean }

/**
 * What was said of a source so far: which column is what, which sheet, which choices are read, which repeats linked. `taken`
 * null = nobody said: none, or of a newer text those of the one before.
 */
export interface Said { mapping: Mapping | null; sheet: number | null; taken: readonly string[] | null; linked: readonly string[] }
export const nothingSaid: Said = { mapping: null, sheet: null, taken: null, linked: [] };

/** What is kept with the launch, and what it was made from. */
export interface Kept { name: string; size: number; from: MadeFrom; notices: string[]; text: string | null }

export interface NewLaunch { slug: string; name: string; zone: string }
export type TableAnswer = { allowed: true; table: TableShown };
export type PreviewAnswer = { allowed: true; preview: Preview; kept: Kept } | TableAnswer;
export type CreateAnswer = { allowed: true; address: string };

export async function askPreview(source: Source, said: Said, sending: Sending): Promise<PreviewAnswer | Refused> {
  // The route answers with exactly this, allowed or not.
  return (await send(source, said, { preview: "true" }, sending)) as PreviewAnswer | Refused;
}

export async function askCreate(source: Source, said: Said, launch: NewLaunch, sending: Sending): Promise<CreateAnswer | Refused> {
  // The route answers with exactly this, allowed or not.
  return (await send(source, said, { ...launch }, sending)) as CreateAnswer | Refused;
}

/** A source and what was said of it, as the addresses of both imports take it. */
export function queryOf({ name, body, pasted }: Source, { mapping, sheet, taken, linked }: Said, about: Readonly<Record<string, string>>): URLSearchParams {
  const query = new URLSearchParams({
    file: name, ...about, ...(body ? {} : { template: "true" }), ...(pasted ? { pasted: "true" } : {}),
    ...(mapping ? { mapping: JSON.stringify(mapping) } : {}), ...(sheet === null ? {} : { sheet: String(sheet) }),
    ...(taken === null ? {} : { chosen: "true" }),
  });
  for (const id of taken ?? []) query.append("take", id);
  for (const id of linked) query.append("link", id);
  return query;
}

function send(source: Source, said: Said, about: Readonly<Record<string, string>>, sending: Sending): Promise<unknown> {
  return post(`/api/launches/import?${queryOf(source, said, about).toString()}`, source.body, sending);
}
