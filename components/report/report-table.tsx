import type { ReactNode } from "react";
import { ScrollBox } from "../ui/scroll-box";

export interface Column { key: string; head: string; num?: boolean; hidden?: boolean }

/** A table of the report; on a narrow screen it scrolls by itself, so that the page never does. */
export function ReportTable({ caption, columns, rows, empty }: {
  caption: string; columns: readonly Column[]; rows: readonly { key: string; cells: readonly ReactNode[] }[]; empty: string;
}) {
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
                ? <th key={columns[at]?.key} scope="row">{cell}</th>
                : <td key={columns[at]?.key ?? at} className={columns[at]?.num ? "num" : ""}>{cell}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
