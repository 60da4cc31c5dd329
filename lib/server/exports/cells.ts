/**
 * One cell of a spreadsheet file. A text whose first visible character could start a formula is neutralised with a leading
 * apostrophe (trust 8); importing strips exactly that one apostrophe again.
 */
export function cell(value: string | number | boolean | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  return quoted(neutral(value));
}

/** Invisible characters that a spreadsheet skips before it looks for a formula, and every sign that starts one. */
const formula = /^[\s\p{Cf}\p{Z}\uFEFF]*[=+\-@|%\t\r\n\0＝＋－＠｜％]/u;
const control = /^[\t\r\n\0]/;

export function neutral(text: string): string {
  return formula.test(text) || control.test(text) || text.startsWith("'") ? `'${text}` : text;
}

/** The text that `neutral` was given. */
export function stripNeutral(text: string): string {
  return text.startsWith("'") && neutral(text.slice(1)) === text ? text.slice(1) : text;
}

function quoted(text: string): string {
  return /[",\r\n;\t]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A CSV file (RFC 4180) with a byte order mark, so that spreadsheets read it as UTF-8. */
export function csvFile(rows: readonly (readonly (string | number | boolean | null)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}
