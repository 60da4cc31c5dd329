import { refuse, type Refusal } from "@/lib/domain/refusal";
import { texts } from "@/lib/texts/texts";
import { toDocument, type GivenDocument, type GivenTable, type How, type Source } from "./to-document";

/** The one place that asks for a file to be made a document: rows nobody said anything of come back as they are proposed. */
export function give(source: Source, how: How): Promise<GivenDocument | GivenTable | Refusal> {
  const given = toDocument(source, how);
  return Promise.resolve(given.kind === "refused" ? refuse("bad-document", { sentence: given.sentence }) : given);
}

/** The same where the columns have to be known by now. */
export async function giveDocument(source: Source, how: How): Promise<GivenDocument | Refusal> {
  const given = await give(source, how);
  return "allowed" in given || given.kind === "document" ? given : refuse("bad-document", { sentence: texts("import")("columns.first") });
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
