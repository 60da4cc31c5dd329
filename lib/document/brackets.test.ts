import fc from "fast-check";
import { expect, test } from "vitest";
import { leastEffort } from "@/lib/domain/testing/least-effort";
import { judgeBrackets } from "./brackets";
import { linesOf } from "./lines";
import { bytesOf } from "./testing/documents";
import { readDocument } from "./read";

const judged = (text: string) => judgeBrackets(text, linesOf(text));
const sentenceOf = (text: string) => judged(text)?.sentence ?? null;

test.each([
  ["open brackets before a link's end", `# A\n\n- [ ] one\n\n${"[".repeat(5_000)}](`, "At line 5, one paragraph has 4,999 opening brackets that nothing closes"],
  ["emphasis signs and open brackets by turns", `- [ ] one\n${"*_[".repeat(1_000)}`, "At line 2, one paragraph has 1,000 opening brackets that nothing closes"],
  ["open brackets over many short lines", `one\n${"*_[*_[\n".repeat(150)}`, "At line 102, one paragraph has 202 opening brackets"],
  ["open brackets in a quote that goes on and on", "> *_[*_[*_[\n".repeat(100), "At line 67, one paragraph has 201 opening brackets"],
  ["pairs of brackets that are no links", "[]".repeat(4_900), "At line 1, one paragraph has 4,900 opening brackets; at most 2,000"],
])("%s are refused with the line and the number found", (_, text, sentence) => {
  expect(sentenceOf(text)).toContain(sentence);
  expect(readDocument(bytesOf(text))).toMatchObject({ ok: false, why: "too-many-brackets" });
});

test.each([
  ["5,000 tasks in one list", "- [ ] a [link](to)\n".repeat(5_000)],
  ["a table of 3,000 rows with links", `| a | b |\n|---|:--|\n${"| [x](y) | [ ] |\n".repeat(3_000)}`],
  ["code that is full of them", `\`\`\`\n${"[[[\n".repeat(900)}\`\`\`\n`],
  ["escaped ones", "\\[".repeat(2_500)],
  ["half-open ranges, an item each", "* from [0, 1) on\n".repeat(1_000)],
  ["a long line of badges", "[![a](b)](c) ".repeat(300)],
])("%s are read", (_, text) => expect(judged(text)).toBeNull());

test("whatever lines stand around it, a paragraph of open brackets is found", () => {
  const other = fc.array(fc.constantFrom("- [ ] one", "words [a](b)", "", "| a | b |", "|---|---|", "> said", "```", "[", "]", "# A"), { maxLength: 12 });
  fc.assert(fc.property(other, (before) => {
    // An open fence would make it code, which costs nothing.
    const closed = before.filter((line) => line === "```").length % 2 === 0 ? before : [...before, "```"];
    expect(judged([...closed, "", "*_[".repeat(300)].join("\n"))?.why).toBe("too-many-brackets");
  }));
});

test("what passes is looked at in time that grows with its length alone", () => {
  const unit = "*_[ ".repeat(100);
  const best = (paragraphs: number) => {
    const text = `${unit}\n\n`.repeat(paragraphs);
    const lines = linesOf(text);
    return leastEffort(5, () => judgeBrackets(text, lines));
  };
  best(100);
  // Sixteen times as long: a square would take 256 times the time.
  expect(best(16_000)).toBeLessThan(64 * best(1_000));
});
