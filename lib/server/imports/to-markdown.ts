import { markdownFromExport } from "@/lib/document/from-export-json";
import { markdownFromRows, proposeMapping, type Mapping } from "@/lib/document/from-rows";
import { readCsv } from "./csv";
import { readXlsx } from "./xlsx";

/** What a file gives: a document to be read, or rows whose columns somebody has to confirm first, or why not. */
export type Given =
  | { kind: "document"; bytes: Uint8Array }
  | { kind: "rows"; rows: string[][]; mapping: Mapping }
  | { kind: "refused"; sentence: string };

/**
 * Any file that can be imported, as the Markdown that is then read; by its bytes, and by its name where they do not tell.
 * Rows need a `mapping`: without one they are given back with what is proposed. Markdown passes untouched.
 */
export function toMarkdown(name: string, bytes: Uint8Array, mapping: Mapping | null): Given {
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (zipped || /\.(?:csv|tsv)$/i.test(name)) {
    const read = zipped ? readXlsx(bytes) : readCsv(bytes);
    if (!read.ok) return { kind: "refused", sentence: read.sentence };
    if (mapping === null) return { kind: "rows", rows: read.rows, mapping: proposeMapping(read.rows) };
    return made(markdownFromRows(read.rows, mapping, name.replace(/\.[^.]+$/, "")));
  }
  if (/\.json$/i.test(name)) return made(markdownFromExport(new TextDecoder().decode(bytes)));
  return { kind: "document", bytes };
}

function made(from: ReturnType<typeof markdownFromRows>): Given {
  return from.ok ? { kind: "document", bytes: new TextEncoder().encode(from.markdown) } : { kind: "refused", sentence: from.sentence };
}
