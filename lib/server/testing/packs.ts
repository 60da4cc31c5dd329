import { zipSync } from "fflate";
import type { StoredEvent } from "@/lib/domain/check-history";
import { commitTexts, genesis, hashInput, restoreTexts } from "@/lib/domain/event";
import type { Change } from "@/lib/domain/state";
import { newSecret, sha256 } from "../digest";
import type { PackSource } from "../exports/pack-files";

export type Files = Record<string, Uint8Array>;
export const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
export const bytes = (words: string): Uint8Array => new TextEncoder().encode(words);
export const zip = (files: Files): Uint8Array => zipSync(files, { level: 0 });

/** As a careful forger would: the manifest lists the forged bytes. */
export function relisted(files: Files): Uint8Array {
  const manifest = JSON.parse(text(files["manifest.json"])) as { files: Record<string, { bytes: number; sha256: string }> };
  for (const [file, one] of Object.entries(files)) if (file !== "manifest.json") manifest.files[file] = { bytes: one.length, sha256: sha256(one) };
  return zip({ ...files, "manifest.json": bytes(`${JSON.stringify(manifest, null, 1)}\n`) });
}

/** What a pack was made of, read back from its files. */
export function sourceOf(files: Files): PackSource {
  const state = JSON.parse(text(files["state.json"])) as { at: string; maker: string; names: Record<string, string> };
  const events = text(files["events.jsonl"]).trimEnd().split("\n").map((line) => {
    const event = JSON.parse(line) as StoredEvent & { texts: { path: string; salt?: string; text?: string }[] };
    return { ...event, texts: event.texts.map(({ path, salt = "", text: words = null }) => ({ path, salt, text: words })) };
  });
  return { events, names: state.names, document: files["document.md"] ?? null, take: [], at: state.at, maker: state.maker };
}

/** One event told otherwise, its texts committed and every hash from there on made anew, as somebody would who has the whole program. */
export function rewritten(events: readonly StoredEvent[], seq: number, alter: (event: StoredEvent & { changes: Change[] }) => Partial<StoredEvent>): StoredEvent[] {
  let prev = genesis;
  return events.map((event) => {
    const told = event.seq === seq ? { ...event, ...alter({ ...event, changes: restoreTexts(event.changes, event.texts).changes }) } : event;
    const own = event.seq === seq && told.changes !== event.changes ? { ...told, ...commitTexts(told.changes, newSecret, sha256) } : told;
    const made = { ...own, prev, hash: sha256(hashInput(prev, own)) };
    prev = made.hash;
    return made;
  });
}
