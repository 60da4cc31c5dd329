import { countingWays, type Box } from "./boxes";
import type { Share } from "./words";
import type { Finding, ReadClaim, ReadItem, ReadMeta, Span } from "./reading";

type Said = Pick<ReadClaim, "percent" | "done" | "of">;

/** Claims of how much is done that the boxes contradict, one for each line; however people count, it has to be true one way. */
export function claimFindings(items: readonly ReadItem[], meta: ReadMeta, claims: readonly ReadClaim[]): Finding[] {
  if (items.length === 0) return [];
  const boxes = items.map((item): Box => ({ ...item, done: item.checked, out: item.applicability === "not-applicable" }));
  const waysOf = countingWays(boxes);
  const footer = meta.places.find(({ field }) => field === "completion");
  const said: (Said & { line: number; part: Span | null })[] = [
    ...(footer && meta.claimedCompletion !== null && !claims.some(({ line }) => line === footer.line) ? [{ line: footer.line, percent: meta.claimedCompletion, done: null, of: null, part: null }] : []),
    ...inRows(claims),
  ];
  const found = new Map<number, Finding>();
  for (const { line, part, ...claim } of said) {
    const ways = waysOf(part);
    const [all] = ways;
    if (!all || all.of === 0 || found.has(line) || isTrue(claim, ways)) continue;
    const what = claim.done !== null && claim.of !== null ? `${claim.done} of ${claim.of}` : `${claim.percent} %`;
    const message = part === null ? `the document claims ${what}, ${all.done} of ${all.of} boxes are ticked` : `line ${line} claims ${what}, ${all.done} of the ${all.of} boxes that it is about are ticked`;
    found.set(line, { kind: "claim-contradicted", line, message, items: [] });
  }
  return [...found.values()];
}

/** Counts in cells of their own belong together by their line. */
function inRows(claims: readonly ReadClaim[]): (Said & { line: number; part: Span | null })[] {
  const totals = new Map(claims.filter(({ form }) => form === "of").map(({ line, of }) => [line, of]));
  return claims.flatMap((claim) => {
    if (claim.form === "left" || claim.form === "of") return [];
    if (claim.form !== "done") return [claim];
    const of = claim.of ?? totals.get(claim.line) ?? null;
    return of === null ? [] : [{ ...claim, of }];
  });
}

function isTrue({ percent, done, of }: Said, ways: readonly Share[]): boolean {
  if (done !== null && of !== null && ways.some((way) => way.done === done && way.of === of)) return true;
  if (done !== null && of !== null && percent === null) return false;
  const shares = ways.flatMap((way) => (way.of === 0 ? [] : [(100 * way.done) / way.of]));
  return percent !== null && percent >= Math.floor(Math.min(...shares)) && percent <= Math.ceil(Math.max(...shares));
}
