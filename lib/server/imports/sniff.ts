import type { Refused } from "./to-document";

export type FileKind = "zip" | "csv" | "json" | "plain" | "markdown";

const starts = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, at) => bytes[at] === byte);
const has = (bytes: Uint8Array, words: string): boolean => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(words, 0, "utf16le");

/**
 * What kind of file this is: by its first bytes, and by its name where they do not tell. Files that people take for a
 * checklist and that cannot be read as one are refused with what to do instead.
 */
export function kindOf(name: string, bytes: Uint8Array): FileKind | Refused {
  if (starts(bytes, [0x50, 0x4b, 0x03, 0x04])) return "zip";
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) {
    if (has(bytes, "EncryptedPackage")) return refused("This workbook is protected by a password, so nothing of it can be read. Take the password off (File, Info, Protect) or save the sheet as CSV.");
    return refused("This is a file of Excel 2003 or older (XLS) or another old Office file. Save it as XLSX or CSV.");
  }
  if (starts(bytes, [0x25, 0x50, 0x44, 0x46])) return refused("This is a PDF, which holds no checklist that can be read. Paste its lines instead, or give the file it was made from.");
  if (/\.(?:xlsx|xlsm)$/i.test(name)) return refused("This is called a workbook and is none. Save it as XLSX or CSV again.");
  if (/\.(?:csv|tsv)$/i.test(name)) return "csv";
  if (/\.json$/i.test(name)) return "json";
  return /\.txt$/i.test(name) ? "plain" : "markdown";
}

function refused(sentence: string): Refused {
  return { kind: "refused", sentence };
}
