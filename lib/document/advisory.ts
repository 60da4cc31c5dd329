const words = "nice[- ]to[- ]have|advisory|recommended|should have|could have|bonus|deseable|recomendado|recomendable|aconsejable";
const bracketed = new RegExp(`[([]\\s*(${words}|should)\\s*[)\\]]`, "iu");
const leading = new RegExp(`^(?:\\*\\*|__)?(${words})(?:\\*\\*|__)?\\s*[:–—]`, "iu");
/** Requirement words are meant as such only in capitals (RFC 8174). */
const capitals = /(?<![\p{L}\p{N}])(SHOULD|RECOMMENDED|MAY|DEBERÍA)(?![\p{L}\p{N}])/u;
const binding = /(?<![\p{L}\p{N}])(?:MUST|REQUIRED|SHALL|DEBE)(?![\p{L}\p{N}])|[([]\s*(?:must|must[- ]have|required|mandatory|obligatorio|imprescindible)\s*[)\]]/u;
const heading = new RegExp(`^(?:\\P{L}*)(${words})(?: \\p{L}+)?$`, "iu");

/**
 * The words that make an item advisory, as the document has them: a label on the item, a requirement word in capitals, or
 * the heading it stands under. `null` = required, which "MUST" on the item says against its heading, too.
 */
export function advisoryOf(text: string, headings: readonly string[]): string | null {
  const own = bracketed.exec(text) ?? leading.exec(text) ?? capitals.exec(text);
  if (binding.test(text)) return null;
  const above = headings.map((one) => heading.exec(one.trim())?.[1]).findLast((found) => found !== undefined);
  return own?.[1] ?? above ?? null;
}
