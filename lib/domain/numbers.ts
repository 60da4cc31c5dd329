import { type Band, type BandCounts, type JudgedSection, type Numbers, bands } from "./judgement";
import type { Section } from "./state";
import type { Verdicted } from "./items";
import { share } from "./percent";

const noBands = (): BandCounts => Object.fromEntries(bands.map((band) => [band, 0])) as Record<Band, number>; // every band, as just listed

interface Tally { bands: BandCounts; of: number; inTheWay: number; items: number }
const tally = (): Tally => ({ bands: noBands(), of: 0, inTheWay: 0, items: 0 });

const claimedOf = ({ bands: counts, of }: Tally) => share(counts.verified + counts.claimed, of);
const verifiedOf = ({ bands: counts, of }: Tally) => share(counts.verified, of);

export interface Counted { numbers: Numbers; bands: BandCounts; sections: JudgedSection[]; of: number }

/** Decision rules §1: "n of m" for the launch, its sections, advisory items and later windows, in one pass. */
export function countItems(all: ReadonlyMap<string, Verdicted>, sections: readonly Section[], parents: { has(id: string): boolean }): Counted {
  const whole = tally();
  const perSection = new Map(sections.map((section) => [section.id, tally()]));
  const later = { "launch-day": { done: 0, of: 0 }, "first-24h": { done: 0, of: 0 }, ongoing: { done: 0, of: 0 } };
  const advisory = { done: 0, of: 0 };
  let notApplicable = 0;
  for (const { item, judged } of all.values()) {
    const section = perSection.get(item.sectionId);
    if (section !== undefined) section.items += 1;
    if (judged.counts && judged.band !== null) {
      for (const one of section === undefined ? [whole] : [whole, section]) {
        one.of += 1;
        one.bands[judged.band] += 1;
        if (judged.reason !== null) one.inTheWay += 1;
      }
      continue;
    }
    if (parents.has(item.id)) continue;
    const early = item.window === "before" || item.window === "final-week";
    if (judged.applicability === "not-applicable") {
      if (early && item.required) notApplicable += 1;
      continue;
    }
    const count = !item.required ? advisory : item.window === "before" || item.window === "final-week" ? null : later[item.window];
    if (count === null) continue;
    count.of += 1;
    if (judged.claimed) count.done += 1;
  }
  return {
    bands: whole.bands, of: whole.of,
    numbers: {
      claimed: claimedOf(whole), verified: verifiedOf(whole), waived: whole.bands.waived, undecided: whole.bands.undecided,
      notApplicable, blocked: whole.bands.blocked, advisory, windows: later,
    },
    sections: sections.map((section) => {
      const found = perSection.get(section.id) ?? tally();
      return {
        id: section.id, key: section.key, title: section.title, claimed: claimedOf(found), verified: verifiedOf(found),
        bands: found.bands, inTheWay: found.inTheWay, items: found.items,
      };
    }),
  };
}
