import { onceEach } from "@/lib/domain/once-each";
import type { Change, Instant, LaunchState } from "@/lib/domain/state";
import { addBlocks, leaveOutUnused, settleBlocks } from "./merge-apply-blocks";
import { collect } from "./merge-apply-changes";
import { addItem, changeItem, nameAlternatives } from "./merge-apply-items";
import { order } from "./merge-apply-order";
import { Draft } from "./merge-draft";
import { linkRepeats } from "./merge-links";
import type { Answers, MergePlan, MergeQuestion } from "./merge-plan";

/** The questions that these answers leave open, or answer with something that is no option. */
export function openQuestions(plan: Pick<MergePlan, "questions">, answers: Answers): MergeQuestion[] {
  // Nothing is linked unless somebody says so: an offer may stay without an answer.
  return plan.questions.filter(({ id, kind, options }) => kind !== "link" && !options.some((option) => option.id === answers[id]));
}

/**
 * The changes that a confirmed merge makes: rows are retired, never removed; keys stay; what moved keeps its words.
 * `state` must be the state that the plan was made for.
 * @throws Error when a question is left open
 */
export function applyMerge(plan: MergePlan, answers: Answers, state: LaunchState, now: Instant, newId: () => string): Change[] {
  const [open] = openQuestions(plan, answers);
  if (open) throw new Error(`The question ${open.id} is not answered.`);
  if (plan.inner.same) return [];
  return changesOf(new Draft(plan, answers, state, now, newId));
}

function changesOf(draft: Draft): Change[] {
  const itemOf = new Map(draft.pairs.map((pair) => [pair.next.read.key, pair.itemId]));
  addBlocks(draft);
  addFacts(draft);
  for (const entry of draft.plan.inner.nextGraph.entries) draft.ids.set(entry.row.id, itemOf.get(entry.read.key) ?? draft.newId());
  const fresh = draft.plan.inner.nextGraph.entries.filter((entry) => !itemOf.has(entry.read.key));
  retireGone(draft);
  writeLines(draft);
  for (const pair of draft.pairs) changeItem(draft, pair);
  const giveKey = onceEach(Object.values(draft.state.item).map((item) => item.key));
  for (const entry of fresh) addItem(draft, entry, giveKey);
  nameAlternatives(draft);
  linkRepeats(draft);
  leaveOutUnused(draft);
  order(draft, itemOf);
  settleBlocks(draft);
  return collect(draft);
}

function addFacts(draft: Draft): void {
  const here = new Map(Object.values(draft.state.fact).map((fact) => [fact.key, fact.id]));
  const used = new Set(draft.plan.inner.nextGraph.entries.map((entry) => entry.row.factId));
  for (const row of draft.plan.inner.nextGraph.rows.fact) {
    const known = here.get(row.key);
    draft.ids.set(row.id, known ?? draft.newId());
    if (known !== undefined || !used.has(row.id)) continue;
    draft.newFacts.push({ ...row, id: draft.idOf(row.id), position: here.size + draft.newFacts.length, createdAt: draft.now });
  }
}

function retireGone(draft: Draft): void {
  for (const { itemId, question, retireWhen } of draft.plan.inner.gone) {
    if (question === null || retireWhen.includes(draft.answers[question] ?? "")) draft.patch(itemId, { retiredAt: draft.now });
  }
}

/** Lines are those of the new document; what it does not have is on none. */
function writeLines(draft: Draft): void {
  for (const item of Object.values(draft.state.item)) if (item.line !== null) draft.patch(item.id, { line: null });
  for (const { itemId, next } of draft.pairs) draft.patch(itemId, { line: next.read.line });
}
