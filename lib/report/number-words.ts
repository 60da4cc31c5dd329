import { bands, type Band, type Count, type Judgement, type Share } from "@/lib/domain/judgement";
import { texts } from "@/lib/texts/texts";

/** Both honest numbers with their rule, the bands of the bar, and what is shown apart (decision rules §1). */
export interface NumberWords {
  shares: { key: "verified" | "claimed"; label: string; means: string; share: Share }[];
  rule: string;
  bands: { band: Band; label: string; count: number }[];
  /** The bar in one sentence. */
  bar: string;
  /** Set when nothing counts. */
  empty: string | null;
  apartTitle: string;
  apart: { key: string; words: string }[];
}

export function numberWords({ numbers, bands: counts, rule }: Judgement): NumberWords {
  const t = texts("overview");
  const words = texts("common");
  const { verified, claimed, advisory, notApplicable, windows } = numbers;
  const present = bands.filter((band) => counts[band] > 0).map((band) => ({ band, label: words(`band.${band}`), count: counts[band] }));
  const empty = verified.of === 0 ? t("numbers.empty") : null;
  const apart: { key: string; label: string; count: Count }[] = [
    ...(["launch-day", "first-24h", "ongoing"] as const).map((window) => ({ key: window, label: words(`window.${window}`), count: windows[window] })),
    { key: "advisory", label: t("numbers.advisory"), count: advisory },
  ].filter(({ count }) => count.of > 0);
  return {
    shares: ([["verified", verified], ["claimed", claimed]] as const).map(([key, share]) => ({ key, label: t(`numbers.${key}`), means: t(`numbers.${key}Means`), share })),
    rule: t("numbers.rule", { rule }),
    bands: present,
    bar: empty ?? t("numbers.bar", { of: verified.of, bands: present.map(({ label, count }) => `${count} ${label}`).join(", ") }),
    empty,
    apartTitle: t("numbers.apart"),
    apart: apart.length === 0 && notApplicable === 0 ? [] : [
      ...apart.map(({ key, label, count }) => ({ key, words: `${label} ${t("numbers.count", { done: count.done, of: count.of })}` })),
      { key: "not-applicable", words: `${t("numbers.notApplicable")} ${notApplicable}` },
    ],
  };
}
