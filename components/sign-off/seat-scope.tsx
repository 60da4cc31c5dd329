import Link from "next/link";
import { texts } from "@/lib/texts/texts";
import { dayWords } from "@/lib/texts/time-words";
import { wordsOf } from "@/lib/texts/words";
import { count, fill } from "../fill";
import { itemAddress, reasonAddress } from "@/lib/domain/address";
import type { LaunchState } from "@/lib/domain/state";
import { reasonWords } from "../overview/reason-line";
import { checklistAddress } from "../shell/checklist-address";
import { NamedItems, type NamedItem } from "./named-items";
import type { Scope } from "./scope";

/** What a seat answers for: its sections, what of it is open, stale or waived, item by item, and what was taken out of scope. Open for whoever signs. */
export function SeatScope({ scope, state, now, mine }: { scope: Scope; state: LaunchState; now: string; mine: boolean }) {
  const words = wordsOf("sign-off").scope;
  const t = texts("sign-off");
  const { slug, zone } = state.launch;
  const named = (item: { key: string; text: string }, note: string | null): NamedItem => ({ text: item.text, href: itemAddress(slug, item.key), note });
  // Its proof is counted among the stale ones here, and not in the verdict's sentence, which names an item once.
  const besides = (id: string): string | null => {
    if (scope.waived.some(({ item }) => item.id === id)) return words.staleWaived;
    const reason = scope.inTheWay.find(({ subjectId, kind }) => subjectId === id && kind !== "proof-stale");
    return reason ? fill(words.staleAs, { state: wordsOf("common").reason[reason.kind] }) : null;
  };
  const only = scope.sections?.length === 1 ? scope.sections[0]?.key : undefined;
  const counts = [
    { n: scope.undecided, text: count(words.undecided, scope.undecided), href: checklistAddress(slug, { about: "undecided" }) },
    { n: scope.notApplicable, text: count(words.notApplicable, scope.notApplicable), href: null },
  ].filter(({ n }) => n > 0);
  return (
    <details className="text-note" open={mine || scope.out.length > 0}>
      <summary className="text-ink-2 hover:text-ink">
        {t("scope.title")}: {scope.sections === null ? words.all : fill(words.sections, { keys: scope.sections.map(({ key }) => key).join(", ") })}
        {" · "}{fill(words.of, { verified: scope.verified, of: scope.of, claimed: scope.claimed })}
      </summary>
      <div className="mt-2 grid gap-2 pl-4">
        {scope.sections ? <ul className="text-ink-2">{scope.sections.map(({ id, key, title }) => <li key={id}><span className="text-ink-3">{key}</span> {title}</li>)}</ul> : null}
        <NamedItems
          title={count(words.open, scope.inTheWay.length)} tone="text-stop" mine={mine} more={words.more} all={{ href: checklistAddress(slug, { about: "in-the-way", ...(only ? { section: only } : {}) }), word: words.inChecklist }}
          items={scope.inTheWay.map((reason) => ({ text: reason.subject, href: reasonAddress(reason, state), note: reasonWords(reason, now, zone) }))}
        />
        <NamedItems title={count(words.stale, scope.stale.length)} tone="text-warn" mine={mine} more={words.more} items={scope.stale.map((item) => named(item, besides(item.id)))} />
        <NamedItems
          title={count(words.waived, scope.waived.length)} tone="text-ink-2" mine={mine} more={words.more}
          items={scope.waived.map(({ item, waiver }) => named(item, waiver ? fill(words.waivedUntil, { day: dayWords(waiver.endsAt, zone), reason: waiver.reason }) : null))}
        />
        {counts.length > 0 ? (
          <p className="flex flex-wrap gap-x-4 text-ink-2">
            {counts.map(({ text, href }) => href ? <Link key={text} prefetch={false} href={href} className="link">{text}</Link> : <span key={text}>{text}</span>)}
          </p>
        ) : null}
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
