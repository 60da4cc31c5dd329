import type { Applicability, Decider, Fact, Instant, Item, LaunchState } from "./state";
import { changeOf } from "./changes";
import { type OfItem, findItem, isOver } from "./find-item";
import { type Person, may } from "./permissions";
import { type Outcome, type Refusal, allow, refuse } from "./refusal";
import { decidedAt, settleAlternatives, undecidedState } from "./settle-alternatives";
import { liveItems } from "./survey";
import { isRefusal, readReason } from "./text-input";

/** Whether the document itself leaves open if an item applies: then contributors may decide it (decision rules §2). */
export function isConditional(item: Item): boolean {
  return item.condition !== null || item.factId !== null || item.alternatives !== null;
}

/**
 * Whether nothing of a group of alternatives would be left: the document asks for one of them, so taking out the last that it does not
 * itself make conditional is taking out of scope (decision rules §2). What another one satisfies is there to be done instead.
 */
export function isLastAlternative(state: LaunchState, item: Item): boolean {
  if (item.alternatives === null || item.condition !== null) return false;
  return !liveItems(state).some((other) => other.alternatives === item.alternatives && other.id !== item.id
    && (other.applicability !== "not-applicable" || other.applicabilityBy === "alternative"));
}

type Decided = Pick<Item, "applicability" | "applicabilityReason" | "applicabilityBy">;

/** What a fact says of an item that hangs on it; what nothing says while it is unanswered. */
function byFact(item: Item, fact: Fact | undefined): Decided {
  if (fact === undefined || fact.answer === null) return { applicability: undecidedState(item), applicabilityReason: null, applicabilityBy: null };
  const by: Decider = "fact";
  return fact.answer === (item.factAnswer ?? true)
    ? { applicability: "applies", applicabilityReason: null, applicabilityBy: by }
    // Not-applicable is never without a reason: the question whose answer decided.
    : { applicability: "not-applicable", applicabilityReason: fact.question, applicabilityBy: by };
}

/** Whether an item that its fact decides reads as the fact is answered. */
export function saysItsFact(item: Item, facts: LaunchState["fact"]): boolean {
  if (item.factId === null || item.retiredAt !== null) return true;
  const says = byFact(item, facts[item.factId]);
  if (item.applicabilityBy === "fact") return says.applicabilityBy === "fact" && says.applicability === item.applicability;
  // Undecided although it is answered: nothing would ever decide it.
  return item.applicabilityBy !== null || item.applicability !== "undecided" || says.applicabilityBy === null;
}

/** What becomes of an item that its fact decided and that was out of sight when the fact was answered otherwise; nothing where it reads so already. */
export function followFact(item: Item, facts: LaunchState["fact"], now: Instant): Partial<Item> {
  const back = { ...item, retiredAt: null };
  return item.factId === null || saysItsFact(back, facts) ? {} : { ...byFact(item, facts[item.factId]), applicabilityAt: now };
}

function decide(item: Item, input: { applicability: Applicability; reason: string | null }, state: LaunchState): Decided | Refusal {
  switch (input.applicability) {
    case "undecided":
      if (!isConditional(item)) return refuse("bad-input", { field: "applicability" });
      return byFact(item, item.factId === null ? undefined : state.fact[item.factId]);
    case "applies": {
      const reason = (input.reason ?? "").trim() === "" ? { text: null } : readReason(input.reason);
      return isRefusal(reason) ? reason : { applicability: "applies", applicabilityReason: reason.text, applicabilityBy: "person" };
    }
    case "not-applicable": {
      const reason = readReason(input.reason);
      return isRefusal(reason) ? reason : { applicability: "not-applicable", applicabilityReason: reason.text, applicabilityBy: "person" };
    }
  }
}

/**
 * A person decides whether one item applies. Not-applicable needs a reason; on an unconditional required item a manager as well.
 * "Undecided" takes a decision back, to what the fact says if it is answered.
 */
export function judgeApplicability(state: LaunchState, actor: Person, input: OfItem & { applicability: Applicability; reason: string | null }, now: Instant): Outcome {
  const found = findItem(state, actor, "decide-conditional", input);
  if (isRefusal(found)) return found;
  const { item } = found;
  const outOfScope = input.applicability === "not-applicable" && item.required && (!isConditional(item) || isLastAlternative(state, item));
  if (outOfScope && !may(actor, "decide-unconditional")) return refuse("needs-manager");
  const decided = decide(item, input, state);
  if (isRefusal(decided)) return decided;
  const same = item.applicability === decided.applicability && item.applicabilityReason === decided.applicabilityReason && item.applicabilityBy === decided.applicabilityBy;
  if (same) return allow("item.applicability");
  const patch = { ...decided, applicabilityAt: decidedAt(item, decided.applicability, now) };
  return allow("item.applicability", changeOf("item", item, patch), ...settleAlternatives(state, { ...item, ...patch }, now));
}

/**
 * Answers a fact (`null` = takes the answer back), which decides every item that hangs on it: what the fact, the document or an
 * alternative decided before. What a person decided by hand stays (decision rules §2).
 */
export function judgeAnswerFact(state: LaunchState, actor: Person, input: { factId: string; answer: boolean | null; version: number }, now: Instant): Outcome {
  if (!may(actor, "view")) return refuse("unknown-launch");
  const fact = Object.hasOwn(state.fact, input.factId) ? state.fact[input.factId] : undefined;
  if (fact === undefined) return refuse("unknown-fact");
  if (!may(actor, "answer-fact")) return refuse("not-permitted");
  if (isOver(state)) return refuse("launch-over");
  if (fact.version !== input.version) return refuse("stale-version", { seen: input.version, present: fact.version });
  if (fact.answer === input.answer) return allow("fact.answered");
  const answered: Fact = { ...fact, answer: input.answer, answeredBy: input.answer === null ? null : actor.id, answeredAt: now };
  const items = liveItems(state).filter((item) => item.factId === fact.id && item.applicabilityBy !== "person");
  const changes = items.map((item) => {
    const decided = byFact(item, answered);
    return changeOf("item", item, { ...decided, applicabilityAt: decidedAt(item, decided.applicability, now) });
  });
  return allow("fact.answered", changeOf("fact", fact, { answer: answered.answer, answeredBy: answered.answeredBy, answeredAt: now }), ...changes);
}
