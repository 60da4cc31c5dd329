import { mend } from "./mojibake";

/**
 * What a note's words become before they are written: whole Unicode, line breaks as LF, other control characters a
 * space, no blanks around. Words in this form come back exactly; `null` when nothing is left.
 */
export function settle(text: string | null): string | null {
  if (text === null) return null;
  const settled = text
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    // Every control character but LF: none is words, and NUL cannot be in a text file.
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ")
    .trim();
  return settled === "" ? null : settled;
}

/** An address as it is written: blanks and control characters percent-encoded. `null` unless http or https. */
export function settleUrl(url: string): string | null {
  const settled = (settle(url) ?? "").replace(/[\s\ufeff]/g, (sign) => encodeURIComponent(sign));
  return /^https?:\/\/[^/]/i.test(settled) ? settled : null;
}

/**
 * Words as Markdown on one line that renders as exactly these words and cannot begin or end anything else on the
 * line: not emphasis, code, a link, HTML, a table's cell, nor another note.
 */
export function escapeNote(text: string): string {
  const escaped = text
    .replace(/\\/g, "\\\\")
    .replace(/&(?=#?\w+;)/g, "&amp;")
    // A code span that the item's own words leave open would end at an escaped backtick too.
    .replace(/`/g, "&#96;")
    .replace(/<(?=[A-Za-z/!?])/g, "\\<")
    .replace(/[*[\]~|]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/\n/g, "<br>");
  return numberedIfDamaged(escaped);
}

/** Words that would look like damaged text and be "repaired" when read back are written as character numbers. */
function numberedIfDamaged(escaped: string): string {
  if (mend(escaped, true).text === escaped) return escaped;
  return escaped.replace(/[^\u0000-\u007f]/gu, (sign) => `&#${sign.codePointAt(0)};`);
}

/** An address inside `[title](…)`. */
export function escapeUrl(url: string): string {
  const escaped = url
    .replace(/&(?=#?\w+;)/g, "&amp;")
    .replace(/[\\()<>*[\]~|]/g, "\\$&")
    .replace(/`/g, "&#96;");
  return numberedIfDamaged(escaped);
}

/** The inverse of `escapeNote`; also reads what people write by hand. */
export function unescapeNote(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])|&#(\d{1,7});|&(amp|lt|gt|quot);|<br\s*\/?>/gi, (all: string, sign?: string, code?: string, name?: string) => {
    if (sign !== undefined) return sign;
    if (code !== undefined) return Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : all;
    if (name !== undefined) return { amp: "&", lt: "<", gt: ">", quot: '"' }[name.toLowerCase()] ?? all;
    return "\n";
  });
}
