import type { Mapping } from "@/lib/document/columns";
import type importing from "@/lib/texts/en/import.json";
import { ScrollBox } from "../ui/scroll-box";

/** The first rows as they would be read: only the columns that are, the item's words first. */
export function FirstRows({ rows, mapping, words }: { rows: readonly (readonly string[])[]; mapping: Mapping; words: (typeof importing)["columns"] }) {
  const read = mapping.columns.flatMap((kind, at) => (kind === null ? [] : [{ kind, at }])).sort((one, other) => Number(other.kind === "text") - Number(one.kind === "text"));
  if (read.length === 0 || rows.length === 0) return null;
  return (
    <div className="border-t border-line mt-4 pt-4">
      <h3 className="pb-2 text-body">{words.firstRows}</h3>
      <ScrollBox label={words.firstRows}>
        <table className="text-left text-note">
          <thead>
            <tr>{read.map(({ kind, at }) => <th key={at} scope="col" className="border-b border-line py-1 pr-4 align-bottom text-small font-medium whitespace-nowrap text-ink-3">{words.kind[kind]}</th>)}</tr>
          </thead>
          <tbody>
            {rows.slice(0, 5).map((row, line) => (
              <tr key={line} className="border-b border-line last:border-b-0">
                {read.map(({ kind, at }) => <td key={at} className={`py-1 pr-4 align-top break-words ${kind === "text" ? "min-w-48 max-w-80" : "max-w-52"}`}>{row[at] ?? ""}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </div>
  );
}
