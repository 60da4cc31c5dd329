import { judgeAddEvidence } from "@/lib/domain/judge-evidence";
import { judgeAnswerFact, judgeApplicability } from "@/lib/domain/judge-applicability";
import { judgeAssign, judgeSetDue } from "@/lib/domain/judge-assign";
import { judgeSetWork } from "@/lib/domain/judge-work";
import type { Person } from "@/lib/domain/permissions";
import type { Outcome } from "@/lib/domain/refusal";
import type { Instant, Item, LaunchState } from "@/lib/domain/state";
import { liveItems } from "@/lib/domain/survey";
import { addDays, dayOf } from "@/lib/domain/zone";
import { newId } from "../digest";

/** One thing that somebody of the story does at a moment. */
export type Deed = (state: LaunchState, now: Instant) => { actor: Person; outcome: Outcome } | null;

export interface Cast { manager: Person; developer: Person; officer: Person }

const blocks = ["vendor slot moved to next week", "needs vault access for the rotation job", "no spare cluster to restore into", "waiting for the legal review"];
const noProof = { fileHash: null, value: null, unit: null, outcome: null, source: null };

/** A fixed sequence of numbers from 0 up to 1: the story is the same every time it is told. */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** What happens on one day out of `days`: more gets done than blocked, most of what is done gets its proof. */
export function deedsOf(cast: Cast, day: number, days: number, random: () => number): Deed[] {
  const deeds: Deed[] = [];
  const working = Math.max(1, Math.round(1 + 5 * random() * (0.5 + day / days)));
  for (let n = 0; n < working; n += 1) deeds.push(...oneItem(cast, random));
  if (day % 6 === 2) deeds.push(decideOne(cast, random));
  if (day % 9 === 4) deeds.push(answerOne(cast));
  return deeds;
}

function oneItem({ manager, developer, officer }: Cast, random: () => number): Deed[] {
  const actor = random() < 0.6 ? developer : officer;
  const [place, kind, proof] = [random(), random(), random()];
  const open = (state: LaunchState): Item | undefined => {
    const items = liveItems(state).filter((item) => item.applicability === "applies" && item.work !== "done" && ["before"].includes(item.window));
    return items[Math.floor(place * Math.min(items.length, 24))];
  };
  let chosen = "";
  const on = (judge: (item: Item, state: LaunchState, now: Instant) => Outcome): Deed => (state, now) => {
    const item = chosen ? state.item[chosen] : open(state);
    if (!item) return null;
    chosen = item.id;
    return { actor, outcome: judge(item, state, now) };
  };
  const work = kind < 0.1 ? "blocked" as const : kind < 0.25 ? "in-progress" as const : "done" as const;
  const reason = work === "blocked" ? (blocks[Math.floor(place * blocks.length)] ?? "waiting") : null;
  const deeds = [on((item, state, now) => judgeSetWork(state, actor, { itemId: item.id, work, reason, version: item.version }, now))];
  if (work === "done" && proof < 0.75) {
    deeds.push(on((item, state, now) => judgeAddEvidence(state, actor, {
      ...noProof, itemId: item.id, kind: "link", title: "Record of the check", url: `https://records.example.com/${item.position + 1}`, trueAt: now,
      validDays: proof < 0.12 ? 45 : null,
    }, now, newId)));
  }
  if (work !== "done") {
    deeds.push(on((item, state) => judgeAssign(state, manager, { itemId: item.id, ownerId: actor.id, version: item.version })));
    deeds.push(on((item, state, now) => judgeSetDue(state, manager, { itemId: item.id, due: addDays(dayOf(now, state.launch.zone), 9), version: item.version }, now)));
  }
  return deeds;
}

function decideOne({ developer }: Cast, random: () => number): Deed {
  const kind = random();
  return (state, now) => {
    const item = liveItems(state).find((one) => one.applicability === "undecided" && one.factId === null);
    if (!item) return null;
    const applicability = kind < 0.6 ? "not-applicable" as const : "applies" as const;
    const reason = applicability === "not-applicable" ? "a single node is enough for this release" : null;
    return { actor: developer, outcome: judgeApplicability(state, developer, { itemId: item.id, applicability, reason, version: item.version }, now) };
  };
}

function answerOne({ manager }: Cast): Deed {
  return (state, now) => {
    const fact = Object.values(state.fact).find((one) => one.answer === null);
    if (!fact) return null;
    return { actor: manager, outcome: judgeAnswerFact(state, manager, { factId: fact.id, answer: fact.key !== "kubernetes", version: fact.version }, now) };
  };
}
