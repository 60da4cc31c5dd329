import Link from "next/link";
import { texts } from "@/lib/texts/texts";
import { wordsOf } from "@/lib/texts/words";
import { count, fill } from "../fill";
import { itemAddress } from "@/lib/domain/address";
import { checklistAddress } from "../shell/checklist-address";
import type { Scope } from "./scope";

/** What a seat answers for: its sections, the counts over them, and what was taken out of scope. Open for whoever signs. */
export function SeatScope({ scope, slug, mine }: { scope: Scope; slug: string; mine: boolean }) {
  const words = wordsOf("sign-off").scope;
  const t = texts("sign-off");
  const counts = [
    { n: scope.inTheWay, text: count(words.open, scope.inTheWay), href: checklistAddress(slug, { about: "in-the-way", ...(scope.sections?.length === 1 && scope.sections[0] ? { section: scope.sections[0].key } : {}) }), tone: "text-stop" },
    { n: scope.undecided, text: count(words.undecided, scope.undecided), href: checklistAddress(slug, { about: "undecided" }), tone: "" },
    { n: scope.stale, text: count(words.stale, scope.stale), href: null, tone: "" },
    { n: scope.waived, text: count(words.waived, scope.waived), href: null, tone: "" },
    { n: scope.notApplicable, text: count(words.notApplicable, scope.notApplicable), href: null, tone: "" },
  ].filter(({ n }) => n > 0);
  return (
    <details className="text-note" open={mine || scope.out.length > 0}>
      <summary className="text-ink-2 hover:text-ink">
        {t("scope.title")}: {scope.sections === null ? words.all : fill(words.sections, { keys: scope.sections.map(({ key }) => key).join(", ") })}
        {" · "}{fill(words.of, { verified: scope.verified, of: scope.of, claimed: scope.claimed })}
      </summary>
      <div className="mt-2 grid gap-2 pl-4">
        {scope.sections ? <ul className="text-ink-2">{scope.sections.map(({ id, key, title }) => <li key={id}><span className="text-ink-3">{key}</span> {title}</li>)}</ul> : null}
        <p className="flex flex-wrap gap-x-4 text-ink-2">
          {counts.map(({ text, href, tone }) => href ? <Link key={text} prefetch={false} href={href} className={`link ${tone}`}>{text}</Link> : <span key={text}>{text}</span>)}
        </p>
        <div>
          <p className="text-small font-medium text-ink-3">{words.out}</p>
          {scope.out.length === 0 ? <p className="text-ink-2">{words.outNone}</p> : (
            <ul>
              {scope.out.map(({ item, why, reason }) => (
                <li key={item.id} className="border-t border-line py-1.5">
                  <Link prefetch={false} href={itemAddress(slug, item.key)} className="link">{item.text}</Link>
                  <span className="block text-small text-ink-3">{why === "advisory" ? words.advisory : words.notApplicableWhy}: {reason ?? words.noReason}</span>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </details>
  );
}
