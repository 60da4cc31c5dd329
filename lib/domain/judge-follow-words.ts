import type { Change, Fact, Instant, Item, LaunchState } from "./state";
import { changeOf, created } from "./changes";
import { findPart, type OfPart } from "./find-part";
import type { Person } from "./permissions";
import { allow, refuse, type Outcome } from "./refusal";
import type { Said, SaidField } from "./said";
import { isRefusal } from "./text-input";

/**
 * Takes over what an item's own words say: a condition (with the question that decides it), a target, a cadence, the window of its
 * place, that it is advisory. A manager's visible choice, never done by adding or rewording alone. `said` is read from the words as they stand under the lock.
 */
export function judgeFollowWords(state: LaunchState, actor: Person, input: OfPart & { field: SaidField; said: (item: Item) => Said }, now: Instant, newId: () => string): Outcome {
  const found = findPart(state, actor, "item", input);
  if (isRefusal(found)) return found;
  const { row } = found;
  const said = input.said(row);
  if (input.field === "condition") return allow("item.followed", ...conditionOf(state, row, said, now, newId));
  if (input.field === "threshold") {
    const unit = said.threshold?.unit ?? null;
    // As for a target set by hand: what was measured in one unit would mean something else in another.
    const measured = Object.values(state.evidence).some((one) => one.itemId === row.id && one.kind === "measurement" && one.withdrawnAt === null && one.unit !== unit);
    return measured ? refuse("unit-in-use") : allow("item.followed", changeOf("item", row, { threshold: said.threshold }));
  }
  if (input.field === "advisory") {
    const { advisory } = said;
    return allow("item.followed", changeOf("item", row, { required: advisory === null, requiredReason: advisory === null ? null : `Its words say "${advisory}".`, requiredAt: now }));
  }
  return allow("item.followed", changeOf("item", row, input.field === "cadence" ? { cadence: said.cadence } : { window: said.window }));
}

/** A condition that is new asks to be decided, by its question where that is answered (decision rules §2); one that is gone leaves the item applying. */
function conditionOf(state: LaunchState, item: Item, { condition, question }: Said, now: Instant, newId: () => string): (Change | null)[] {
  if (condition === null) {
    const freed: Partial<Item> = item.applicability === "applies" ? {} : { applicability: "applies", applicabilityReason: null, applicabilityBy: "person", applicabilityAt: now };
    return [changeOf("item", item, { condition: null, factId: null, factAnswer: null, ...freed })];
  }
  const known = question === null ? undefined : Object.values(state.fact).find((fact) => fact.key === question.key);
  const fact: Fact | null = question === null ? null : (known ?? {
    id: newId(), key: question.key, question: question.question, answer: null, answeredBy: null, answeredAt: null,
    position: Math.max(-1, ...Object.values(state.fact).map((one) => one.position)) + 1, createdAt: now, version: 1,
  });
  const patch: Partial<Item> = { condition, factId: fact?.id ?? null, factAnswer: fact === null || question === null ? null : question.answer };
  // Done already, or decided by a person: that stands (decision rules §2, mends 9).
  const open = item.work !== "done" && item.applicabilityBy !== "person";
  const answered = fact !== null && fact.answer !== null;
  const applies = answered && fact.answer === question?.answer;
  const decided: Partial<Item> = !open ? {} : !answered ? { applicability: "undecided", applicabilityAt: now }
    : { applicability: applies ? "applies" : "not-applicable", applicabilityReason: applies ? null : fact.question, applicabilityBy: "fact", applicabilityAt: now };
  return [fact !== null && known === undefined ? created("fact", fact) : null, changeOf("item", item, { ...patch, ...decided })];
}
