import type { Span } from "./reading";

/** "**Status**: …", "*Status:* …", "Status：…": emphasis around the label, around all of it, or none. */
const labelled = /^(?<open>\*{1,3}|_{1,3})?(?:\P{L}{0,3}[ \t])?(?<label>[^:：*_|]{2,40}?)[ \t]*(?<shut>\*{1,3}|_{1,3})?[ \t]*[:：][ \t]*(?<shutLater>\*{1,3}|_{1,3})?[ \t]*(?<value>.*?)[ \t]*\\?$/du;

/** A label and where its value stands. */
export interface Piece extends Span { label: string }

/** The labels of one line with their values: several where "|" or "·" stands between them. `lead`: what stands before the first. */
export function pieces(text: string, line: Span, lead = /^[ \t>]*(?:[-*+][ \t]+)?(?!\[[ xX]\])/): Piece[] {
  const raw = text.slice(line.from, line.to);
  const start = lead.exec(raw)?.[0].length ?? 0;
  const found: Piece[] = [];
  let from = start;
  for (const part of raw.slice(start).split(/([ \t]+[|·•][ \t]+)/)) {
    const match = labelled.exec(part);
    const { label, open, shut, shutLater, value } = match?.groups ?? {};
    const at = match?.indices?.groups?.value;
    if (label !== undefined && value !== undefined && at) {
      // Emphasis that began before the label and goes on to the end is not the value's.
      const over = open !== undefined && shut === undefined && shutLater === undefined && value.endsWith(open) ? open.length : 0;
      // "Status: **Draft**": what follows the colon opens the value, unless it closes the label.
      const begins = open === undefined && shutLater !== undefined ? (match?.indices?.groups?.shutLater?.[0] ?? at[0]) : at[0];
      found.push({ label: label.trim(), from: line.from + from + begins, to: line.from + from + at[1] - over });
    }
    from += part.length;
  }
  return found;
}
