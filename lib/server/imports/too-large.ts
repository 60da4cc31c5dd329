import { largestNamed, largestOf } from "@/lib/document/own-export";
import { refuse, type Refusal } from "@/lib/domain/refusal";
import { texts } from "@/lib/texts/texts";

/** Refuses a checklist of `count` bytes where at most `most` are read. An attachment's sentence would send its owner the wrong way. */
export function tooLarge(count: number, most: number): Refusal {
  const inWords = (bytes: number): string => bytes.toLocaleString("en-US");
  return refuse("file-too-large", { count, limit: most, sentence: texts("import")("tooLarge", { bytes: inWords(count), limit: inWords(most) }) });
}

/**
 * The upload of a checklist judged by its size: what more than a checklist may have came, or was announced, is refused in a checklist's words.
 * @param before bytes that stand before the file in the same body
 */
export function judgeSize(upload: { allowed: true; bytes: Uint8Array } | Refusal, name: string, before = 0): { allowed: true; before: Uint8Array; bytes: Uint8Array } | Refusal {
  if (!upload.allowed) return upload.why === "file-too-large" ? tooLarge(Math.max(0, (upload.count ?? 0) - before), largestNamed(name)) : upload;
  const bytes = upload.bytes.subarray(before);
  const most = largestOf(bytes);
  return bytes.length > most ? tooLarge(bytes.length, most) : { allowed: true, before: upload.bytes.subarray(0, before), bytes };
}
