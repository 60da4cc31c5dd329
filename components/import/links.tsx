import type { Preview } from "@/lib/document/preview";
import type importing from "@/lib/texts/en/import.json";
import { fill } from "../fill";

/** Items that say the same, each group with a box: linked only when it is ticked. */
export function Links({ links, linked, busy, words, onLink }: {
  links: Preview["links"]; linked: readonly string[]; busy: boolean; words: (typeof importing)["preview"]; onLink: (linked: string[]) => void;
}) {
  return (
    <ul className="grid gap-2">
      {links.map(({ id, kind, items }) => (
        <li key={id}>
          <label className="flex items-baseline gap-2 text-note pointer-coarse:min-h-11">
            <input
              type="checkbox" className="translate-y-0.5 accent-ink" checked={linked.includes(id)} aria-disabled={busy}
              onChange={(event) => busy || onLink(event.target.checked ? [...linked, id] : linked.filter((one) => one !== id))}
            />
            <span>
              {kind === "repeat"
                ? <>{items[0]?.text} <span className="text-ink-3">{fill(words.linkRepeat, { n: items.length })} · {items.map(({ line }) => fill(words.line, { line })).join(", ")}</span></>
                : items.map(({ key, text, line }, at) => <span key={key}>{at > 0 ? <span className="text-ink-3"> · </span> : null}{text} <span className="text-ink-3">{fill(words.line, { line })}</span></span>)}
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}
