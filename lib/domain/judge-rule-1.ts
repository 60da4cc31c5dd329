import type { JudgedItem, Judgement, Reason } from "./judgement";
import type { Instant, LaunchState } from "./state";
import { changedSince } from "./changed-since";
import { findingsOf } from "./findings";
import { type Verdicted, judgeItems, openChoices } from "./items";
import { materialOf } from "./material";
import { countItems } from "./numbers";
import { type Position, judgePositions } from "./positions";
import { choiceReasons, conditionReasons, itemReasons, launchReasons } from "./reasons";
import { seatReasons } from "./seat-reasons";
import { type Survey, survey } from "./survey";
import { keptVerdict, lastDecision, standsStill, verdictOf } from "./verdict";
import { readWaiver } from "./waivers";
import { liveSeats, whoOf } from "./who";

function waiversOf(s: Survey): Judgement["waivers"] {
  return Object.values(s.state.waiver).flatMap((waiver) => {
    const state = readWaiver(waiver, s.present);
    if (state === "active") s.flipsAt(waiver.endsAt);
    return state === null ? [] : [{ id: waiver.id, itemId: waiver.itemId, state, endsAt: waiver.endsAt, reason: waiver.reason }];
  }).sort((a, b) => (a.endsAt === b.endsAt ? (a.id < b.id ? -1 : 1) : a.endsAt < b.endsAt ? -1 : 1));
}

/** How many seats say something else than when it was decided: signed anew, withdrew, or are somebody else's now. */
function turnedSince(said: unknown, positions: readonly Position[]): number {
  if (typeof said !== "object" || said === null) return 0;
  const then = new Map(Object.entries(said));
  const now = new Map(positions.flatMap(({ judged: { id, position } }) => (position === null ? [] : [[id, position]])));
  return [...new Set([...then.keys(), ...now.keys()])].filter((id) => then.get(id) !== now.get(id)).length;
}

/** §9: how much there changed since the decision, by the material state and the seats' positions that its record keeps. */
function decisionOf(s: Survey, positions: readonly Position[]): Judgement["decision"] {
  const decision = lastDecision(s.state);
  if (decision === null) return null;
  const { record } = decision;
  const kept = (field: string): unknown => (typeof record === "object" && record !== null ? Object.entries(record).find(([name]) => name === field)?.[1] : undefined) ?? null;
  const material = kept("material");
  // Once launched no seat is asked any more: one that is given to somebody else then has not turned.
  const turned = s.launched ? 0 : turnedSince(kept("said"), positions);
  const changesSince = turned + (material === null ? 0 : changedSince(material, materialOf(s, null)).length);
  return { outcome: decision.outcome, at: decision.at, by: decision.by, againstVerdict: decision.againstVerdict, stands: standsStill(decision, s.state.launch), changesSince };
}

function metricsOf(all: ReadonlyMap<string, Verdicted>): Judgement["metrics"] {
  const metrics: Judgement["metrics"] = [];
  for (const { item, judged } of all.values()) {
    if (item.threshold === null) continue;
    metrics.push({ itemId: item.id, threshold: item.threshold, measured: judged.measured, ongoing: item.window === "ongoing" });
  }
  return metrics;
}

/** §7: something is let through for now: a waiver that takes a reason away, or a condition that is not met. */
function isConditional(waived: number, positions: readonly Position[]): boolean {
  return waived > 0 || positions.some(({ judged, conditions }) => !judged.stale && conditions.some(({ state }) => state === "open"));
}

/**
 * §9: once launched, what would stop a launch is work to follow up. Judged as if launching now, except that the final week is over:
 * a tick in it does not become too early by getting old.
 */
function followUpsOf(s: Survey, digestOf: (canonical: string) => string): Reason[] {
  const { launch } = s.state;
  const again = judgeRule1({ ...s.state, seat: {}, launch: { ...launch, phase: "preparing", launchedAt: null, goLive: null } }, s.now, digestOf);
  s.flipsAt(again.validUntil);
  return again.reasons.filter(({ subjectType, detail }) => subjectType !== "launch" && detail !== "too-early");
}

/** Rule version 1, as docs/rules.md has it: the whole judgement of a state at a moment. */
export function judgeRule1(state: LaunchState, now: Instant, digestOf: (canonical: string) => string): Judgement {
  const s = survey(state, now);
  const seats = liveSeats(state);
  const who = whoOf(state, seats);
  const all = judgeItems(s);
  const choices = openChoices(s, all);
  const counted = countItems(all, s.sections, s.children);
  const positions = judgePositions(s, seats, digestOf);
  const found: Reason[] = [
    ...itemReasons(all, s, who), ...choiceReasons(choices, s, who), ...seatReasons(positions, s, who),
    ...conditionReasons(positions, who), ...launchReasons(s, counted.of, who),
  ];
  const kept = keptVerdict(state);
  // A group of alternatives is in the way once, where its first item stands.
  const open = choices.map((members) => members[0]?.item.sectionId);
  for (const section of counted.sections) section.inTheWay += open.filter((id) => id === section.id).length;
  const verdict = kept ?? verdictOf(found, isConditional(counted.numbers.waived, positions));
  // Only a launch against the verdict keeps its reasons: they were there when it happened.
  const reasons = s.launched && verdict !== "no-go" ? [] : found;
  const followUps = s.launched ? followUpsOf(s, digestOf) : [];
  const items: Record<string, JudgedItem> = {};
  for (const { judged } of all.values()) items[judged.id] = judged;
  return {
    rule: 1, revision: state.revision, at: now, verdict, phase: state.launch.phase, goLive: s.goLive,
    numbers: counted.numbers, bands: counted.bands, items, sections: counted.sections,
    seats: positions.map(({ judged }) => judged), reasons, followUps, findings: findingsOf(all, s), waivers: waiversOf(s),
    conditions: positions.flatMap(({ conditions }) => conditions), decision: decisionOf(s, positions), metrics: metricsOf(all),
    validUntil: s.nextFlip(),
  };
}
