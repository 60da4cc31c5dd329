import Link from "next/link";
import type { ReactNode } from "react";
import type { Cell, TablePart } from "@/lib/report/report";
import { BandsBar } from "../marks/bands-bar";
import { InlineText } from "../ui/inline-text";
import { Mark, toneText } from "../ui/mark";
import { ScrollBox } from "../ui/scroll-box";

/** A table of the report; on a narrow screen it scrolls by itself, so that the page never does. */
export function ReportTable({ part: { caption, columns, rows, empty } }: { part: TablePart }) {
  if (rows.length === 0) return <p className="border-t border-line py-2 text-ink-2">{empty}</p>;
  return (
    <ScrollBox label={caption}>
      <table className="table min-w-[34rem] text-note print:min-w-0">
        <caption className="sr-only">{caption}</caption>
        <thead><tr>{columns.map(({ key, head, num, hidden }) => <th key={key} scope="col" className={num ? "num" : ""}>{hidden ? <span className="sr-only">{head}</span> : head}</th>)}</tr></thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, at) => at === 0
                ? <th key={columns[at]?.key} scope="row">{shown(cell)}</th>
                : <td key={columns[at]?.key ?? at} className={columns[at]?.num ? "num" : ""}>{shown(cell)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function shown({ text, look, after, href, bands, inline }: Cell): ReactNode {
  if (bands) return <BandsBar thin className="w-32 print:w-24" counts={bands} label={null} />;
  const words = inline ? <InlineText text={text} /> : text;
  if (href) return <Link prefetch={false} className="hover:underline" href={href}>{words}</Link>;
  // Within the line, so that what follows does not begin a line of its own where the words break.
  return look ? <><span className={toneText[look.tone]}><Mark {...look} className="mr-1.5" />{words}</span>{after}</> : words;
}
