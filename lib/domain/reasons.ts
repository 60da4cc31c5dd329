import type { Reason } from "./judgement";
import type { Instant, Item } from "./state";
import type { Verdicted } from "./items";
import { isLaunched } from "./moments";
import type { Position } from "./positions";
import { latest } from "./latest";
import { countsSince, sinceOf } from "./since";
import type { Survey } from "./survey";
import { lastEnd } from "./waivers";
import type { Who } from "./who";

/** What stands beside an item's reason: a block's own reason, why an open one that was ticked is open. */
function detailOf({ item, judged }: Verdicted): string | null {
  if (judged.reason === "blocked") return item.workReason;
  return judged.reason === "open" ? (judged.timing ?? (judged.work === "in-progress" ? "in-progress" : null)) : null;
}

/** Decision rules §6: at most one reason per item. */
export function itemReasons(all: ReadonlyMap<string, Verdicted>, s: Survey, who: Who): Reason[] {
  const reasons: Reason[] = [];
  for (const found of all.values()) {
    const { item, judged } = found;
    if (judged.reason === null) continue;
    reasons.push({
      kind: judged.reason, subjectId: item.id, subjectType: "item", subject: item.text, sectionId: item.sectionId,
      who: who.ofItem(item.ownerId, item.sectionId), since: sinceOf(found, s), detail: detailOf(found),
    });
  }
  return reasons;
}

/** When one of the things to choose from came to be open to choice. */
function openSince({ item, judged }: Verdicted, s: Survey): Instant {
  return latest(countsSince(item, s.state), judged.waiver?.state === "active" ? null : lastEnd(s.waivers.get(item.id), s.present));
}

/** §2 and §6: one reason per group of alternatives that nothing has decided. Its subject is its first item. */
export function choiceReasons(choices: readonly Verdicted[][], s: Survey, who: Who): Reason[] {
  return choices.flatMap((members): Reason[] => {
    const first = members[0]?.item;
    if (first === undefined) return [];
    const fact = members.map(({ item }) => (item.factId === null ? undefined : s.state.fact[item.factId])).find((one) => one !== undefined);
    // Two are a choice: one more, or what is begun on one of them, does not make it another.
    const [, second = s.now] = members.map((member) => openSince(member, s)).sort();
    const owners = [...new Set(members.flatMap(({ item }) => (item.ownerId === null ? [] : [item.ownerId])))].sort();
    return [{
      kind: "undecided-alternatives", subjectId: first.id, subjectType: "alternatives",
      subject: members.map(({ item }) => item.text).join(" / "), sectionId: first.sectionId,
      who: owners.length > 0 ? owners : who.ofItem(null, first.sectionId),
      since: latest(second, fact?.answeredAt), detail: fact?.question ?? null,
    }];
  });
}

/** §6 and §9: a missed condition of a signature that counts. One that is stale is a reason as such, and its conditions go with it. */
export function conditionReasons(positions: readonly Position[], who: Who): Reason[] {
  return positions.flatMap(({ seat, judged, conditions }) => (judged.stale ? [] : conditions)
    .filter((condition) => condition.state === "missed")
    .map((condition): Reason => ({
      kind: "condition-missed", subjectId: condition.id, subjectType: "condition", subject: condition.text, sectionId: null,
      who: condition.ownerId !== null ? who.ofItem(condition.ownerId, null) : seat.holderId !== null ? [seat.holderId] : who.managers,
      since: condition.deadline, detail: seat.role,
    })));
}

/** When an item was taken out of what counts, by the first of what keeps it out; `null` = it is not, or never counted. */
function stoppedCounting(item: Item, { children, applied }: Survey): Instant | null {
  // What is kept out by something else than itself went with that.
  if ((item.window !== "before" && item.window !== "final-week") || children.has(item.id) || applied.applicability.has(item.id)) return null;
  const out = [item.retiredAt, item.required ? null : (item.requiredAt ?? item.createdAt), item.applicability === "not-applicable" ? (item.applicabilityAt ?? item.createdAt) : null];
  return out.filter((at) => at !== null).sort()[0] ?? null;
}

/** §6: reasons of the launch itself. `counting` = m. */
export function launchReasons(s: Survey, counting: number, who: Who): Reason[] {
  const { launch } = s.state;
  const base = { subjectId: launch.id, subjectType: "launch" as const, subject: launch.name, sectionId: null, who: who.managers, detail: null };
  const reasons: Reason[] = [];
  s.flipsAt(s.goLive);
  if (s.goLive !== null && s.goLive <= s.now && !isLaunched(launch)) {
    reasons.push({ ...base, kind: "go-live-passed", since: latest(s.goLive, launch.goLiveAt) });
  }
  // Nobody expects it to go live until it is being prepared again, however ready its items are: no gate opens for it.
  const { phase } = launch;
  if (!isLaunched(launch) && (phase === "postponed" || phase === "rolled-back" || phase === "archived")) reasons.push({ ...base, kind: phase, since: launch.phaseAt });
  if (counting === 0) reasons.push({ ...base, kind: "nothing-to-judge", since: latest(launch.createdAt, ...Object.values(s.state.item).map((item) => stoppedCounting(item, s))) });
  return reasons;
}
