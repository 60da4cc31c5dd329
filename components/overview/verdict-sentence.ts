import { seatReasonKinds, type Judgement, type ReasonKind } from "@/lib/domain/judgement";
import type { LaunchState } from "@/lib/domain/state";
import { texts } from "@/lib/texts/texts";

const list = new Intl.ListFormat("en", { type: "conjunction" });
const seatKinds: ReadonlySet<ReasonKind> = new Set<ReasonKind>(seatReasonKinds);

/** Heaviest first; seats are told together at the end. */
const told = [
  "nothing-to-judge", "go-live-passed", "open", "blocked", "contradicted", "undecided", "undecided-alternatives", "proof-stale", "proof-missing",
  "waiver-too-short", "condition-missed",
] as const satisfies readonly ReasonKind[];

/** The verdict's reasons in one sentence, and the numbers that always stand beside it (decision rules §7). */
export function verdictSentence(judgement: Judgement, launch: LaunchState["launch"]): { why: string | null; numbers: string } {
  const t = texts("overview");
  const { reasons, seats, numbers: { verified, claimed } } = judgement;
  const count = (kind: ReasonKind): number => reasons.filter((reason) => reason.kind === kind).length;
  const parts = told.flatMap((kind) => {
    const n = count(kind);
    if (n === 0) return [];
    // Without a date "launch day" is today: what would be stale then is stale now.
    return [kind === "proof-stale" && launch.goLive === null ? t("sentence.staleNow", { n }) : t(`sentence.reason.${kind}`, { n })];
  });
  const silent = reasons.filter((reason) => seatKinds.has(reason.kind)).length;
  if (silent > 0 && count("seat-empty") === seats.length) parts.push(t("sentence.seatsEmpty", { of: seats.length }));
  else if (silent > 0) parts.push(t("sentence.seats", { n: silent, of: seats.length }));
  if (judgement.verdict === "conditional-go") {
    const waivers = judgement.waivers.filter(({ state }) => state === "active").length;
    const conditions = judgement.conditions.filter(({ state }) => state === "open").length;
    if (waivers > 0) parts.push(t("sentence.waivers", { n: waivers }));
    if (conditions > 0) parts.push(t("sentence.conditions", { n: conditions }));
  }
  const sentence = parts.length === 0 ? null : `${list.format(parts)}.`;
  const numbers = t("sentence.numbers", { verified: verified.done, of: verified.of, claimed: claimed.done });
  return {
    why: sentence && sentence.charAt(0).toUpperCase() + sentence.slice(1),
    numbers: seats.length === 0 ? `${numbers} ${t("sentence.nobody")}` : numbers,
  };
}
