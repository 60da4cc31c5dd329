import type { Judgement } from "@/lib/domain/judgement";
import { numberWords } from "@/lib/report/number-words";
import { texts } from "@/lib/texts/texts";
import { BandsBar } from "../marks/bands-bar";
import { bandClass } from "../marks/band-class";
import { ShareNumber } from "../ui/share-number";

/** Both honest numbers with the rule beside them, the bar, and what is shown apart (decision rules §1). */
export function Numbers({ judgement }: { judgement: Judgement }) {
  const t = texts("overview");
  const { shares, rule, bar, bands, empty, apartTitle, apart } = numberWords(judgement);
  return (
    <section aria-label={t("numbers.title")} className="border-t border-line pt-4">
      <div className="flex flex-wrap items-end gap-x-9 gap-y-2">
        <dl className="flex flex-wrap gap-x-9 gap-y-2">
          {shares.map(({ key, label, means, share }) => (
            <div key={key}>
              <dt className="text-small text-ink-3"><abbr className="no-underline" title={means}>{label}</abbr></dt>
              <dd><ShareNumber done={share.done} total={share.of} percent={share.percent} of={t("numbers.of")} /></dd>
            </div>
          ))}
        </dl>
        <p className="ml-auto text-small text-ink-3 max-md:ml-0">{rule}</p>
      </div>
      <BandsBar className="mt-3" counts={judgement.bands} label={bar} />
      {empty ? <p className="mt-2 text-small text-ink-3">{empty}</p> : (
        <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1.5 text-small text-ink-3">
          {bands.map(({ band, label, count }) => (
            <li key={band} className="inline-flex items-center gap-1.5 whitespace-nowrap">
              <span aria-hidden="true" className={`swatch ${bandClass[band]}`} />{label} {count}
            </li>
          ))}
        </ul>
      )}
      {apart.length > 0 ? (
        <dl className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-small text-ink-3">
          <dt>{apartTitle}:</dt>
          {apart.map(({ key, words }) => <dd key={key}>{words}</dd>)}
        </dl>
      ) : null}
    </section>
  );
}
