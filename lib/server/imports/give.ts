import { refuse, type Refusal } from "@/lib/domain/refusal";
import { texts } from "@/lib/texts/texts";
import { runTask } from "../reader/reader";
import type { Source } from "../reader/tasks";
import type { Brought, GivenDocument, GivenTable, How } from "./to-document";

/**
 * The one place that asks for a file to be made a document: rows nobody said anything of come back as they are proposed.
 * @param base the document that the file is a newer one of: what the file's format cannot say is taken from there
 */
export async function give(brought: Brought, how: How, base: Source | null = null): Promise<GivenDocument | GivenTable | Refusal> {
  const ran = await runTask("brought", "convert", { brought, how, base });
  if (!("done" in ran)) return ran;
  return ran.value.kind === "refused" ? refuse("bad-document", { sentence: ran.value.sentence }) : ran.value;
}

/** The same where the columns have to be known by now. */
export async function giveDocument(brought: Brought, how: How, base: Source | null = null): Promise<GivenDocument | Refusal> {
  const given = await give(brought, how, base);
  return "allowed" in given ? given : asDocument(given);
}

export function asDocument(given: GivenDocument | GivenTable): GivenDocument | Refusal {
  return given.kind === "document" ? given : refuse("bad-document", { sentence: texts("import")("columns.first") });
}

/** What an address said of how a file is read. */
export function howOf({ mapping, sheet }: { mapping?: How["mapping"] | undefined; sheet?: number | undefined }): How {
  return { mapping: mapping ?? null, sheet: sheet ?? null };
}

/** What of a document made from something else is told before it is kept. */
export interface Kept {
  name: string;
  /** Of the Markdown that is kept, in bytes. */
  size: number;
  from: GivenDocument["from"];
  notices: string[];
  /** The Markdown itself, where it was made here. */
  text: string | null;
}

export function keptOf({ name, bytes, from, notices }: GivenDocument): Kept {
  return { name, size: bytes.length, from, notices, text: from === null ? null : new TextDecoder().decode(bytes) };
}
