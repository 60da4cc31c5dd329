import type { Encoding } from "./reading";
import { refuse, type Refused } from "./refusal";

const marks: { name: Encoding; bytes: number[] }[] = [
  { name: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { name: "utf-16le", bytes: [0xff, 0xfe] },
  { name: "utf-16be", bytes: [0xfe, 0xff] },
];

export interface Decoded { ok: true; text: string; name: Encoding; bom: boolean }

/** Bytes to text. UTF-8, and UTF-16 with a byte order mark; everything else is refused rather than guessed. */
export function decode(bytes: Uint8Array): Decoded | Refused {
  const mark = marks.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte));
  const name = mark?.name ?? "utf-8";
  const body = bytes.subarray(mark?.bytes.length ?? 0);
  if (name === "utf-8" && body.includes(0)) return refuse("binary", isWide(body) ? wide : binary);
  let text: string;
  try {
    text = new TextDecoder(name, { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return refuse("encoding", `This file is not valid ${name.toUpperCase()}: save it as UTF-8 and try again.`);
  }
  if (text.includes("\0")) return refuse("binary", binary);
  if (text.trim() === "") return refuse("empty", "This file is empty: choose a checklist in Markdown.");
  return { ok: true, text, name, bom: mark !== undefined };
}

const binary = "This is not a text file: it contains zero bytes. Choose a Markdown file.";
const wide = "This file looks like UTF-16 without a byte order mark, which is not read: save it as UTF-8 and try again.";

/** Every other byte of Western text in UTF-16 is zero, and the others hardly ever are. */
function isWide(bytes: Uint8Array): boolean {
  const zeros = [0, 0];
  for (const [at, byte] of bytes.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [most, least] = [Math.max(...zeros), Math.min(...zeros)];
  return bytes.length % 2 === 0 && most > bytes.length / 4 && least < most / 20;
}

/** Text back to the bytes it came from: same encoding, same byte order mark. */
export function encode(text: string, name: Encoding, bom: boolean): Uint8Array<ArrayBuffer> {
  const mark = bom ? (marks.find((candidate) => candidate.name === name)?.bytes ?? []) : [];
  if (name === "utf-8") {
    const body = new TextEncoder().encode(text);
    const bytes = new Uint8Array(mark.length + body.length);
    bytes.set(mark);
    bytes.set(body, mark.length);
    return bytes;
  }
  const bytes = new Uint8Array(mark.length + text.length * 2);
  bytes.set(mark);
  const view = new DataView(bytes.buffer, mark.length);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), name === "utf-16le");
  return bytes;
}
