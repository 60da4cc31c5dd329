import { previewOf, type Preview } from "@/lib/document/preview";
import { readDocument } from "@/lib/document/read";
import { refuse, type Refusal } from "@/lib/domain/refusal";
import { reads } from "../db";
import type { Actor } from "../sessions";

export interface Previewed { allowed: true; preview: Preview }

/**
 * What creating a launch from a document would make; nothing is written. Only for those who may create it. A document in
 * which only choices look like items is shown as well: taking one may be what it needs.
 */
export async function previewImport(actor: Actor, { bytes, take }: { bytes: Uint8Array; take: readonly string[] }): Promise<Previewed | Refusal> {
  if (!actor.admin) return refuse("not-permitted");
  const read = readDocument(bytes, { take });
  if (!read.ok) return refuse("bad-document", { sentence: read.sentence });
  if (read.reading.counts.items === 0 && read.reading.choices.length === 0) return refuse("no-items");
  const preview = previewOf(read.reading);
  return { allowed: true, preview: { ...preview, address: await freeAddress(preview.address) } };
}

/** The address itself, or with the first free number. */
async function freeAddress(wanted: string): Promise<string> {
  const base = wanted.slice(0, 60).replace(/-+$/, "");
  const taken = new Set((await reads().launch.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } })).map(({ slug }) => slug));
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
