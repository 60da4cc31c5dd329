import type { Preview } from "@/lib/document/preview";
import { refuse, type Refusal } from "@/lib/domain/refusal";
import { reads } from "../db";
import { runTask } from "../reader/reader";
import type { Actor } from "../sessions";

export interface Previewed { allowed: true; preview: Preview }

/**
 * What creating a launch from a document would make; nothing is written. Only for those who may create it. A document in
 * which only choices look like items is shown as well: taking one may be what it needs.
 */
export async function previewImport(actor: Actor, { bytes, take }: { bytes: Uint8Array; take: readonly string[] }): Promise<Previewed | Refusal> {
  if (!actor.admin) return refuse("not-permitted");
  const ran = await runTask("brought", "preview", { bytes, take });
  if (!("done" in ran)) return ran;
  const read = ran.value;
  if (!read.ok) return refuse("bad-document", { sentence: read.sentence });
  if (read.items === 0 && read.choices === 0) return refuse("no-items");
  const { preview } = read;
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
