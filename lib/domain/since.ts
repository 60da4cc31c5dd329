import type { Instant, Item, LaunchState } from "./state";
import { openingsOf, opensAfter, reachedSince } from "./go-lives";
import type { Verdicted } from "./items";
import { latest } from "./latest";
import { type ProofPeriod, heldSince, proofPeriods } from "./proof-periods";
import { expiryOf, judgeProof, validDays } from "./standing";
import type { Survey } from "./survey";
import { tooShortSince } from "./too-short";
import { lastEnd } from "./waivers";

/** When an item itself last came back into what counts; a state from before this was kept tells when it was last decided instead. */
const scopeOf = (item: Item): Instant | null => item.inScopeAt ?? item.applicabilityAt;

/** What an item is nested in, from the inside out. */
function ancestorsOf(item: Item, state: LaunchState): Item[] {
  const found: Item[] = [];
  for (let at = state.item[item.parentId ?? ""]; at !== undefined && at !== item && !found.includes(at); at = state.item[at.parentId ?? ""]) found.push(at);
  return found;
}

/** When an item last came to count, with all that it is nested in: a parent that is not applicable covers it. */
export function countsSince(item: Item, state: LaunchState): Instant {
  return latest(item.createdAt, item.requiredAt, scopeOf(item), ...ancestorsOf(item, state).map(scopeOf));
}

/** When what demands an item's proof last came to demand it (§3): what is said of it, else its section's word, else the launch's. */
function demandedSince(item: Item, { section, launch }: LaunchState): Instant | null {
  const own = latest(item.createdAt, item.proofAt);
  if (item.proof !== null || item.hadProof || item.cadence !== null || (item.threshold?.limit ?? null) !== null) return own;
  const holding = section[item.sectionId];
  return latest(own, holding?.proofAt, (holding?.proof ?? null) === null ? launch.proofAt : null);
}

/** Proof in a period, judged as it was then. */
const proofIn = (item: Item, { from, rows }: ProofPeriod, s: Survey) =>
  judgeProof(item, item.work === "done" && (item.workAt === null || item.workAt <= from), {
    ...s, now: from, present: from < s.present ? from : s.present, proof: new Map([[item.id, [...rows]]]), flipsAt: () => undefined,
  });

/** The proof of an item over time, its withdrawn rows too. */
function periodsOf(item: Item, s: Survey): ProofPeriod[] {
  const all = [...(s.proof.get(item.id) ?? []), ...(s.withdrawn.get(item.id) ?? [])];
  const days = validDays(item, s.state);
  const cuts = all.flatMap((one) => expiryOf(one, days, s.zone) ?? []).filter((at) => at <= s.present);
  return proofPeriods(all, item.workAt === null ? cuts : [...cuts, item.workAt]);
}

/** §5: since when a tick has been too early; where it was so when it was made, since the item was open before. */
function tooEarlySince(item: Item, s: Survey): Instant {
  const openings = openingsOf(s.state.launch);
  const start = latest(item.workAt ?? "", heldSince(periodsOf(item, s), s.now, (period, end) => {
    const tick = latest(item.workAt ?? "", proofIn(item, period, s).newestTrueAt);
    if (tick === "") return null;
    const reached = opensAfter(tick, openings, end);
    return reached === null ? null : latest(period.from, reached);
  }));
  return start === item.workAt ? (item.workSince ?? start) : start;
}

/**
 * When an item's reason began to hold, from the moments its rows carry (decision rules §6): what does not end it does not begin it anew
 * (mend 63). Never later than now, never before the item came to count, and after a waiver not before its end.
 */
export function sinceOf({ item, judged }: Verdicted, s: Survey): Instant {
  const counts = latest(countsSince(item, s.state), judged.waiver?.state === "active" ? null : lastEnd(s.waivers.get(item.id), s.present));
  const applies = latest(counts, item.applicability === "applies" ? item.applicabilityAt : null);
  const since = kindSince();
  return since > s.now ? s.now : since;

  function kindSince(): Instant {
    switch (judged.reason) {
      case "blocked": return latest(counts, item.workSince ?? item.workAt);
      case "undecided": return latest(counts, item.applicabilityAt);
      case "contradicted":
        return latest(counts, heldSince(periodsOf(item, s), s.now, (period) => (proofIn(item, period, s).now === "contradicted" ? period.from : null)));
      case "open": return latest(applies, judged.timing === "too-early" ? tooEarlySince(item, s) : (item.workSince ?? item.workAt));
      case "proof-stale":
        return latest(applies, item.workAt, demandedSince(item, s.state), heldSince(periodsOf(item, s), s.now, (period, end) => {
          const { newestTrueAt, until } = proofIn(item, period, s);
          const reached = newestTrueAt === null || until === null ? null : reachedSince(until, s.state.launch, end);
          return reached === null ? null : latest(period.from, reached);
        }));
      case "proof-missing":
        return latest(applies, item.workAt, demandedSince(item, s.state),
          heldSince(periodsOf(item, s), s.now, (period) => (proofIn(item, period, s).newestTrueAt === null ? period.from : null)));
      case "waiver-too-short": return latest(counts, tooShortSince(s.waivers.get(item.id) ?? [], s));
      default: return counts;
    }
  }
}
