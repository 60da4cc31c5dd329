import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readDocument } from "../read";
import { itemsOf, type ItemState, type Reading } from "../reading";
import type { DocumentView } from "../view";

/** The built-in checklist, as the product ships it. */
export function seed(): Uint8Array {
  return readFileSync(fileURLToPath(new URL("../../../prisma/checklists/a4co.md", import.meta.url)));
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Reads what must be readable; the sentence of a refusal is the failure. */
export function read(document: string | Uint8Array): Reading {
  const outcome = readDocument(typeof document === "string" ? bytesOf(document) : document);
  if (!outcome.ok) throw new Error(outcome.sentence);
  return outcome.reading;
}

export function item(reading: Reading, start: string) {
  const found = itemsOf(reading).find((one) => one.text.startsWith(start));
  if (!found) throw new Error(`no item begins with "${start}"`);
  return found;
}

export function stateOf({ work, reason, applicability, applicabilityReason, waiver, owner, due, evidence, held }: ItemState): ItemState {
  return { work, reason, applicability, applicabilityReason, waiver, owner, due, evidence, ...(held ? { held } : {}) };
}

/** A changed document that wants its items as given and everything else as it is. */
export function view(items: DocumentView["items"], rest: Partial<DocumentView> = {}): DocumentView {
  return { changed: true, items, seats: {}, footer: null, notes: null, ...rest };
}

const holes = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
const cp1252 = "€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ";

/** UTF-8 read as cp1252 and saved again; bytes for which cp1252 has no character are dropped, as editors do. */
export function damaged(text: string): string {
  const kept = [...bytesOf(text)].filter((byte) => !holes.includes(byte));
  return kept.map((byte) => (byte >= 0x80 && byte < 0xa0 ? cp1252.charAt(byte - 0x80) : String.fromCharCode(byte))).join("");
}

/** UTF-8 read as latin-1: no byte is lost. */
export function damagedAsLatin1(text: string): string {
  return [...bytesOf(text)].map((byte) => String.fromCharCode(byte)).join("");
}

/** The lines of both texts that differ, by number; texts of another number of lines differ in all of them. */
export function changedLines(before: string, after: string): number[] {
  const [one, other] = [before.split(/\r\n|\n|\r/), after.split(/\r\n|\n|\r/)];
  if (one.length !== other.length) return one.map((_, index) => index + 1);
  return one.flatMap((line, index) => (line === other[index] ? [] : [index + 1]));
}
