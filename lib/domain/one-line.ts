import { refuse, type Refusal } from "./refusal";
import { isRefusal, readText } from "./text-input";

/** Everything that ends a line somewhere: what is written on one line of a document must stay on it. */
const lineBreak = /[\n\v\f\r\u0085\u2028\u2029]/;

/** Words as Markdown reads them on one line: blanks in a row are one, none at the ends. */
export function asOneLine(text: string): string {
  return text.trim().replace(/[ \t]+/g, " ");
}

/** An item's words, a heading or a role: one line of 1 to `longest` characters, blanks in a row read as one, as Markdown does. */
export function readLine(text: string, field: string, longest: number): { text: string } | Refusal {
  const read = readText(text, field, longest);
  if (isRefusal(read)) return read;
  if (lineBreak.test(read.text)) return refuse("one-line", { field });
  return { text: asOneLine(read.text) };
}
