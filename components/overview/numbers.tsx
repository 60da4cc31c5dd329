import { bands, type Judgement } from "@/lib/domain/judgement";
import { texts } from "@/lib/texts/texts";
import { BandsBar } from "../marks/bands-bar";
import { bandClass } from "../marks/state-marks";
import { ShareNumber } from "../ui/share-number";

/** Both honest numbers with the rule beside them, the bar, and what is shown apart (decision rules §1). */
export function Numbers({ judgement }: { judgement: Judgement }) {
  const t = texts("overview");
  const words = texts("common");
  const { verified, claimed, advisory, notApplicable, windows } = judgement.numbers;
  const present = bands.filter((band) => judgement.bands[band] > 0);
  const said = present.map((band) => `${judgement.bands[band]} ${words(`band.${band}`)}`).join(", ");
  const apart = [
    ...(["launch-day", "first-24h", "ongoing"] as const).map((window) => ({ key: window as string, label: words(`window.${window}`), ...windows[window] })),
    { key: "advisory", label: t("numbers.advisory"), ...advisory },
  ].filter(({ of }) => of > 0);
  return (
    <section aria-label={t("numbers.title")} className="border-t border-line pt-4">
      <div className="flex flex-wrap items-end gap-x-9 gap-y-2">
        <dl className="flex flex-wrap gap-x-9 gap-y-2">
          {([["verified", verified], ["claimed", claimed]] as const).map(([name, share]) => (
            <div key={name}>
              <dt className="text-small text-ink-3"><abbr className="no-underline" title={t(`numbers.${name}Means`)}>{t(`numbers.${name}`)}</abbr></dt>
              <dd><ShareNumber done={share.done} total={share.of} percent={share.percent} of={t("numbers.of")} /></dd>
            </div>
          ))}
        </dl>
        <p className="ml-auto text-small text-ink-3 max-md:ml-0">{t("numbers.rule", { rule: judgement.rule })}</p>
      </div>
      <BandsBar className="mt-3" counts={judgement.bands} label={verified.of === 0 ? t("numbers.empty") : t("numbers.bar", { of: verified.of, bands: said })} />
      {verified.of === 0 ? <p className="mt-2 text-small text-ink-3">{t("numbers.empty")}</p> : (
        <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1.5 text-small text-ink-3">
          {present.map((band) => (
            <li key={band} className="inline-flex items-center gap-1.5 whitespace-nowrap">
              <span aria-hidden="true" className={`swatch ${bandClass[band]}`} />{words(`band.${band}`)} {judgement.bands[band]}
            </li>
          ))}
        </ul>
      )}
      {apart.length > 0 || notApplicable > 0 ? (
        <dl className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-small text-ink-3">
          <dt>{t("numbers.apart")}:</dt>
          {apart.map(({ key, label, done, of }) => <dd key={key}>{label} {t("numbers.count", { done, of })}</dd>)}
          <dd>{t("numbers.notApplicable")} {notApplicable}</dd>
        </dl>
      ) : null}
    </section>
  );
}
