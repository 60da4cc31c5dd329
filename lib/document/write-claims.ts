import { countingWays, type Box } from "./boxes";
import { itemsOf, type ItemState, type ReadClaim, type Reading } from "./reading";
import type { Splice } from "./splice";
import type { FooterView } from "./view";
import type { NoteWords, Share } from "./words";

/**
 * What the document claims besides its footer, written anew: of all of it the footer's two numbers, of one heading's items the
 * boxes that stand there, counted as they were before; in the shape in which it stood, so that nothing else on the line changes.
 */
export function claimSplices(reading: Reading, items: Readonly<Record<string, ItemState>>, footer: FooterView, word: NoteWords): Splice[] {
  const [before, after] = [countingWays(boxesIn(reading, {})), countingWays(boxesIn(reading, items))];
  // The footer's own line is written with its other values.
  const apart = (claim: ReadClaim) => !reading.meta.places.some(({ value: { from, to } }) => claim.value.from < to && from < claim.value.to);
  return reading.claims.filter(apart).flatMap((claim) => {
    const old = reading.original.slice(claim.value.from, claim.value.to);
    const text = claim.part === null && !isBare(claim) ? bothNumbers(claim, old, footer, word) : inShape(claim, old, claim.part === null ? footer.claimed : countedAsBefore(claim, before, after));
    return text === old ? [] : [{ ...claim.value, text }];
  });
}

function boxesIn(reading: Reading, items: Readonly<Record<string, ItemState>>): Box[] {
  return itemsOf(reading).map((item) => {
    const { work, applicability } = items[item.key] ?? item;
    return { ...item, done: work === "done", out: applicability === "not-applicable" };
  });
}

/** "65 % complete", a row's bare count: what stands around it says which number is meant, or there is room for one. */
function isBare({ said, form }: ReadClaim): boolean {
  return said || form === "done" || form === "of" || form === "left" || form === "number";
}

function bothNumbers({ form }: ReadClaim, old: string, { verified, claimed }: FooterView, word: NoteWords): string {
  if (form !== "words") return form === "percent" ? word.percents(verified, claimed) : word.counts(verified, claimed);
  const [, emphasis = ""] = /^(\*{1,3}|_{1,3})\S.*\1$/s.exec(old) ?? [];
  return `${emphasis}${word.completion(verified, claimed)}${emphasis}`;
}

function inShape({ form }: ReadClaim, old: string, { done, of, percent }: Share): string {
  switch (form) {
    case "words": case "percent": return percent === null ? "—" : `${percent}${/\d%/.test(old) ? "%" : " %"}`;
    case "count": return old.replace(/^\d+/, String(done)).replace(/\d+$/, String(of));
    case "number": return String(percent ?? 0);
    case "done": return String(done);
    case "of": return String(of);
    case "left": return String(of - done);
  }
}

/** As the claim counted when it was true, if it ever was: by how many there are, else by its percentage; else all that apply. */
function countedAsBefore(claim: ReadClaim, before: (part: ReadClaim["part"]) => Share[], after: (part: ReadClaim["part"]) => Share[]): Share {
  const [was, is] = [before(claim.part), after(claim.part)];
  const byNumber = claim.of === null ? -1 : was.findIndex(({ of }) => of === claim.of);
  const byShare = claim.percent === null ? -1 : was.findIndex(({ percent }) => percent === claim.percent);
  const way = byNumber >= 0 ? byNumber : byShare >= 0 ? byShare : 1;
  return is[way] ?? { done: 0, of: 0, percent: null };
}
