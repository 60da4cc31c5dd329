import type { Span } from "./reading";

/** One place in a text and what shall stand there instead. */
export interface Splice extends Span { text: string }

/** Puts all splices into a text. They must not overlap; what already stands there is left out. */
export function spliced(text: string, splices: Splice[]): string {
  let out = "";
  let at = 0;
  for (const splice of [...splices].sort((one, other) => one.from - other.from || one.to - other.to)) {
    out += text.slice(at, splice.from) + splice.text;
    at = splice.to;
  }
  return out + text.slice(at);
}
