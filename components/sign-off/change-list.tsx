import { fill } from "../fill";
import { InlineText } from "../ui/inline-text";
import type { ChangeLine } from "./change-words";

/** So many differences at once; the rest stands behind a disclosure. */
const atFirst = 12;

/** Differences, a line each, with the way to each item. */
export function ChangeList({ lines, more }: { lines: readonly ChangeLine[]; more: string }) {
  return (
    <>
      <ul>{lines.slice(0, atFirst).map((line, at) => <Line key={at} line={line} />)}</ul>
      {lines.length > atFirst ? (
        <details className="text-note">
          <summary className="py-1 text-ink-2">{fill(more, { n: lines.length - atFirst })}</summary>
          <ul>{lines.slice(atFirst).map((line, at) => <Line key={at} line={line} />)}</ul>
        </details>
      ) : null}
    </>
  );
}

function Line({ line: { subject, href, text } }: { line: ChangeLine }) {
  return (
    <li className="border-t border-line py-1.5 text-note [overflow-wrap:anywhere]">
      {href ? <a href={href} className="link"><InlineText text={subject} /></a> : <InlineText text={subject} />}<span className="block text-small text-ink-3">{text}</span>
    </li>
  );
}
