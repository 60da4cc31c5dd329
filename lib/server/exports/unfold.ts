import { crc32, inflateRawSync } from "node:zlib";

/** Why a zip is none of ours: the entry at fault, `null` when it is the zip as a whole. */
export class Unfit extends Error {
  constructor(readonly entry: string | null, readonly what: string) {
    super(what);
    this.name = "Unfit";
  }
}

/** The files of a pack lie flat and have plain small names: nothing to climb out with, and no two that some system takes for one. */
const plainName = /^[a-z][a-z0-9-]*\.[a-z0-9]+$/;

interface Entry {
  name: string; method: number; packed: number; size: number; at: number; descriptor: boolean;
  /** Its CRC-32. */
  sum: number;
  /** Where in the zip's directory its version, flags, method, time, sum and sizes stand: 22 bytes, as at the beginning of its own header. */
  said: number;
}

/**
 * The files in a zip that can be read in one way only, so that what is checked is what anybody else finds in it: every entry once, as
 * the directory and its own header say, one behind the other with nothing between, before or behind. Throws `Unfit`.
 * @param most bytes that it may unfold to
 */
export function unfold(zip: Uint8Array, most: number): Record<string, Uint8Array> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  try {
    return unfolded(zip, view, most);
  } catch (error) {
    // Numbers that lead out of the file, and streams that do not unfold.
    if (error instanceof Unfit) throw error;
    throw new Unfit(null, "it cannot be opened as a zip");
  }
}

function unfolded(zip: Uint8Array, view: DataView, most: number): Record<string, Uint8Array> {
  const entries = directory(zip, view);
  // No prototype: a file may be called as something every object has.
  const files = Object.create(null) as Record<string, Uint8Array>;
  let total = 0;
  let end = 0;
  for (const { name, method, packed, size, at, descriptor, sum, said } of entries.sort((a, b) => a.at - b.at)) {
    if (!plainName.test(name)) throw new Unfit(name, "no file of a pack is called so");
    if (name in files) throw new Unfit(name, "it is in the zip twice");
    if ((total += size) > most) throw new Unfit(name, "it unfolds to more than a pack can hold");
    if (at !== end && !(descriptor && (at === end + 12 || at === end + 16))) throw new Unfit(name, "something lies hidden before it in the zip");
    const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    if (!saysTheSame(view, at, said, descriptor) || nameAt(zip, at + 30, view.getUint16(at + 26, true)) !== name) throw new Unfit(name, "its own header says otherwise than the zip's directory");
    if (from + packed > zip.length) throw new Unfit(name, "it is cut off");
    const bytes = zip.subarray(from, from + packed);
    const content = method === 0 ? bytes : new Uint8Array(inflateRawSync(bytes, { maxOutputLength: Math.max(1, size) }));
    if (content.length !== size) throw new Unfit(name, "it does not unfold to the size that is given");
    if (crc32(content) !== sum) throw new Unfit(name, "its bytes do not add up to the sum that the zip gives");
    files[name] = content;
    end = from + packed;
  }
  const start = view.getUint32(zip.length - 6, true); // where the directory begins
  const spare = entries.some(({ descriptor }) => descriptor) ? [0, 12, 16] : [0];
  if (!spare.includes(start - end)) throw new Unfit(null, "something lies hidden in the zip behind its last file");
  return files;
}

/** The entries that the directory at the end lists. */
function directory(zip: Uint8Array, view: DataView): Entry[] {
  const tail = zip.length - 22;
  if (tail < 0 || view.getUint32(tail, true) !== 0x06054b50 || view.getUint16(tail + 20, true) !== 0) throw new Unfit(null, "it cannot be opened as a zip");
  const [count, start] = [view.getUint16(tail + 10, true), view.getUint32(tail + 16, true)];
  const entries: Entry[] = [];
  let at = start;
  for (let nth = 0; nth < count; nth++) {
    const [flags, method, length] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true), view.getUint16(at + 28, true)];
    const name = nameAt(zip, at + 46, length);
    if (view.getUint32(at, true) !== 0x02014b50 || at >= tail) throw new Unfit(null, "its directory is cut off");
    if ((flags & 1) !== 0 || (method !== 0 && method !== 8)) throw new Unfit(name, "it is packed in a way that cannot be read");
    // A link or a folder to whoever unpacks it, though a file to whoever checks it.
    const kind = (view.getUint32(at + 38, true) >>> 28) & 15;
    if ((kind !== 0 && kind !== 8) || (view.getUint8(at + 38) & 16) !== 0) throw new Unfit(name, "it is no plain file");
    entries.push({ name, method, packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true), at: view.getUint32(at + 42, true), descriptor: (flags & 8) !== 0, sum: view.getUint32(at + 16, true), said: at + 6 });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (at !== tail) throw new Unfit(null, "something lies hidden in the zip's directory");
  return entries;
}

/**
 * Whether a file's own header repeats what the directory says of it: who unpacks a stream goes by the one, who opens a file by the
 * other. What a descriptor behind the file's bytes holds may be empty in its header.
 */
function saysTheSame(view: DataView, at: number, said: number, descriptor: boolean): boolean {
  if (view.getUint32(at, true) !== 0x04034b50) return false;
  for (let nth = 0; nth < 22; nth++) {
    const own = view.getUint8(at + 4 + nth);
    if (own !== view.getUint8(said + nth) && !(descriptor && nth >= 10 && own === 0)) return false;
  }
  return true;
}

function nameAt(zip: Uint8Array, at: number, length: number): string {
  return new TextDecoder().decode(zip.subarray(at, at + length));
}
