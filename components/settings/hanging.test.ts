import { expect, test } from "vitest";
import { item, stateOf } from "@/lib/domain/testing/build";
import { hangingOn } from "./hanging";

test("what hangs on a question is listed in the document's order, with the answer under which each applies", () => {
  const state = stateOf({ item: [item("b", { factId: "f", factAnswer: false, position: 2 }), item("a", { factId: "f", factAnswer: true, position: 1 }), item("c", { factId: "other", factAnswer: true })] });
  expect(hangingOn("f", state).map(({ id, appliesOn }) => [id, appliesOn])).toEqual([["a", true], ["b", false]]);
});
test("the alternative without a question of its own follows with the opposite answer", () => {
  const state = stateOf({ item: [item("k", { factId: "f", factAnswer: true, alternatives: "x" }), item("d", { alternatives: "x", position: 1 })] });
  expect(hangingOn("f", state).map(({ id, appliesOn, alternative }) => [id, appliesOn, alternative])).toEqual([["k", true, false], ["d", false, true]]);
});
test("what was retired hangs on nothing", () => {
  expect(hangingOn("f", stateOf({ item: [item("a", { factId: "f", factAnswer: true, retiredAt: "2026-01-06T00:00:00.000Z" })] }))).toEqual([]);
});
