import { limits } from "./limits";

/** How our own JSON and CSV exports begin, and no checklist that somebody wrote does. */
const beginnings = [/^\s*\{\s*"format":\s*"readiness\/1"/, /^key[,;\t]section[,;\t]group[,;\t]item[,;\t]window[,;\t]required[,;\t]condition[,;\t]applicability[,;\t]/];

/** Whether a file is one that we exported: by how it begins, so that nothing large has to be read first. */
export function isOwnExport(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 256)).replace(/^\ufeff/, "");
  return beginnings.some((beginning) => beginning.test(head));
}

/** The most bytes of a file that are looked at, before it is known what it is: only CSV and JSON can be our own. */
export function largestNamed(name: string): number {
  return /\.(?:json|csv)$/i.test(name) ? limits.exportBytes : limits.bytes;
}

/** The most bytes of a file that are read, by what it is (`limits.exportBytes`). */
export function largestOf(bytes: Uint8Array): number {
  return isOwnExport(bytes) ? limits.exportBytes : limits.bytes;
}
