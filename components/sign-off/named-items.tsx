import Link from "next/link";
import { fill } from "../fill";
import { InlineText } from "../ui/inline-text";

export interface NamedItem { text: string; href: string; note: string | null }

/** So many stand open for whoever signs; so many are named at all, for them and for others, where the checklist shows the rest. */
const openUpTo = 5;
const namedForSigner = 40;
const namedForOthers = 5;

/** Items of one standing under their count, by name and with a way to each; a long list is folded. Nothing when there are none. */
export function NamedItems({ title, tone, items, mine, more, all }: {
  title: string; tone: string; items: readonly NamedItem[]; mine: boolean; more: string; all?: { href: string; word: string };
}) {
  if (items.length === 0) return null;
  // Only a list that the checklist can show in full is ever cut short.
  const shown = all ? items.slice(0, mine ? namedForSigner : namedForOthers) : items;
  return (
    <details open={mine && items.length <= openUpTo}>
      <summary className={`${tone} hover:underline`}>{title}</summary>
      <ul className="pl-4">
        {shown.map(({ text, href, note }, at) => (
          <li key={at} className="border-t border-line py-1.5 [overflow-wrap:anywhere]">
            <Link prefetch={false} href={href} className="link"><InlineText text={text} /></Link>
            {note ? <span className="block text-small text-ink-3">{note}</span> : null}
          </li>
        ))}
      </ul>
      {all ? <p className="border-t border-line py-1.5 pl-4"><Link prefetch={false} href={all.href} className="link">{shown.length < items.length ? fill(more, { n: items.length - shown.length }) : all.word}</Link></p> : null}
    </details>
  );
}
