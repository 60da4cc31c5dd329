import { expect, test } from "vitest";
import { applyChanges } from "@/lib/domain/changes";
import type { LaunchState } from "@/lib/domain/state";
import { mergeReading } from "./merge";
import { applyMerge, openQuestions } from "./merge-apply";
import type { Answers } from "./merge-plan";
import { counting, livingFrom, withItems } from "./testing/living";
import { read } from "./testing/documents";

const document = "# L\n\n## A\n\n- [ ] Backups tested\n- [ ] Docs written\n\n## B\n\n- [ ] Alerts routed\n- [ ] Alerts routed\n";
const base = read(document);
const alive = livingFrom(base);
const more = document.replace("- [ ] Alerts", "- [ ] Backups tested\n- [ ] Alerts");

function merged(next: string, state: LaunchState = alive, answers: Answers = {}) {
  const plan = mergeReading(base, read(next), state);
  const after = () => applyChanges(state, applyMerge(plan, answers, state, "2026-02-01T10:00:00.000Z", counting("new")), 2);
  return { plan, links: () => Object.values(after().item).filter(({ text }) => text === "Backups tested").map(({ link, hadProof }) => [link, hadProof]) };
}

test("a repeat that a newer text brings is offered to be linked, and nothing is linked without a word", () => {
  const { plan, links } = merged(more);
  expect(plan.questions).toMatchObject([{ kind: "link", line: 10, ask: '"Backups tested" (lines 5, 10) stands more than once. Do they share their proof?', options: [{ id: "link" }, { id: "leave" }] }]);
  expect(openQuestions(plan, {})).toEqual([]);
  expect(links()).toEqual([[null, false], [null, false]]);
  expect(merged(more, alive, { [plan.questions[0]?.id ?? ""]: "leave" }).links()).toEqual([[null, false], [null, false]]);
});

test("a repeat that is linked shares the word, and the demand for proof that one of them has", () => {
  const id = merged(more).plan.questions[0]?.id ?? "";
  const proven = withItems(alive, { Backups: { hadProof: true, link: "word" } });
  expect(merged(more, proven, { [id]: "link" }).links()).toEqual([["word", true], ["word", true]]);
  const [one, other] = merged(more, alive, { [id]: "link" }).links();
  expect(one?.[0]).not.toBeNull();
  expect(one).toEqual(other);
});

test("what was offered before is not offered again, and a text without new repeats asks nothing", () => {
  expect(merged(document.replace("Docs written", "Docs and manuals written")).plan.questions).toEqual([]);
  expect(merged(document).plan.empty).toBe(true);
});
