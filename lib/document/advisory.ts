import { plain } from "./plain";

const words = String.raw`nice[- ]to[- ]haves?|advisory|recommended|should[- ]haves?|could[- ]haves?|bonus|stretch(?: goal)?|won['’]t[- ]haves?|out of scope|not in scope|fuera de alcance|not required|deseables?|recomendad[oa]s?|recomendables?|aconsejables?|no obligatori[oa]s?`;
const bracketed = new RegExp(String.raw`[([]\s*(${words}|should|could|debería|si es posible|if possible|non[- ]?blocking|not blocking|no bloqueantes?)\s*[)\]]`, "iu");
const leading = new RegExp(String.raw`^\W{0,4}(${words}|should|could|may|debería|podría)\W{0,3}\s*[:–—]`, "iu");
const trailing = new RegExp(String.raw`[,;–—-]\s+(${words})\s*[.!]?$`, "iu");
/** Requirement words are meant as such only in capitals (RFC 8174). */
const capitals = /(?<![\p{L}\p{N}])(SHOULD(?: NOT)?|RECOMMENDED|MAY(?! ?\d)|COULD|DEBERÍA(?:N)?|RECOMENDABLE|RECOMENDADO)(?![\p{L}\p{N}])/u;
const binding = /(?<![\p{L}\p{N}])(?:MUST|REQUIRED|SHALL|DEBEN?|OBLIGATORIO)(?![\p{L}\p{N}])/u;
const labelled = /[([]\s*(?:must|must[- ]have|required|mandatory|blocking|blocker|obligatori[oa]|imprescindible|bloqueante|debe)\s*[)\]]|^\W{0,4}(?:must|must[- ]have|required|mandatory|obligatori[oa]|imprescindible)\W{0,3}\s*[:–—]/iu;
/** A word among capitals is no requirement: the rest has to be in small letters. */
const shouting = /^[^\p{Ll}]*$/u;
const heading = new RegExp(String.raw`^(?:\P{L}*)(?:(${words}|should|could)(?: (?:items?|checks?|tasks?|actions?|steps?|tests?|features?|practices?|improvements?|work|points?|elementos|tareas))?|(?:items|checks|tasks|elementos|tareas|comprobaciones) (${words}))\P{L}*$`, "iu");

/**
 * The words that make an item advisory, as the document has them: a label on the item, a requirement word in capitals, or
 * the heading it stands under; with `advised`, "should" in passing. `null` = required, which "MUST" says against its heading.
 */
export function advisoryOf(markdown: string, headings: readonly string[], advised = false): string | null {
  const text = plain(markdown);
  if (binding.test(text) || labelled.test(text)) return null;
  const own = bracketed.exec(text) ?? leading.exec(text) ?? trailing.exec(text) ?? (shouting.test(text) ? null : capitals.exec(text));
  const above = headings.map((one) => headingWord(one)).findLast((found) => found !== undefined);
  return own?.[1] ?? (advised ? adviceIn(text) : null) ?? above ?? null;
}

/** "should" in passing: advice to one team, a plain requirement to another, so it is read as advice only by choice. */
export function adviceIn(markdown: string): string | null {
  const text = plain(markdown);
  return binding.test(text) || labelled.test(text) ? null : (/(?<![\p{L}\p{N}])([Ss]hould(?:n['’]t| not)?|[Dd]ebería(?:n)?)(?![\p{L}\p{N}])/u.exec(text)?.[1] ?? null);
}

function headingWord(words: string): string | undefined {
  const found = heading.exec(plain(words).trim());
  return found?.[1] ?? found?.[2];
}
