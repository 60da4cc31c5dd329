const plain = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Whether all words of `wanted` occur in `text`, whatever their case and accents; no words occur in any text. */
export function wordsIn(text: string, wanted: string): boolean {
  const within = plain(text);
  return plain(wanted).split(/\s+/).every((word) => within.includes(word));
}
