/** Shown for a letter that no font has, so that nothing vanishes in silence. */
export const substitute = "\ufffd";

/** A text as it can be set: line ends alike, control characters as their pictures, halves of letters as the substitute. */
export function settable(text: string): string {
  return text.replace(/[\ud800-\udfff]/gu, substitute).normalize("NFC").replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, "\n").replace(/\t/g, "  ")
    .replace(/[\u0000-\u0009\u000b-\u001f]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0))).replace(/[\u007f-\u009f]/g, "\u2421");
}

/** Whether anything in it runs from right to left, or says so. */
export const mayRunLeft = (text: string): boolean => /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff]|[\ud802-\ud803\ud83a-\ud83b]/.test(text);

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** What a reader takes for one letter each: an emoji of five parts, a letter with its accents. */
export function clustersOf(text: string): string[] {
  // Plain ASCII, most of all there is, needs no look at the tables.
  if (/^[\x00-\x7f]*$/.test(text)) return [...text];
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
