import { expect, test } from "vitest";
import item from "@/lib/texts/en/item.json";
import { because } from "./because";

const question = { question: "Does this launch use Kubernetes?", answer: false };

test("what an answer decided says the answer, not the question alone", () => {
  expect(because(question.question, question, item)).toBe("Does this launch use Kubernetes? No");
  expect(because(question.question, { ...question, answer: true }, item)).toBe("Does this launch use Kubernetes? Yes");
});
test("what a person said stays as it was said, and so does a question that has no answer any more", () => {
  expect(because("one node is enough", question, item)).toBe("one node is enough");
  expect(because(question.question, { ...question, answer: null }, item)).toBe(question.question);
  expect(because(question.question, null, item)).toBe(question.question);
});
