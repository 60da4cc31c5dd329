import { seatReasonKinds, type Judgement, type ReasonKind } from "@/lib/domain/judgement";
import { saysGo } from "@/lib/domain/poll";
import { sentenceOf } from "@/lib/domain/sentence";
import { texts } from "@/lib/texts/texts";

const list = new Intl.ListFormat("en", { type: "conjunction" });
const seatKinds: ReadonlySet<ReasonKind> = new Set<ReasonKind>(seatReasonKinds);

/** Heaviest first; seats are told together at the end. */
const told = [
  "archived", "rolled-back", "postponed", "nothing-to-judge", "go-live-passed", "open", "blocked", "contradicted", "undecided", "undecided-alternatives", "proof-stale", "proof-missing",
  "waiver-too-short", "condition-missed",
] as const satisfies readonly ReasonKind[];

/** How many seats have not said go of what stands there now; a quorum or "any of a team" misses fewer. */
const notGo = ({ seats }: Judgement): number => seats.filter((seat) => !saysGo(seat)).length;

/** What the verdict hangs on in one sentence (`null`: on nothing), and the numbers that always stand beside it (decision rules §7). */
export function verdictSentence(judgement: Judgement): { why: string | null; numbers: string } {
  const t = texts("overview");
  const { inTheWay, verified, claimed, waived, openConditions, noSeats, verdict } = sentenceOf(judgement);
  const counts = new Map(inTheWay.map(({ kind, count }) => [kind, count]));
  const parts = told.flatMap((kind) => {
    const n = counts.get(kind) ?? 0;
    if (n === 0) return [];
    // Without a date "launch day" is today: what would be stale then is stale now.
    return [kind === "proof-stale" && judgement.goLive === null ? t("sentence.staleNow", { n }) : t(`sentence.reason.${kind}`, { n })];
  });
  const of = judgement.seats.length;
  const silent = inTheWay.reduce((sum, { kind, count }) => (seatKinds.has(kind) ? sum + count : sum), 0);
  if (silent > 0) parts.push(counts.get("seat-empty") === of ? t("sentence.seatsEmpty", { of }) : t(silent < notGo(judgement) ? "sentence.seatsMore" : "sentence.seats", { n: silent, of }));
  if (verdict === "conditional-go" && waived > 0) parts.push(t("sentence.waivers", { n: waived }));
  if (verdict === "conditional-go" && openConditions > 0) parts.push(t("sentence.conditions", { n: openConditions }));
  const sentence = parts.length === 0 ? null : `${list.format(parts)}.`;
  const numbers = t("sentence.numbers", { verified: verified.done, of: verified.of, claimed: claimed.done });
  return {
    why: sentence && sentence.charAt(0).toUpperCase() + sentence.slice(1),
    numbers: noSeats ? `${numbers} ${t("sentence.nobody")}` : numbers,
  };
}
