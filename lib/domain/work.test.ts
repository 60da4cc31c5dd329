import { expect, test } from "vitest";
import { workOfChildren } from "./work";

test.each([
  [[], "todo"], [["done", "done"], "done"], [["todo", "todo"], "todo"], [["done", "todo"], "in-progress"], [["in-progress", "todo"], "in-progress"],
  [["done", "blocked"], "blocked"], [["todo", "blocked", "in-progress"], "blocked"],
] as const)("children %j make their parent %s", (works, work) => {
  expect(workOfChildren(works)).toBe(work);
});
