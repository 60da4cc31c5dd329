/** The characters that cp1252 shows for the bytes 0x80 … 0x9F; a hole is a byte it has no character for. */
export const cp1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const byteOf = new Map([...cp1252].map((sign, index) => [sign, 0x80 + index]));
/** Signs that honest text puts after an accented capital; alone they prove nothing. */
const ordinary = /[‘’“”–—…•™«»·°º\u00a0]/;
/** The second bytes of what is most often damaged: emoji after 0xf0; quotes, dashes, ticks and signs after 0xe2. */
const begun: Record<number, number[]> = { 0xf0: [0x9f], 0xe2: [0x80, 0x8c, 0x98, 0x9a, 0x9c, 0x9e] };

export interface Repair { at: number; from: string; to: string }
export interface Mended { text: string; repaired: Repair[]; lost: { at: number; text: string }[] }

interface Sequence { length: number; needed: number; codePoint: number }

/**
 * Reads back UTF-8 that was taken for cp1252 or latin-1, once or twice, symbol by symbol. Never touches ASCII, so
 * lines and Markdown's own signs stay where they are. A symbol of which a byte is missing becomes U+FFFD.
 * Offsets are those of the given text.
 */
export function mend(text: string, damaged = isDamaged(text)): Mended {
  const repaired: Repair[] = [];
  const lost: Mended["lost"] = [];
  let out = "";
  for (let at = 0; at < text.length;) {
    const found = sequenceAt(text, at, damaged);
    if (!found) {
      out += text.charAt(at);
      at += 1;
      continue;
    }
    const from = text.slice(at, at + found.length);
    const whole = found.length === found.needed && found.codePoint !== 0xfffd;
    const to = whole ? String.fromCodePoint(found.codePoint) : "\ufffd";
    if (whole) repaired.push({ at, from, to });
    else lost.push({ at, text: from });
    out += to;
    at += found.length;
  }
  if (repaired.length === 0 || !isDamaged(out)) return { text: out, repaired, lost };
  return { ...again(out, repaired, lost) };
}

/** A second pass, for text that went through the mill twice; places stay those of the first. */
function again(text: string, repaired: Repair[], lost: Mended["lost"]): Mended {
  const second = mend(text, true);
  return { text: second.text, repaired, lost: [...lost, ...second.lost.map((one) => ({ at: repaired[0]?.at ?? 0, text: one.text }))] };
}

/** True when at least one sequence cannot be honest text. */
export function isDamaged(text: string): boolean {
  if (!/[\u00c2-\u00f4]/.test(text)) return false;
  for (let at = 0; at < text.length; at += 1) {
    const found = sequenceAt(text, at, false);
    if (found) return true;
  }
  return false;
}

function sequenceAt(text: string, at: number, damaged: boolean): Sequence | null {
  const lead = text.charCodeAt(at);
  const needed = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  if (needed === 0) return null;
  let codePoint = lead & (0xff >> (needed + 1));
  let length = 1;
  while (length < needed) {
    const byte = continuation(text, at + length);
    if (byte === null) break;
    codePoint = (codePoint << 6) | (byte & 0x3f);
    length += 1;
  }
  if (length < needed) return damaged && begun[lead]?.includes(continuation(text, at + 1) ?? 0) ? { length, needed, codePoint: 0 } : null;
  const least = needed === 2 ? 0x80 : needed === 3 ? 0x800 : 0x10000;
  if (codePoint < least || codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) return null;
  const tail = [...text.slice(at + 1, at + length)];
  const doubtful = (needed === 2 && lead > 0xc3) || (needed < 4 && tail.every((sign) => ordinary.test(sign)) && !text.startsWith("â€", at));
  return doubtful && !damaged ? null : { length, needed, codePoint };
}

function continuation(text: string, at: number): number | null {
  const code = text.charCodeAt(at);
  const byte = code >= 0x80 && code <= 0xff ? code : (byteOf.get(text.charAt(at)) ?? 0);
  return byte >= 0x80 && byte <= 0xbf ? byte : null;
}
